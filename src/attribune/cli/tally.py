"""What a run did, in one line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from attribune.desk import Failure
    from attribune.reading import Reading

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass
class Tally:
    """Counts articles, statements and failures of one run."""

    articles: int = 0
    statements: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> int:
        """How many inputs could not be read, or not in their language."""
        return self.reasons.total()

    def add(self, reading: Reading) -> None:
        """Count an article that was read."""
        self.articles += 1
        self.statements += len(reading.statements)
        self.reasons.update(rejection.stage for rejection in reading.rejections)

    def miss(self, failure: Failure) -> None:
        """Count an input that was not."""
        self.reasons[kind_of(failure)] += 1

    def line(self) -> str:
        """The counts; they add up to what was given."""
        line = f"{counted(self.articles, 'article')}, {counted(self.statements, 'statement')}"
        return f"{line}, {self.failed} failed ({by_reason(self.reasons)})" if self.failed else line

    def report(self) -> None:
        """Say it on standard error, unless one article came through and the result speaks for itself."""
        if self.failed or self.articles > 1:
            click.echo(self.line(), err=True)


def kind_of(failure: Failure) -> str:
    """What kind of failure it is, in words."""
    return HUMP.sub(" ", type(failure.error).__name__).lower()


def by_reason(reasons: Counter[str]) -> str:
    """How often each reason was met."""
    return ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))


def counted(number: int, noun: str) -> str:
    """The number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
