"""The held role: a role of a speaker, and when articles gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HeldRole:
    """A role with the first and the last day on which an article gave it; None where no article had a date."""

    role: str
    first: date | None = None
    last: date | None = None
