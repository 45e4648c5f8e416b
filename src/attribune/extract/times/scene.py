"""What the reader of an article knows where a time expression stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from attribune.extract.times.period import Period, Unit, period_of
from attribune.extract.times.phrase import Phrase

Tense = Literal["past", "future"]
SIZES: tuple[Unit, ...] = get_args(Unit)  # from the day to the century


@dataclass(frozen=True)
class Scene:
    """The day of publication, what was mentioned before, and how to tell a phrase's tense.

    ``last`` is the period mentioned last, ``day`` the last single day; ``quarter`` the last quarter that figures were
    told of, with which those of "a year earlier" are compared.
    """

    published: date | None
    tense: Callable[[Phrase], Tense | None]
    last: Period | None = None
    day: Period | None = None
    quarter: Period | None = None

    def now(self, unit: Unit) -> Period | None:
        """The day, week, month, ... of publication."""
        return period_of(unit, self.published) if self.published else None

    def reference(self, unit: Unit) -> Period | None:
        """The day, week, month, ... of what was mentioned last and tells it, else that of publication."""
        for mentioned in (self.last, self.day):
            if mentioned and SIZES.index(mentioned.unit) <= SIZES.index(unit):
                return mentioned.holding(unit)
        return self.now(unit)

    def after(self, period: Period | None) -> Scene:
        """The scene behind an expression that stands for a period, or for none."""
        if period is None:
            return self
        return replace(
            self,
            last=period,
            day=period if period.unit == "day" else self.day,
            quarter=period if period.unit == "quarter" else self.quarter,
        )
