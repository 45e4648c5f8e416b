"""Scores to attributions."""

from __future__ import annotations

import numpy as np

from attribune.article import Span
from attribune.extract.decode import Question, decode, runs
from tests.builders import an_article
from tests.scored import Marked, some_scores, words

TEXT = 'The bridge fell, Korvin said, "and nobody came".\nAda Lund wept.'


def test_source_and_content_are_found_around_the_cue() -> None:
    article = an_article(TEXT)
    scores = some_scores(article, Marked("said", "Korvin", ("The bridge fell", '"and nobody came"')))
    (one,) = decode(scores)
    assert one.source == words(article, scores.tokens, "Korvin")
    assert one.content == tuple(
        words(article, scores.tokens, part) for part in ("The bridge fell", '"and nobody came"')
    )
    assert one.extent == Span(0, words(article, scores.tokens, '"and nobody came"').end)


def test_a_cue_without_content_gives_an_empty_content() -> None:
    (one,) = decode(some_scores(an_article(TEXT), Marked("said", "Korvin")))
    assert one.content == ()


def test_a_cue_may_have_no_source() -> None:
    (one,) = decode(some_scores(an_article(TEXT), Marked("said", None, ("The bridge fell",))))
    assert one.source is None


def test_a_source_stands_in_the_cues_paragraph() -> None:
    (one,) = decode(some_scores(an_article(TEXT), Marked("said", "Ada Lund", ("The bridge fell",))))
    assert one.source is None


def test_closed_words_are_no_content() -> None:
    article = an_article(TEXT)
    scores = some_scores(article, Marked("said", "Korvin", ("The bridge fell", '"and nobody came"')))
    (one,) = decode(scores, [Question(0, (words(article, scores.tokens, '"and nobody came"'),))])
    assert one.content == (words(article, scores.tokens, "The bridge fell"),)


def test_the_order_of_the_cues_does_not_depend_on_the_batch() -> None:
    article = an_article("A said one. B said two. " * 70)
    marked = [Marked("said", None, ("one" if n % 2 == 0 else "two",), nth=n) for n in range(140)]
    cues = [one.cue for one in decode(some_scores(article, *marked))]
    assert cues == sorted(cues)


def test_runs_are_half_open_ranges() -> None:
    assert runs(np.array([True, False, True, True]), 10) == [Span(10, 11), Span(12, 14)]
