"""What a phrase comes to, before it is known where its words end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attribune.extract.times.period import Period
from attribune.extract.times.timex import Kind
from attribune.statement import Granularity


@dataclass(frozen=True)
class Reading:
    """A time expression without its span.

    ``period`` is what a later expression ("the previous day") refers to; start and end may be narrower or wider.
    """

    kind: Kind
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity | None = None
    period: Period | None = None


def on(period: Period) -> Reading:
    """The reading of words that stand for a period."""
    return Reading("date", period.value, period.start, period.end, period.granularity, period)


def dated(period: Period | None) -> Reading | None:
    """The reading of words that stand for a period, none where the calendar has no such period."""
    return on(period) if period else None


def undated(value: str, granularity: Granularity | None = None) -> Reading:
    """A date that nothing anchors: "XXXX-WXX-5", "PAST_REF"."""
    return Reading("date", value, granularity=granularity)
