"""Spans as ranges of words, so that punctuation at a fragment's edge makes no difference."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from attribune.article import Span

# A word with its inner apostrophes, dots and hyphens, or one punctuation mark.
TOKEN = re.compile(r"\w+(?:['’.\-]\w+)*|[^\w\s]")


class Fragment(NamedTuple):
    """A half-open range of an article's tokens, with a word at either end."""

    start: int
    end: int


Fragments = tuple[Fragment, ...]


@dataclass(frozen=True)
class Words:
    """The tokens of a text: where each starts and ends (code points), and whether it is a word."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_word: tuple[bool, ...]

    def fragments(self, spans: Iterable[Span]) -> Fragments:
        """The spans as fragments in order; those that touch, but for punctuation, are one."""
        merged: list[Fragment] = []
        for found in sorted({fragment for span in spans if (fragment := self._fragment(span))}):
            if merged and not any(self.is_word[merged[-1].end : found.start]):
                before = merged.pop()
                merged.append(Fragment(before.start, max(before.end, found.end)))
            else:
                merged.append(found)
        return tuple(merged)

    def _fragment(self, span: Span) -> Fragment | None:
        """The tokens that share a code point with ``span``, from the first word to the last, if there is one."""
        if span.start >= span.end:
            return None
        start, end = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        while start < end and not self.is_word[start]:
            start += 1
        while start < end and not self.is_word[end - 1]:
            end -= 1
        return Fragment(start, end) if start < end else None


def words_of(text: str) -> Words:
    """The tokens of ``text``; one that starts with an underscore is no word."""
    tokens = list(TOKEN.finditer(text))
    return Words(
        starts=tuple(token.start() for token in tokens),
        ends=tuple(token.end() for token in tokens),
        is_word=tuple(text[token.start()].isalnum() for token in tokens),
    )


def tokens_in(fragments: Iterable[Fragment]) -> set[int]:
    """Indices of all tokens in the fragments."""
    return {token for fragment in fragments for token in range(*fragment)}
