"""A phrase: where a rule's pattern matches a line's shape, with its words by the pattern's group names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attribune.extract.times.lexicon import classes, value_of
from attribune.extract.times.line import Line


@dataclass(frozen=True)
class Phrase:
    """The words of ``line`` that a pattern matched; positions are of words."""

    line: Line
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The first word."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The word behind the last."""
        return self.match.end()

    def words(self, group: str) -> tuple[str, ...]:
        """The words of a group; none where the pattern lacks it or it matched nothing."""
        if group not in self.match.re.groupindex:
            return ()
        first, last = self.match.span(group)
        return self.line.words[first:last]

    def has(self, group: str) -> bool:
        """Whether the group matched a word."""
        return bool(self.words(group))

    def word(self, group: str) -> str:
        """The first word of a group in small letters, empty where it matched nothing."""
        return "".join(self.words(group)[:1]).lower()

    def value(self, group: str) -> str:
        """The listed value of a group's first word."""
        return value_of(self.words(group)[0])

    def number(self, group: str) -> int:
        """The values of a group's words added up: 21 of "twenty-first"."""
        values = (value_of(word) for word in self.words(group))
        return sum(int(value) for value in values if value.isdecimal())

    def kind(self, group: str) -> str:
        """The class of a group's first word, empty where it matched nothing."""
        return self.class_at(self.match.start(group)) if self.has(group) else ""

    def class_at(self, position: int) -> str:
        """The class of the line's word at a position, empty outside the line."""
        return classes()[self.line.shape[position]] if 0 <= position < len(self.line.shape) else ""

    @property
    def before(self) -> str:
        """The class of the word before the phrase."""
        return self.class_at(self.start - 1)

    @property
    def after(self) -> str:
        """The class of the word behind the phrase."""
        return self.class_at(self.end)
