"""Words and word pieces of an article, as the network sees them.

The network reads one style of quotation mark, whatever the house style, and for every word piece a *sign*
that says whether it stands inside a quotation and whether it starts a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from attribune.article import Article, Span
from attribune.quotation import Quotation, find_quotations

INSIDE, PARAGRAPH_START = 1, 2
SIGNS = 4
LOWER, TITLE, UPPER, INITIAL, MIXED, DIGITS, SIGN = range(1, 8)
SHAPES = 8  # 0 frames a window
BATCH = 256  # paragraphs that are tokenised at once

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Tokens:
    """An article's word pieces, in order, and the words that they make up.

    ``pieces`` and ``signs`` have one entry a word piece, ``starts`` and ``ends`` (code points of the
    article's text), ``first`` (index of the word's first piece) and ``shapes`` one a word; ``paragraphs`` holds
    the index of each paragraph's first word, and the number of words at its end.
    """

    pieces: Ints
    signs: Ints
    first: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    paragraphs: Ints
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Whether each word stands in a quotation, its marks included."""
        return (self.signs[self.first] & INSIDE).astype(bool)


def tokenise(article: Article, tokenizer: Tokenizer) -> Tokens:
    """Words and word pieces of every paragraph; furniture is left out."""
    pieces: list[int] = []
    words: list[tuple[int, int, int]] = []
    paragraphs: list[int] = []
    quotations: list[Quotation] = []
    signs: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for span, encoding, quoted in _encodings(article, tokenizer):
        paragraphs.append(len(words))
        _add_words(words, encoding, span.start, len(pieces))
        signs.append(_signs(encoding, span, quoted))
        pieces += encoding.ids
        quotations += quoted
    table = np.array(words, dtype=np.int64).reshape(-1, 3)
    return Tokens(
        pieces=np.array(pieces, dtype=np.int64),
        signs=np.concatenate(signs),
        first=table[:, 0],
        starts=table[:, 1],
        ends=table[:, 2],
        shapes=np.array([shape_of(article.text[start:end]) for _, start, end in words], dtype=np.int64),
        paragraphs=np.array([*paragraphs, len(words)], dtype=np.int64),
        quotations=tuple(quotations),
    )


def shape_of(word: str) -> int:
    """How a word is written, which word pieces in small letters do not tell: a number below ``SHAPES``."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    if word[0].isupper():
        return TITLE if word[1:].islower() else MIXED
    if word.isdigit():
        return DIGITS
    return MIXED if word[0].isalnum() else SIGN


def _encodings(article: Article, tokenizer: Tokenizer) -> Iterator[tuple[Span, Encoding, tuple[Quotation, ...]]]:
    spans = article.paragraphs
    for start in range(0, len(spans), BATCH):
        batch = spans[start : start + BATCH]
        quoted = [find_quotations(article.text, span) for span in batch]
        texts = [_plain_marks(article.text, span, found) for span, found in zip(batch, quoted, strict=True)]
        encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
        yield from zip(batch, encodings, quoted, strict=True)


def _plain_marks(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> str:
    """The paragraph with every quotation mark as ``"``, at unchanged offsets."""
    parts, at = [], paragraph.start
    for quotation in quotations:
        inside = quotation.inside
        parts += [text[at : quotation.span.start], _mark(quotation.opening), text[inside.start : inside.end]]
        parts.append(_mark(quotation.closing))
        at = quotation.span.end
    return "".join([*parts, text[at : paragraph.end]])


def _mark(length: int) -> str:
    return '"'.ljust(length) if length else ""


def _add_words(words: list[tuple[int, int, int]], encoding: Encoding, offset: int, piece: int) -> None:
    previous = None
    for position, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word != previous:
            words.append((piece + position, offset + start, offset + end))
            previous = word
        else:
            first, begin, _ = words[-1]
            words[-1] = (first, begin, offset + end)


def _signs(encoding: Encoding, paragraph: Span, quotations: Sequence[Quotation]) -> Ints:
    starts = np.array([start for start, _ in encoding.offsets], dtype=np.int64) + paragraph.start
    signs = np.zeros(len(starts), dtype=np.int64)
    for quotation in quotations:
        low, high = np.searchsorted(starts, quotation.span)
        signs[low:high] = INSIDE
    signs[:1] += PARAGRAPH_START
    return signs
