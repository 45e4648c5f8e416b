"""The review: what a person said of a statement's reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Verdict = Literal["confirmed", "rejected", "corrected"]


@dataclass(frozen=True)
class Review:
    """A verdict on one statement; a later one supersedes it, and a newer reading inherits it.

    ``corrections`` give the right value of a field (``speaker``, ``cue_class``, ``commitment``, ``distance``,
    ``quote``). ``carried`` is the id of the review that a newer reading inherited it from; ``certain`` is False where
    the statement could not surely be found again, and ``reason`` says why.
    """

    id: int
    line: int
    verdict: Verdict
    by: str
    recorded: datetime
    corrections: Mapping[str, str] = field(default_factory=dict, hash=False)
    note: str | None = None
    carried: int | None = None
    certain: bool = True
    reason: str | None = None

    @property
    def status(self) -> str:
        """The verdict; flagged where it is not certain."""
        return self.verdict if self.certain else "flagged"
