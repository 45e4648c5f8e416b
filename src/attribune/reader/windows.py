"""Windows: runs of whole paragraphs that the network reads at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from attribune.article import Span
from attribune.reader.tokens import Tokens

SENTENCE_END = frozenset('.?!…"”;')


def find_windows(tokens: Tokens, text: str, limit: int) -> list[Span]:
    """Word ranges of at most ``limit`` word pieces that together cover the article once.

    Paragraphs stay whole where they fit; a longer one is cut at a sentence's end, else between words.
    ``text`` is the article's.
    """
    windows: list[Span] = []
    for low, high in _pieces(tokens, text, limit):
        if windows and _width(tokens, windows[-1].start, high) <= limit:
            windows[-1] = Span(windows[-1].start, high)
        else:
            windows.append(Span(low, high))
    return windows


def _pieces(tokens: Tokens, text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Paragraphs as word ranges, those over the limit cut up."""
    for start, high in pairwise(tokens.paragraphs.tolist()):
        low = start
        while low < high and _width(tokens, low, high) > limit:
            cut = _cut(tokens, text, low, limit)
            yield low, cut
            low = cut
        if low < high:
            yield low, high


def _width(tokens: Tokens, low: int, high: int) -> int:
    """Word pieces in a range of words."""
    end = tokens.first[high] if high < len(tokens) else len(tokens.pieces)
    return int(end - tokens.first[low])


def _cut(tokens: Tokens, text: str, low: int, limit: int) -> int:
    """The word before which a too long paragraph is cut: the last sentence's end in reach, if one is."""
    reach = int(np.searchsorted(tokens.first, tokens.first[low] + limit, side="right")) - 1
    for word in range(reach, low + (reach - low) // 2, -1):
        if text[tokens.ends[word - 1] - 1] in SENTENCE_END and text[tokens.starts[word]].isupper():
            return word
    return max(reach, low + 1)
