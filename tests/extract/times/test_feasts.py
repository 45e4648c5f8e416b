"""Named days of the year."""

from __future__ import annotations

import pytest

from attribune.extract.times.feasts import from_easter, nth_weekday
from tests.extract.times.told import values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Christmas 2014", "2014-12-25"),
        ("Christmas Eve, 2014", "2014-12-24"),
        ("New Year's Day 2014", "2014-01-01"),
        ("New Year’s Eve 2014", "2014-12-31"),
        ("Thanksgiving Day 2014", "2014-11-27"),
        ("Black Friday 2014", "2014-11-28"),
        ("Memorial Day 2015", "2015-05-25"),
        ("Election Day 2016", "2016-11-08"),
        ("Good Friday 2015", "2015-04-03"),
        ("Easter last year", "2014-04-20"),
        ("last Christmas", "2014-12-25"),
        ("next Christmas", "2015-12-25"),
    ],
)
def test_a_feast_is_a_day(words: str, value: str) -> None:
    assert values(f"It snowed on {words}.") == [(words, value)]


@pytest.mark.parametrize("text", ["Good harbours, Black sails", "New Dunmore", "Easter Dunmore", "Labor won"])
def test_the_first_word_of_a_feast_is_none(text: str) -> None:
    assert values(text) == []


def test_a_feast_that_moves_has_no_date_where_no_year_is_known() -> None:
    assert values("at Easter and at Christmas", None) == [("Easter", "XXXX-XX-XX"), ("Christmas", "XXXX-12-25")]


@pytest.mark.parametrize(
    ("year", "sunday"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2038, "2038-04-25")]
)
def test_easter_moves(year: int, sunday: str) -> None:
    found = from_easter(year)
    assert found is not None
    assert found.value == sunday


@pytest.mark.parametrize("year", [-1, 0, 9999, 10_000])
def test_no_feast_raises_at_the_edges_of_the_calendar(year: int) -> None:
    from_easter(year, -100)
    nth_weekday(year, 12, -1, 7, 60)
