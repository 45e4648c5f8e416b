"""The article: one version of a text by an outlet, and spans that point into it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of ``text`` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    @property
    def length(self) -> int:
        """Code points in the span."""
        return self.end - self.start


LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Article:
    """One version of a text by an outlet; ``text`` is canonical and never changes.

    ``text`` is NFC-normalised with ``\\n`` line ends; ``id`` is the SHA-256 of its UTF-8 bytes; ``ref`` is the id
    that the input gave the article, ``file`` the path it was read from. ``furniture`` holds lines of the page
    that are not the article's: whole lines of ``text``, without white space at their edges.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    language: str = "en"
    url: str | None = None
    file: str | None = None
    ref: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict, hash=False)
    furniture: tuple[Span, ...] = ()

    @cached_property
    def id(self) -> str:
        """SHA-256 of the canonical text, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Non-empty lines of the text, without furniture and without white space at their edges."""
        return tuple(self._paragraphs())

    def _paragraphs(self) -> Iterator[Span]:
        furniture = set(self.furniture)
        for line in LINE.finditer(self.text):
            words = line.group()
            start = line.start() + len(words) - len(words.lstrip())
            span = Span(start, line.end() - len(words) + len(words.rstrip()))
            if span not in furniture:
                yield span

    def paragraph_at(self, position: int) -> Span | None:
        """The paragraph that holds the code point at ``position``, if one does."""
        number = bisect_right(self.paragraphs, (position, len(self.text) + 1)) - 1
        if number < 0 or position >= self.paragraphs[number].end:
            return None
        return self.paragraphs[number]
