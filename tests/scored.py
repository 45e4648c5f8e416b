"""Scores as a sure reader would give them, out of plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import open_bundle
from attribune.reader.heads import BUCKETS, NAME_TAGS, PLACE_TAGS, VECTOR, WordScores
from attribune.reader.lattice import CONTENT, OUTSIDE, SOURCE, Floats
from attribune.reader.scores import CueScores, Scores, reach_of
from attribune.reader.tokens import Tokens, tokenise
from tests.builders import a_span

SURE = 8.0


@cache
def the_tokenizer() -> Tokenizer:
    """The word pieces that the package ships."""
    return open_bundle().tokenizer()


def tokens_of(article: Article) -> Tokens:
    """The article's words."""
    return tokenise(article, the_tokenizer())


@dataclass(frozen=True)
class Marked:
    """One attribution in words: its cue, its source, the fragments of its content."""

    cue: str
    source: str | None = None
    content: Sequence[str] = ()
    sure: float = SURE
    confidence: float = 0.9
    nth: int = 0


@dataclass(frozen=True)
class Tagged:
    """A name or a place name in words, and what it names or how it is used."""

    text: str
    kind: str
    nth: int = 0


@dataclass(frozen=True)
class Meant:
    """A pronoun or description in words, and the mention that it means by log odds of ``sure``."""

    sought: str
    antecedent: str
    sure: float = SURE
    nth: int = 0
    antecedent_nth: int = 0


def some_scores(
    article: Article, *attributions: Marked, words: WordScores | None = None, tokens: Tokens | None = None
) -> Scores:
    """Scores under which each attribution's words have their role by a margin of ``sure``.

    ``words`` is what the heads say of the article's words; ``tokens`` are those of excerpts where it is not read whole.
    """
    tokens = tokens_of(article) if tokens is None else tokens
    cues = tuple(_cue(article, tokens, one) for one in attributions)
    distance = None if words is None else np.zeros(2 * BUCKETS, dtype=np.float32)
    return Scores(tokens, cues, np.zeros((5, 5), dtype=np.float32), words, distance)


def some_words(
    article: Article, *, names: Sequence[Tagged] = (), places: Sequence[Tagged] = (), meant: Sequence[Meant] = ()
) -> WordScores:
    """What sure heads say of an article's words: names, places, and what means what; nothing else means anybody."""
    tokens = tokens_of(article)
    sought, offered = (np.zeros((len(tokens), VECTOR), dtype=np.float32) for _ in range(2))
    for axis, one in enumerate(meant):
        low, high = words(article, tokens, one.sought, one.nth)
        sought[low:high, axis] = one.sure * VECTOR**0.5
        low, high = words(article, tokens, one.antecedent, one.antecedent_nth)
        offered[low:high, axis] = 1.0
    zeros = np.zeros(len(tokens), dtype=np.float32)
    named, placed = _tags(article, tokens, NAME_TAGS, names), _tags(article, tokens, PLACE_TAGS, places)
    return WordScores(named, placed, zeros, sought, offered, zeros)


def _tags(article: Article, tokens: Tokens, tags: Sequence[str], marked: Sequence[Tagged]) -> Floats:
    outputs = np.zeros((len(tokens), len(tags)), dtype=np.float32)
    outputs[:, 0] = SURE
    for one in marked:
        low, high = words(article, tokens, one.text, one.nth)
        for word in range(low, high):
            tag = f"{'B' if word == low else 'I'}-{one.kind}"
            outputs[word, tags.index(tag)] = 2 * SURE
    return outputs


def words(article: Article, tokens: Tokens, text: str, nth: int = 0) -> Span:
    """The range of words that ``text`` covers."""
    span = a_span(article, text, nth)
    low, high = np.searchsorted(tokens.ends, span.start, side="right"), np.searchsorted(tokens.starts, span.end)
    return Span(int(low), int(high))


def _cue(article: Article, tokens: Tokens, one: Marked) -> CueScores:
    cue = words(article, tokens, one.cue, one.nth)
    reach = reach_of(cue, Span(0, len(tokens)), tokens)
    outputs = np.zeros((reach.length, 7), dtype=np.float32)
    outputs[:, OUTSIDE] = one.sure
    for role, text in [(SOURCE, one.source), *((CONTENT, part) for part in one.content)]:
        if text is not None:
            low, high = words(article, tokens, text, 0)
            outputs[max(0, low - reach.start) : max(0, high - reach.start), role] = 2 * one.sure
    return CueScores(cue, reach, outputs, one.confidence)
