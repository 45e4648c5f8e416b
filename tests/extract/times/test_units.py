"""Days, weeks, months and years pointed at; the day of publication is a Saturday, 3 October 2015."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("words", "value", "range_"),
    [
        ("this week", "2015-W40", "2015-09-28 2015-10-05"),
        ("last week", "2015-W39", "2015-09-21 2015-09-28"),
        ("next week", "2015-W41", "2015-10-05 2015-10-12"),
        ("last month", "2015-09", "2015-09-01 2015-10-01"),
        ("next year", "2016", "2016-01-01 2017-01-01"),
        ("the current quarter", "2015-Q4", "2015-10-01 2016-01-01"),
        ("the latest quarter", "2015-Q3", "2015-07-01 2015-10-01"),
        ("the latest period", "2015-Q3", "2015-07-01 2015-10-01"),
        ("last weekend", "2015-W39-WE", "2015-09-26 2015-09-28"),
        ("the weekend", "2015-W40-WE", "2015-10-03 2015-10-05"),
        ("the year", "2015", "2015-01-01 2016-01-01"),
        ("the full year", "2015", "2015-01-01 2016-01-01"),
        ("this century", "20", "2000-01-01 2100-01-01"),
        ("last decade", "200", "2000-01-01 2010-01-01"),
    ],
)
def test_a_unit_is_counted_from_the_day_of_publication(words: str, value: str, range_: str) -> None:
    assert values(f"It rained during {words}.") == [(words, value)]
    assert days(f"It rained during {words}.") == [range_]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The previous day", "2014-03-03"),
        ("The same day", "2014-03-04"),
        ("That month", "2014-03"),
        ("The next day", "2014-03-05"),
        ("The following year", "2015"),
        ("The day before", "2014-03-03"),
        ("The week after", "2014-W11"),
    ],
)
def test_a_unit_is_counted_from_the_time_mentioned_last(words: str, value: str) -> None:
    assert values(f"They met on March 4, 2014. {words}, it rained.")[1] == (words, value)


def test_a_day_is_not_counted_from_a_year() -> None:
    assert values("They met on March 4, 2014, as in 2013. The previous day it rained.")[-1][1] == "2014-03-03"


def test_the_year_is_the_one_mentioned_last() -> None:
    assert values("He won in 2011. By the end of the year he had left.")[1][1] == "2011"


def test_the_quarter_is_the_one_that_figures_were_told_of() -> None:
    text = "Profit fell in the second quarter. In the quarter costs rose. That quarter was the worst."
    assert [value for _, value in values(text)] == ["2015-Q2"] * 3


def test_the_quarter_is_a_part_of_town_where_no_figures_are_told() -> None:
    assert values("Shops in the quarter were shut.") == []


def test_a_day_after_an_event_is_not_the_day_after() -> None:
    assert values("He left the day after the storm.") == []


def test_a_year_that_ended_is_a_length() -> None:
    assert values("Profits for the year ended June 30 fell.")[0] == ("the year", "P1Y")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained over the weekend.", "2015-W39-WE"),
        ("It will rain over the weekend.", "2015-W40-WE"),
    ],
)
def test_the_weekend_is_the_last_one_unless_the_future_is_told(text: str, value: str) -> None:
    assert values(text, date(2015, 9, 30)) == [("the weekend", value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [("last week", "XXXX-WXX"), ("next year", "XXXX"), ("the weekend", "XXXX-WXX-WE"), ("this quarter", "XXXX-QX")],
)
def test_a_unit_has_no_dates_where_no_publication_is_known(words: str, value: str) -> None:
    assert values(f"It rained {words}.", None) == [(words, value)]
    assert days(f"It rained {words}.", None) == ["none"]
