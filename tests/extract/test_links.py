"""Links: what an earlier mention is worth as what a later one means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from attribune.article import Article, Span
from attribune.extract.links import Links
from attribune.reader.heads import BUCKETS, VECTOR
from tests.builders import a_span
from tests.scored import Meant, some_scores, some_words

ARTICLE = Article("Ada Brook met Ben Cole. She left the old town early.")
SHE, ADA, BEN = (a_span(ARTICLE, words) for words in ("She", "Ada Brook", "Ben Cole"))
SURE = Meant("She", "Ada Brook", sure=3.0)


def links(*meant: Meant, article: Article = ARTICLE) -> Links:
    found = Links.of(some_scores(article, words=some_words(article, meant=meant)))
    assert found is not None
    return found


def test_who_is_meant_fits_and_others_do_not() -> None:
    assert links(SURE).fits(SHE, [ADA, BEN]).tolist() == pytest.approx([3.0, 0.0], abs=1e-5)


def test_a_mention_of_several_words_counts_by_their_mean() -> None:
    half = links(SURE).fits(SHE, [Span(ADA.start, ADA.end + len(" met Ben"))])
    assert half.tolist() == pytest.approx([1.5], abs=1e-5)


def test_meaning_nobody_counts_against_every_candidate() -> None:
    words = some_words(ARTICLE, meant=[SURE])
    nobody = np.full_like(words.nobody, 2.0)
    found = Links.of(some_scores(ARTICLE, words=words._replace(nobody=nobody)))
    assert found is not None
    assert found.fits(SHE, [ADA, BEN]).tolist() == pytest.approx([1.0, -2.0], abs=1e-5)


def test_the_distance_back_in_words_counts() -> None:
    distance = np.zeros(2 * BUCKETS, dtype=np.float32)
    distance[3], distance[2] = 0.25, 0.75  # 6 words back to Ada, 3 to Ben
    found = replace(links(), distance=distance)
    assert found.fits(SHE, [ADA, BEN]).tolist() == pytest.approx([0.25, 0.75])


def test_a_candidate_that_follows_has_distances_of_its_own() -> None:
    distance = np.zeros(2 * BUCKETS, dtype=np.float32)
    distance[BUCKETS:] = 1.0
    found = replace(links(), distance=distance)
    assert found.fits(BEN, [ADA, SHE]).tolist() == [0.0, 1.0]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param(Span(1, 2), slice(0, 1), id="inside a word"),
        pytest.param(Span(3, 4), slice(1, 2), id="between words, the next"),
        pytest.param(Span(0, 9), slice(0, 2), id="two words"),
        pytest.param(Span(900, 901), slice(12, 13), id="behind the text, the last"),
        pytest.param(Span(4, 4), slice(1, 2), id="empty"),
    ],
)
def test_a_span_is_at_least_one_word(span: Span, words: slice) -> None:
    assert links()._words(span) == words


def test_without_heads_there_are_no_links() -> None:
    assert Links.of(some_scores(ARTICLE)) is None


def test_without_distances_there_are_no_links() -> None:
    scores = some_scores(ARTICLE, words=some_words(ARTICLE))
    assert Links.of(replace(scores, distance=None)) is None


def test_without_words_there_are_no_links() -> None:
    empty = Article("")
    assert Links.of(some_scores(empty, words=some_words(empty))) is None


def test_a_vector_is_scaled_by_its_length() -> None:
    words = some_words(ARTICLE)
    ones = np.ones_like(words.sought)
    words = words._replace(sought=ones, offered=ones)
    found = Links.of(some_scores(ARTICLE, words=words))
    assert found is not None
    assert found.fits(SHE, [ADA]).tolist() == pytest.approx([VECTOR**0.5])
