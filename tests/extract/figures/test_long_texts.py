"""Long and hostile texts end: what is read is the same however long the text is."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import find

LENGTH = 40_000  # code points


PIECES = [
    *("1", "1 ", "1,11,", "1 000 ", "12-", '"12" ', "12 ( ", "a.b.", "a-", "one-a ", "one two ", "two and ", "12 and "),
    *("12 of them ", "12 people including ", "12 were among the dead ", "killed 12 ", "between 12 and "),
    *("hundreds of ", "at least ", "weapons "),
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (LENGTH // len(piece)) + ". Divers found 14 bodies."
    assert find(text)[-1].span.of(text) == "14 bodies"
