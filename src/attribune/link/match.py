"""The match: a statement of an older reading found again in a newer one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Match:
    """The newer statement's id, None where none or more than one may be it; ``reason`` is a sentence."""

    new_id: int | None
    certain: bool
    reason: str
