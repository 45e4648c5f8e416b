"""Years, decades and centuries."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("text", "value", "range_"),
    [
        ("in 2014", "2014", "2014-01-01 2015-01-01"),
        ("in fiscal 2014", "2014", "2014-01-01 2015-01-01"),
        ("in the year two thousand", "2000", "2000-01-01 2001-01-01"),
        ("in nineteen ninety-one", "1991", "1991-01-01 1992-01-01"),
        ("from 1939-1945", "1939/1945", "1939-01-01 1946-01-01"),
        ("in 2014-15", "2014/2015", "2014-01-01 2016-01-01"),
        ("in 2014-10", "2014", "2014-01-01 2015-01-01"),
        ("in the 1990s", "199", "1990-01-01 2000-01-01"),
        ("in the 1990's", "199", "1990-01-01 2000-01-01"),
        ("in the sixties", "196", "1960-01-01 1970-01-01"),
        ("in the '20s", "202", "2020-01-01 2030-01-01"),
        ("in the 20th century", "19", "1900-01-01 2000-01-01"),
        ("in the twenty-first century", "20", "2000-01-01 2100-01-01"),
    ],
)
def test_a_year_or_more_is_read(text: str, value: str, range_: str) -> None:
    assert [found for _, found in values(f"It began {text}.")] == [value]
    assert days(f"It began {text}.") == [range_]


def test_two_digits_are_the_nearest_year() -> None:
    assert values("in '05", None) == [("'05", "2005")]


@pytest.mark.parametrize("text", ["in 0000", "in the 99th century BC", "in 99999", "room 1999999999999999999999"])
def test_what_is_no_year_of_the_calendar_is_none(text: str) -> None:
    assert values(text) == []
