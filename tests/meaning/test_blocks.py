"""A block has the signs of its vectors, and ids that fit."""

from __future__ import annotations

import numpy as np
import pytest

from attribune.errors import UsageError
from attribune.meaning import Block
from tests.meaning.vectors import draw

IDS = np.array([7, -1, 2**40], dtype=np.int64)


def test_a_block_of_vectors_has_their_signs() -> None:
    vectors = draw(3)
    block = Block.of(IDS, vectors)
    assert block.ids.tolist() == IDS.tolist()
    assert np.array_equal(np.unpackbits(block.codes, axis=1), vectors > 0)
    assert block.size == vectors.shape[1]


@pytest.mark.parametrize(
    ("ids", "codes"), [((2,), (3, 8)), ((2, 1), (2, 8)), ((2,), (2, 3)), ((2,), (2, 0))],
    ids=["fewer ids", "a table of ids", "half words", "no dimensions"],
)  # fmt: skip
def test_ids_and_codes_that_do_not_fit_are_refused(ids: tuple[int, ...], codes: tuple[int, ...]):
    with pytest.raises(UsageError):
        Block(np.zeros(ids, dtype=np.int64), np.zeros(codes, dtype=np.uint8))
