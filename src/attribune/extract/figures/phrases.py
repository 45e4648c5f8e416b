"""Phrases of several tokens, looked up at a position of a line, the longest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attribune.extract.figures.line import TOKEN, Line


class Phrase(NamedTuple):
    """A phrase that stands in a line: how many tokens it has, and what it means."""

    length: int
    meaning: str


class Phrases:
    """What phrases mean, by their tokens in lower case."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Pairs of a meaning and phrases separated by commas; of two meanings of a phrase the first holds."""
        self._meanings: dict[tuple[str, ...], str] = {}
        for meaning, phrases in meanings:
            for phrase in phrases.split(","):
                tokens = tuple(token.group() for token in TOKEN.finditer(phrase))
                self._meanings.setdefault(tokens, meaning)
        self._longest = max(map(len, self._meanings), default=0)
        self._first = frozenset(tokens[0] for tokens in self._meanings)
        self._last = frozenset(tokens[-1] for tokens in self._meanings)

    def starting(self, line: Line, position: int) -> Phrase | None:
        """The longest phrase that starts at a position."""
        if line.at(position) not in self._first:
            return None
        words = line.lower[position : position + self._longest]
        return self._longest_of(tuple(words[:length]) for length in range(len(words), 0, -1))

    def ending(self, line: Line, position: int) -> Phrase | None:
        """The longest phrase that ends before a position."""
        if line.at(position - 1) not in self._last:
            return None
        words = line.lower[max(0, position - self._longest) : position]
        return self._longest_of(tuple(words[start:]) for start in range(len(words)))

    def _longest_of(self, candidates: Iterable[tuple[str, ...]]) -> Phrase | None:
        found = ((tokens, self._meanings.get(tokens)) for tokens in candidates)
        return next((Phrase(len(tokens), meaning) for tokens, meaning in found if meaning), None)
