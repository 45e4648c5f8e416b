"""The suggestion: two speakers that may be one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Suggestion:
    """Two speakers, by their profiles' keys, the smaller first, that may be one; see :class:`Comparison`."""

    a_key: str
    b_key: str
    score: float
    reasons: tuple[str, ...]
