"""The nearest vectors are found, whatever came, went and may be shown."""

from __future__ import annotations

from threading import Thread

import numpy as np
import pytest

from attribune.errors import UsageError
from attribune.meaning import Block, Index
from attribune.meaning.index import SEGMENT
from tests.meaning.vectors import draw, fetching

VECTORS = draw(5000)
FETCH = fetching(VECTORS)


def filled(vectors: np.ndarray = VECTORS, *, step: int = 700) -> Index:
    """An index of all vectors by their places, added ``step`` at a time."""
    index = Index(vectors.shape[1])
    for start in range(0, len(vectors), step):
        part = vectors[start : start + step]
        index.add(Block.of(np.arange(start, start + len(part)), part))
    return index


def exact(vectors: np.ndarray, sought: np.ndarray, k: int) -> list[int]:
    """The nearest by comparing with all."""
    wide = vectors.astype(np.float64)
    cosines = wide @ sought / np.linalg.norm(wide, axis=1)
    return np.argsort(-cosines, kind="stable")[:k].tolist()


def test_a_vector_is_nearest_to_itself():
    identity, cosine = filled().nearest(VECTORS[123], 1, fetch=FETCH)[0]
    assert (identity, round(cosine, 5)) == (123, 1.0)


def test_cosines_fall_and_are_those_of_the_vectors():
    found = filled().nearest(VECTORS[9], 20, fetch=FETCH)
    cosines = [cosine for _, cosine in found]
    assert cosines == sorted(cosines, reverse=True)
    left, right = VECTORS[9].astype(float), VECTORS[found[-1][0]].astype(float)
    assert cosines[-1] == pytest.approx(left @ right / np.linalg.norm(left) / np.linalg.norm(right), abs=1e-5)


def test_with_enough_candidates_the_search_is_exact():
    found = filled().nearest(VECTORS[4], 10, fetch=FETCH, oversample=500)
    assert [identity for identity, _ in found] == exact(VECTORS, VECTORS[4].astype(float), 10)


def test_two_steps_find_what_one_exact_step_finds():
    topics = draw(60, size=256, seed=2)[np.arange(6000) % 60].astype(float)  # texts come in topics, noise doesn't
    vectors = np.clip(topics + draw(6000, size=256, seed=3), -127, 127).astype(np.int8)
    found = filled(vectors).nearest(vectors[0], 10, fetch=fetching(vectors))
    assert [identity for identity, _ in found] == exact(vectors, vectors[0].astype(float), 10)


def test_equal_vectors_come_in_the_order_of_their_ids():
    vectors = np.repeat(draw(1), 5, axis=0)
    assert [identity for identity, _ in filled(vectors, step=2).nearest(vectors[0], 5, fetch=fetching(vectors))] == [
        0, 1, 2, 3, 4,
    ]  # fmt: skip


def test_no_more_vectors_are_fetched_than_candidates_are_allowed():
    fetched = []
    filled().nearest(VECTORS[0], 20, oversample=150, fetch=lambda ids: fetched.append(len(ids)) or VECTORS[ids])
    assert fetched == [3000]


def test_removed_vectors_are_not_found_and_others_are():
    index = filled()
    index.remove([123, 124, 99_999])
    assert len(index) == len(VECTORS) - 2
    assert 123 not in [identity for identity, _ in index.nearest(VECTORS[123], 5, fetch=FETCH)]
    assert index.nearest(VECTORS[125], 1, fetch=FETCH)[0][0] == 125


def test_a_removed_vector_may_come_back():
    index = filled()
    index.remove([123])
    index.add(Block.of(np.array([123]), VECTORS[123:124]))
    assert index.nearest(VECTORS[123], 1, fetch=FETCH)[0][0] == 123


def test_only_what_is_allowed_is_found_however_far_it_is():
    found = filled().nearest(VECTORS[0], 10, fetch=FETCH, only=lambda ids: ids >= 4995)
    assert sorted(identity for identity, _ in found) == [4995, 4996, 4997, 4998, 4999]


def test_nothing_is_near_where_nothing_is_allowed():
    assert filled().nearest(VECTORS[0], 3, fetch=FETCH, only=lambda ids: np.zeros(len(ids), dtype=bool)) == []


@pytest.mark.parametrize("k", [0, 1])
def test_an_empty_index_finds_nothing(k: int):
    assert Index(64).nearest(VECTORS[0], k, fetch=FETCH) == []


def test_a_zero_vector_is_near_nothing():
    assert filled().nearest(np.zeros(64, dtype=np.int8), 3, fetch=FETCH) == []


def test_an_emptied_index_is_empty():
    index = filled()
    index.remove(range(len(VECTORS)))
    index.add(Block.of(np.zeros(0, dtype=np.int64), draw(0)))
    assert len(index) == 0
    assert index.nearest(VECTORS[0], 3, fetch=FETCH) == []


def test_more_than_a_segment_is_searched():
    vectors = draw(SEGMENT + 100)
    index = filled(vectors, step=4096)
    assert len(index) == len(vectors)
    assert index.nearest(vectors[-1], 1, fetch=fetching(vectors))[0][0] == len(vectors) - 1


def test_one_thread_may_add_and_remove_while_another_searches():
    index = filled()
    extra = draw(2000, seed=5)

    def change() -> None:
        for at in range(0, 2000, 50):
            index.add(Block.of(np.arange(10_000 + at, 10_050 + at), extra[at : at + 50]))
            index.remove([10_000 + at])

    store = np.concatenate([VECTORS, np.zeros((5000, 64), dtype=np.int8), extra])
    thread = Thread(target=change)
    thread.start()
    found = [index.nearest(VECTORS[at], 1, fetch=fetching(store))[0][0] for at in range(60)]
    thread.join()
    assert found == list(range(60))
    assert len(index) == len(VECTORS) + 2000 - 40


@pytest.mark.parametrize("size", [0, 100])
def test_an_index_of_half_words_is_refused(size: int):
    with pytest.raises(UsageError, match="multiple of 64"):
        Index(size)


def test_blocks_and_vectors_of_another_size_are_refused():
    with pytest.raises(UsageError, match="128 dimensions"):
        Index(64).add(Block.of(np.arange(2), draw(2, size=128)))
    with pytest.raises(UsageError, match="64 dimensions"):
        Index(64).nearest(draw(1, size=128)[0], 3, fetch=FETCH)


def test_a_store_that_lost_vectors_is_noticed():
    with pytest.raises(UsageError, match="were fetched for"):
        filled().nearest(VECTORS[0], 3, fetch=lambda ids: VECTORS[ids[1:]])
