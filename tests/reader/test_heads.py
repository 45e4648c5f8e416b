"""What the heads say of words: tags, distances, windows joined."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.reader.heads import (
    BUCKETS,
    NAME_TAGS,
    PLACE_TAGS,
    VECTOR,
    WordScores,
    distance_bucket,
    tag_spans,
)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("O O", [], id="outside"),
        pytest.param("B-a I-a O", [(Span(0, 2), "a")], id="a run"),
        pytest.param("O B-a", [(Span(1, 2), "a")], id="up to the end"),
        pytest.param("B-a B-a", [(Span(0, 1), "a"), (Span(1, 2), "a")], id="a second one begins"),
        pytest.param("B-a I-b I-b", [(Span(0, 1), "a"), (Span(1, 3), "b")], id="another label goes on"),
        pytest.param("O I-a I-a O", [(Span(1, 3), "a")], id="begun inside"),
        pytest.param("B-a O I-a", [(Span(0, 1), "a"), (Span(2, 3), "a")], id="cut"),
    ],
)
def test_tags_are_runs_of_words(tags: str, expected: list[tuple[Span, str]]) -> None:
    assert list(tag_spans(tags.split())) == expected


@given(st.lists(st.sampled_from(NAME_TAGS), max_size=30))
def test_every_tagged_word_is_in_one_run_of_its_label(tags: list[str]) -> None:
    labels = {word: label for span, label in tag_spans(tags) for word in range(*span)}
    assert labels == {word: tag[2:] for word, tag in enumerate(tags) if tag != "O"}


@pytest.mark.parametrize(
    ("words", "bucket"),
    [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (1023, 10), (1024, 11), (10**6, 11), (-1, 13), (-4, 15), (-(10**6), 23)],
    ids=str,
)
def test_a_distance_has_its_class(words: int, bucket: int) -> None:
    assert distance_bucket(words) == bucket


@given(st.integers(-(10**9), 10**9))
def test_every_distance_has_a_class(words: int) -> None:
    assert 0 <= distance_bucket(words) < 2 * BUCKETS


def test_tags_begin_with_outside_and_have_two_for_each_label() -> None:
    assert (len(NAME_TAGS), len(PLACE_TAGS)) == (19, 7)
    assert NAME_TAGS[0] == PLACE_TAGS[0] == "O"


def some(words: int, start: int) -> WordScores:
    numbers = np.arange(start, start + words, dtype=np.float32)
    names, places, vectors = (np.tile(numbers[:, None], width) for width in (19, 7, VECTOR))
    return WordScores(names, places, numbers, vectors, vectors, numbers)


def test_windows_in_a_row_are_the_text() -> None:
    joined = WordScores.join([some(2, 0), some(3, 2)])
    assert all(np.array_equal(one, two) for one, two in zip(joined, some(5, 0), strict=True))


def test_no_window_has_no_words() -> None:
    joined = WordScores.join([])
    assert [len(one) for one in joined] == [0] * 6
    assert [one.ndim for one in joined] == [one.ndim for one in some(1, 0)]
