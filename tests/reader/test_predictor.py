"""Articles to scores, through the shipped network and through one in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pytest

from attribune.article import Article, Span
from attribune.reader.bundle import Lattice, open_bundle
from attribune.reader.heads import BUCKETS, NAME_TAGS, PLACE_TAGS, VECTOR, WordScores
from attribune.reader.lattice import BEGIN, ROLE_OUTPUTS, Floats
from attribune.reader.predictor import EAGER, TOGETHER, Predictor
from attribune.reader.scores import IN_CUE, Encoded, Scores, places_of, reach_of
from attribune.reader.session import OnnxBackend
from attribune.reader.tokens import Ints
from tests.scored import the_tokenizer, tokens_of

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
    assert alone.words is not None
    assert longer.words is not None
    assert all(np.array_equal(one, two[: len(one)]) for one, two in zip(alone.words, longer.words, strict=True))


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


@dataclass(frozen=True)
class Echo:
    """A network that takes "said" for a cue by ``margin``, and whose heads say again what they were asked."""

    margin: float = 8.0
    asked: list[str] = field(default_factory=list)

    def encode(self, pieces: Ints, signs: Ints, first: Ints) -> Encoded:
        self.asked.append("encode")
        cues = np.zeros((len(first), 3), dtype=np.float32)
        cues[:, BEGIN] = np.where(pieces[first] == the_tokenizer().token_to_id("said"), self.margin, -99)
        trunk = pieces[:, None].astype(np.float32)
        return Encoded(trunk[first], cues, trunk)

    def heads(self, trunk: Floats, shapes: Ints, first: Ints) -> WordScores:
        self.asked.append("heads")
        words = trunk[first]
        names, places, vectors = (np.tile(words, width) for width in (len(NAME_TAGS), len(PLACE_TAGS), VECTOR))
        return WordScores(names, places, shapes.astype(np.float32), vectors, vectors, words[:, 0])

    def roles(self, states: Floats, index: Ints, places: Ints) -> Floats:
        self.asked.append("roles")
        return np.repeat(states[index], ROLE_OUTPUTS, axis=2)


def predictor(backend: Echo, window: int = 12, bias: float = 0.0) -> Predictor:
    distance = np.arange(2 * BUCKETS, dtype=np.float32)
    moves = [np.zeros((states, states), dtype=np.float32) for states in (3, 5)]
    return Predictor(the_tokenizer(), backend, Lattice(moves[0], moves[1], bias, distance), window)


SAID = "Ada Lund said it rained in Lodra.\n"


def test_heads_say_of_every_word_what_its_window_tells() -> None:
    scores = predictor(Echo()).scores(Article(SAID + SAID.upper() + "It was 12 at noon.\n" + SAID))
    assert scores.words is not None
    assert scores.words.nobody.tolist() == scores.tokens.pieces[scores.tokens.first].tolist()
    assert scores.words.factuality.tolist() == scores.tokens.shapes.tolist()
    assert [len(one) for one in scores.words] == [len(scores.tokens)] * 6


def test_the_distances_are_the_lattices() -> None:
    read = predictor(Echo())
    assert read.scores(Article(SAID)).distance is read.lattice.distance


@pytest.mark.parametrize("text", ["", "\n\n", "It rained."], ids=["empty", "blank", "no cue"])
def test_a_text_has_as_many_rows_as_words(text: str) -> None:
    scores = predictor(Echo()).scores(Article(text))
    assert scores.words is not None
    assert len(scores.words.names) == len(scores.tokens)
    assert scores.cues == ()


def test_each_window_is_encoded_once() -> None:
    backend = Echo()
    predictor(backend).scores(Article(SAID * 5))
    assert (backend.asked.count("encode"), backend.asked.count("heads")) == (5, 5)


def attributions(backend: Echo, text: str, bias: float = 0.0) -> Scores:
    return predictor(backend, bias=bias).attributions(tokens_of(Article(text)), text)


def test_attributions_are_read_without_heads() -> None:
    backend = Echo()
    scores = attributions(backend, SAID * 5)
    assert "heads" not in backend.asked
    assert (scores.words, scores.distance) == (None, None)
    assert len(scores.cues) == 5


@pytest.mark.parametrize(
    ("margin", "bias", "article", "excerpt"),
    [
        pytest.param(1.0, 0.0, 1, 1, id="likely"),
        pytest.param(0.1 - EAGER, 0.0, 0, 1, id="unlikely"),
        pytest.param(-0.1 - EAGER, 0.0, 0, 0, id="too unlikely"),
        pytest.param(-0.1 - EAGER, 0.5, 0, 1, id="with the lattice's own bias"),
    ],
)
def test_cues_are_found_more_readily_in_excerpts(margin: float, bias: float, article: int, excerpt: int) -> None:
    assert len(predictor(Echo(margin), bias=bias).scores(Article(SAID)).cues) == article
    assert len(attributions(Echo(margin), SAID, bias).cues) == excerpt


def test_an_excerpt_of_no_words_has_no_cues() -> None:
    assert attributions(Echo(), "").cues == ()


def test_cues_of_many_windows_stand_in_the_texts_order() -> None:
    count = 2 * TOGETHER + 3
    scores = predictor(Echo()).scores(Article(SAID * count))
    places = [one.cue.start for one in scores.cues]
    assert places == [8 * number + 2 for number in range(count)]


def test_each_cue_has_the_role_scores_of_the_words_in_its_reach() -> None:
    (one,) = attributions(Echo(), SAID).cues
    tokens = tokens_of(Article(SAID))
    assert one.reach == Span(0, 8)
    assert one.outputs[:, 0].tolist() == tokens.pieces[tokens.first].tolist()


def test_the_shipped_reader_reads_excerpts_as_it_reads_articles() -> None:
    whole = the_predictor().scores(Article(PARAGRAPH))
    again = the_predictor().attributions(tokens_of(Article(PARAGRAPH)), PARAGRAPH)
    assert [one.cue for one in again.cues] == [one.cue for one in whole.cues]
    assert all(np.array_equal(one.outputs, two.outputs) for one, two in zip(again.cues, whole.cues, strict=True))


def test_the_shipped_heads_say_something_of_every_word() -> None:
    scores = the_predictor().scores(Article(LONG))
    assert scores.words is not None
    assert [one.shape[1:] for one in scores.words] == [(19,), (7,), (), (VECTOR,), (VECTOR,), ()]
    assert {len(one) for one in scores.words} == {len(scores.tokens)}
    assert all(np.isfinite(one).all() for one in scores.words)
