"""The name match: how well two names fit one bearer, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NameMatch:
    """A score between 0 and 1 and a sentence; ``bare`` says that one of two persons is named by the surname only."""

    score: float
    reason: str
    bare: bool = False
