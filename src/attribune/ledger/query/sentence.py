"""The sentence around a span of an article, to be read beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from attribune.article import Span

STOP = re.compile(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s++(\S))""")  # begins once in a row of points: linear
LAST_WORD = re.compile(r"[\w.]*$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-HJ-Z]")  # "U.S", "p.m", "J"; "I" is a word more often
LONGEST = 20  # characters before a point that are looked at


@cache
def abbreviations() -> frozenset[str]:
    """Words that a point abbreviates without ending a sentence, as they are written, without their last point."""
    lines = files("attribune.ledger.query").joinpath("data/abbreviations.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def sentence_around(text: str, span: Span, limit: int = 400) -> Span:
    """The span of ``text`` that covers the sentences which hold ``span``, without blanks at its edges.

    A sentence ends with its paragraph, that is its line; "Gen." and "U.S." end none. One of more than ``limit``
    code points is cut between words, with ``span`` in the middle; ``span`` itself is never cut.
    """
    start = max(_starts(text, span.start))
    end = min(_ends(text, max(span.start, span.end - 1)))
    if end - start > limit:
        start, end = _cut(text, span, Span(start, end), limit)
    return _trimmed(text, Span(start, end), span)


def _line(text: str, position: int) -> Span:
    end = text.find("\n", position)
    return Span(text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end)


def _starts(text: str, position: int) -> Iterator[int]:
    """Where the line and its sentences start, up to the position."""
    line = _line(text, position)
    yield line.start
    yield from (stop for stop in _stops(text, line) if stop <= position)


def _ends(text: str, position: int) -> Iterator[int]:
    """Where the sentences and the line end, behind the position."""
    line = _line(text, position)
    yield line.end
    yield from (stop for stop in _stops(text, line) if stop > position)


def _stops(text: str, line: Span) -> Iterator[int]:
    """The ends of the line's sentences but the last."""
    for stop in STOP.finditer(text, line.start, line.end):
        if not stop[1].islower() and not _is_abbreviated(text, line.start, stop):
            yield stop.end()


def _is_abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the point belongs to the word before it."""
    if stop.group() != ".":
        return False
    word = LAST_WORD.search(text, max(start, stop.start() - LONGEST), stop.start())
    return word is not None and (word.group() in abbreviations() or INITIALS.fullmatch(word.group()) is not None)


def _cut(text: str, span: Span, sentence: Span, limit: int) -> Span:
    """A part of the sentence of at most ``limit`` code points around the span, from word to word."""
    room = max(0, limit - span.length)
    start = max(sentence.start, min(span.start - room // 2, sentence.end - limit))
    end = min(sentence.end, max(span.end, start + max(limit, span.length)))
    start, end = min(start, span.start), max(end, span.end)
    if start > sentence.start and not text[start - 1].isspace():
        start = next((at for at in range(start, span.start) if text[at].isspace()), span.start)
    if end < sentence.end and not text[end].isspace():
        end = next((at for at in range(end, span.end, -1) if text[at - 1].isspace()), span.end)
    return Span(start, end)


def _trimmed(text: str, found: Span, span: Span) -> Span:
    """The found span without the blanks at its edges that do not belong to ``span``."""
    words = found.of(text)
    start = min(found.start + len(words) - len(words.lstrip()), span.start)
    return Span(start, max(found.start + len(words.rstrip()), span.end))
