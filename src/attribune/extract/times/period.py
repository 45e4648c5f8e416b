"""Periods of the calendar as numbers in a row, so that the week or the year before is one less.

Days and weeks count from 1 January of the year 1, a Monday; months from January of a year 0, so that division tells
a year's months, quarters and decades.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from attribune.statement import Granularity

Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

YEAR = 12  # months
DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}
MONTHS: dict[Unit, int] = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": YEAR,
    "decade": 120,
    "century": 1200,
}
OFFSETS: dict[Unit, int] = {"weekend": 5, "season": 2}  # days from Monday, months from January
SEASONS = ("SP", "SU", "FA", "WI")
GRANULARITIES: dict[Unit, Granularity] = {
    "day": "day",
    "week": "week",
    "weekend": "day",
    "month": "month",
    "season": "quarter",
    "quarter": "quarter",
    "half": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


@dataclass(frozen=True)
class Period:
    """The ``index``-th day, week, month, ... of the calendar, from ``start`` up to ``end``, which is no part of it.

    Weeks are those of ISO 8601. Seasons are northern and of whole months: spring starts in March, and winter ends
    in February of the next year.
    """

    unit: Unit
    index: int
    start: date
    end: date

    @property
    def granularity(self) -> Granularity:
        """How exactly the period tells a day; a season and half a year count as quarters, a weekend as days."""
        return GRANULARITIES[self.unit]

    @property
    def value(self) -> str:
        """The period as TIMEX3 writes it: "2015-10-03", "2015-W40", "2015-Q4", "2015-FA", "201"."""
        return VALUES[self.unit](self)

    def shifted(self, count: int) -> Period | None:
        """The period of the same unit that comes ``count`` later, or earlier where it is negative."""
        return period(self.unit, self.index + count)

    def holding(self, unit: Unit) -> Period | None:
        """The period of another unit in which this one starts."""
        return period_of(unit, self.start)

    def months_later(self, count: int) -> Period | None:
        """The period of the same unit in which the day ``count`` months after this one's first lies."""
        day = add_months(self.start, count)
        return period_of(self.unit, day) if day else None


@lru_cache(maxsize=4096)
def period(unit: Unit, index: int) -> Period | None:
    """The period of that number; None where it starts or ends outside the years 1 to 9999."""
    start = _first_day(unit, index)
    end = _first_day(unit, index + 1)
    if start is None or end is None:
        return None
    return Period(unit, index, start, start + timedelta(days=2) if unit == "weekend" else end)


def period_of(unit: Unit, day: date) -> Period | None:
    """The period in which a day lies; of a weekend, the one that ends the day's week."""
    if unit in DAYS:
        return period(unit, (day.toordinal() - 1) // DAYS[unit])
    return period(unit, (day.year * YEAR + day.month - 1 - OFFSETS.get(unit, 0)) // MONTHS[unit])


def day_of(year: int, month: int, day: int) -> Period | None:
    """The day of that date, None where the calendar has none: 30 February."""
    try:
        return period_of("day", date(year, month, day))
    except ValueError:
        return None


def parts_of_year(unit: Unit) -> int:
    """How many months, seasons, quarters or halves a year has."""
    return YEAR // MONTHS[unit]


def part_of_year(unit: Unit, year: int, number: int) -> Period | None:
    """The ``number``-th month, season, quarter or half of a year, counted from 0."""
    return period(unit, year * parts_of_year(unit) + number)


def add_days(day: date, count: int) -> date | None:
    """The date ``count`` days later; None outside the years 1 to 9999."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date, count: int) -> date | None:
    """The same day of the month ``count`` months later, or that month's last; None outside the years 1 to 9999."""
    month = period("month", day.year * YEAR + day.month - 1 + count)
    return min(month.start + timedelta(days=day.day - 1), month.end - timedelta(days=1)) if month else None


def _first_day(unit: Unit, index: int) -> date | None:
    offset = OFFSETS.get(unit, 0)
    if unit in DAYS:
        return add_days(date.min, index * DAYS[unit] + offset)
    year, month = divmod(index * MONTHS[unit] + offset, YEAR)
    return date(year, month + 1, 1) if date.min.year <= year <= date.max.year else None


def _week(period: Period) -> str:
    iso = period.start.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


VALUES: dict[Unit, Callable[[Period], str]] = {
    "day": lambda period: period.start.isoformat(),
    "week": _week,
    "weekend": lambda period: f"{_week(period)}-WE",
    "month": lambda period: period.start.isoformat()[:7],
    "season": lambda period: f"{period.start.year:04}-{SEASONS[period.index % 4]}",
    "quarter": lambda period: f"{period.start.year:04}-Q{period.index % 4 + 1}",
    "half": lambda period: f"{period.start.year:04}-H{period.index % 2 + 1}",
    "year": lambda period: f"{period.index:04}",
    "decade": lambda period: f"{period.index:03}",
    "century": lambda period: f"{period.index:02}",
}
