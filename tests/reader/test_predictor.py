"""Articles to scores, through the shipped network."""

from __future__ import annotations

from functools import cache

import numpy as np

from attribune.article import Article, Span
from attribune.reader.bundle import open_bundle
from attribune.reader.predictor import Predictor
from attribune.reader.scores import IN_CUE, places_of, reach_of
from attribune.reader.session import OnnxBackend
from tests.scored import tokens_of

PARAGRAPH = 'The minister said the bridge fell at noon. "Nobody came to help us," Ada Lund told reporters.'
LONG = " ".join([PARAGRAPH] * 5)


@cache
def the_predictor() -> Predictor:
    bundle = open_bundle()
    return Predictor(bundle.tokenizer(), OnnxBackend(bundle), bundle.lattice, bundle.window)


def test_cues_are_found_where_somebody_says_something() -> None:
    scores = the_predictor().scores(Article(PARAGRAPH))
    words = [
        PARAGRAPH[scores.tokens.starts[c.start] : scores.tokens.ends[c.end - 1]]
        for c in (one.cue for one in scores.cues)
    ]
    assert [one.split()[0] for one in words] == ["said", "told"]


def test_a_window_has_the_same_scores_in_any_article() -> None:
    alone = the_predictor().scores(Article(LONG))
    longer = the_predictor().scores(Article(LONG + "\n" + LONG))
    assert [one.cue for one in longer.cues[: len(alone.cues)]] == [one.cue for one in alone.cues]
    assert all(np.array_equal(one.outputs, two.outputs) for one, two in zip(alone.cues, longer.cues, strict=False))


def test_an_empty_text_has_no_cues() -> None:
    assert the_predictor().scores(Article("")).cues == ()


def test_a_text_that_says_nothing_of_anybody_has_no_cues() -> None:
    assert the_predictor().scores(Article("It rained.")).cues == ()


LINE = "It rained in Lodra again.\n"  # six words with its full stop


def reach(text: str, cue: Span, window: Span | None = None) -> Span:
    tokens = tokens_of(Article(text))
    return reach_of(cue, window or Span(0, len(tokens)), tokens)


def test_the_reach_is_the_cues_paragraph() -> None:
    assert reach(LINE * 3, Span(8, 9)) == Span(6, 12)


def test_the_reach_goes_on_where_the_next_paragraphs_quote() -> None:
    text = "Korvin said:\n“It rained.\n“It snowed.”\nIt was late."
    assert reach(text, Span(1, 2)) == Span(0, 12)


def test_the_reach_starts_with_the_quotation_before() -> None:
    assert reach("“It rained,\nit snowed,” Korvin said.", Span(9, 10)).start == 0


def test_the_reach_ends_with_the_window() -> None:
    assert reach(LINE * 3, Span(8, 9), Span(7, 10)) == Span(7, 10)


def test_the_reach_is_bounded() -> None:
    assert reach("so " * 1000, Span(500, 502)) == Span(436, 598)


def test_places_count_from_the_cue() -> None:
    places = places_of(Span(8, 14), Span(10, 12))
    assert places.tolist() == [62, 63, IN_CUE, IN_CUE, 66, 67]


def test_the_provider_is_named() -> None:
    assert OnnxBackend(open_bundle()).provider.endswith("ExecutionProvider")
