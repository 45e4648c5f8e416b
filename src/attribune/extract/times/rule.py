"""A rule: a pattern over the classes of words, and how to read what it matches."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from attribune.extract.times.lexicon import codes
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading
from attribune.extract.times.scene import Scene

GROUP = re.compile(r"\?P<\w+>")
CLASS = re.compile(r"(?P<group>\?P<\w+>)|[a-z_]+")


def expanded(pattern: str) -> str:
    """The regular expression over shapes that a pattern stands for."""
    inserted = CLASS.sub(lambda match: match["group"] or codes()[match[0]], pattern)
    return "".join(inserted.split())


@dataclass(frozen=True)
class Rule:
    """``pattern`` is a regular expression in which a class stands for a word of it: "the? month comma? year".

    Spaces mean nothing. ``read`` gives None where the words tell no time after all: 30 February, "March" as a verb.
    """

    pattern: str
    read: Callable[[Phrase, Scene], Reading | None]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern over a line's shape."""
        return re.compile(expanded(self.pattern))

    @property
    def nameless(self) -> str:
        """The same without the groups' names, so that it can stand beside other rules' in one expression."""
        return GROUP.sub("?:", expanded(self.pattern))
