"""Scores as a sure reader would give them, out of plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import open_bundle
from attribune.reader.lattice import CONTENT, OUTSIDE, SOURCE
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


def some_scores(article: Article, *attributions: Marked) -> Scores:
    """Scores under which each attribution's words have their role by a margin of ``sure``."""
    tokens = tokens_of(article)
    cues = tuple(_cue(article, tokens, one) for one in attributions)
    return Scores(tokens, cues, np.zeros((5, 5), dtype=np.float32))


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
