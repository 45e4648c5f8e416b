"""The comparison: how likely two speakers are one, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """What speaks for and against two speakers being one.

    ``score`` lies between 0 and 1 and is no probability. ``same`` is True where they are surely one, False where
    they are surely two, None where that is for a person to say. ``reasons`` are sentences that a reporter can read.
    """

    score: float
    same: bool | None
    reasons: tuple[str, ...]
