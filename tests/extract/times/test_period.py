"""Periods of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.extract.times.period import Period, Unit, add_days, add_months, day_of, period, period_of

UNITS = st.sampled_from(get_args(Unit))
MIDDLE = st.dates(date(200, 1, 1), date(9800, 1, 1))  # every period around has both its ends in the calendar


def held(unit: Unit, day: date) -> Period:
    found = period_of(unit, day)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("unit", "value", "start", "end"),
    [
        ("day", "2015-10-03", "2015-10-03", "2015-10-04"),
        ("week", "2015-W40", "2015-09-28", "2015-10-05"),
        ("weekend", "2015-W40-WE", "2015-10-03", "2015-10-05"),
        ("month", "2015-10", "2015-10-01", "2015-11-01"),
        ("season", "2015-FA", "2015-09-01", "2015-12-01"),
        ("quarter", "2015-Q4", "2015-10-01", "2016-01-01"),
        ("half", "2015-H2", "2015-07-01", "2016-01-01"),
        ("year", "2015", "2015-01-01", "2016-01-01"),
        ("decade", "201", "2010-01-01", "2020-01-01"),
        ("century", "20", "2000-01-01", "2100-01-01"),
    ],
)
def test_a_day_lies_in_one_period_of_each_unit(unit: Unit, value: str, start: str, end: str) -> None:
    found = held(unit, date(2015, 10, 3))
    assert (found.value, str(found.start), str(found.end)) == (value, start, end)


@pytest.mark.parametrize(
    ("day", "value"), [("2015-01-31", "2014-WI"), ("2014-12-31", "2014-WI"), ("2015-03-01", "2015-SP")]
)
def test_winter_ends_in_the_next_year(day: str, value: str) -> None:
    assert held("season", date.fromisoformat(day)).value == value


def test_a_week_belongs_to_the_year_that_most_of_it_lies_in() -> None:
    assert held("week", date(2016, 1, 1)).value == "2015-W53"


@given(UNITS.filter(lambda unit: unit != "weekend"), MIDDLE)
def test_a_period_holds_its_day_and_ends_where_the_next_starts(unit: Unit, day: date) -> None:
    found = held(unit, day)
    after = found.shifted(1)
    assert found.start <= day < found.end
    assert after is not None
    assert after.start == found.end
    assert after.shifted(-1) == found


@given(UNITS, st.dates() | st.sampled_from([date.min, date.max]), st.integers())
def test_no_period_raises(unit: Unit, day: date, count: int) -> None:
    found = period_of(unit, day)
    for one in (found, found and found.shifted(count), period(unit, count)):
        assert one is None or (one.start < one.end and one.value)
    if found:
        found.months_later(count)
        found.holding("week")


@given(st.dates(), st.integers())
def test_no_sum_of_days_or_months_raises(day: date, count: int) -> None:
    later = add_days(day, count)
    assert later is None or later - day == timedelta(days=count)
    month = add_months(day, count)
    assert month is None or (month.year - day.year) * 12 + month.month - day.month == count


@pytest.mark.parametrize(
    ("day", "months", "later"), [("2015-01-31", 1, "2015-02-28"), ("2016-02-29", -12, "2015-02-28")]
)
def test_a_month_later_is_the_same_day_or_the_last(day: str, months: int, later: str) -> None:
    assert str(add_months(date.fromisoformat(day), months)) == later


@pytest.mark.parametrize("day", [(2015, 2, 30), (0, 1, 1), (10_000, 1, 1), (2015, 13, 1)])
def test_a_day_that_the_calendar_lacks_is_none(day: tuple[int, int, int]) -> None:
    assert day_of(*day) is None
