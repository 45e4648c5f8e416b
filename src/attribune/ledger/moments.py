"""What was held for true at a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

MICROSECOND = timedelta(microseconds=1)


def was_known(recorded: datetime, at: datetime | None) -> bool:
    """Whether the ledger had learned of it by then; without a moment, it has."""
    return at is None or recorded <= at


def next_moment(now: datetime, last: datetime | None) -> datetime:
    """The moment of a change: now, but after the last one, also where the clock was set back."""
    return now if last is None else max(now, last + MICROSECOND)


def was_current(recorded: datetime, superseded: datetime | None, at: datetime | None) -> bool:
    """Whether it was held for true then; now, without a moment."""
    return was_known(recorded, at) and end_by(superseded, at) is None


def end_by(superseded: datetime | None, at: datetime | None) -> datetime | None:
    """When it was superseded, as far as that was known then."""
    return None if superseded is None or (at is not None and superseded > at) else superseded
