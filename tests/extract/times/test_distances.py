"""Times told by how far away they are; the day of publication is 3 October 2015."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("words", "value", "range_"),
    [
        ("ten days ago", "2015-09-23", "2015-09-23 2015-09-24"),
        ("two weeks ago", "2015-W38", "2015-09-14 2015-09-21"),
        ("a month ago", "2015-09", "2015-09-01 2015-10-01"),
        ("a year or so ago", "2014", "2014-01-01 2015-01-01"),
        ("two decades ago", "199", "1990-01-01 2000-01-01"),
        ("two hours ago", "2015-10-03", "2015-10-03 2015-10-04"),
        ("three years from now", "2018", "2018-01-01 2019-01-01"),
        ("several years ago", "PAST_REF", "none"),
        ("years ago", "PAST_REF", "none"),
        ("999999999 years ago", "PAST_REF", "none"),
        ("3 million years hence", "FUTURE_REF", "none"),
    ],
)
def test_a_distance_is_counted_from_today(words: str, value: str, range_: str) -> None:
    assert values(f"It opened {words}.") == [(words, value)]
    assert days(f"It opened {words}.") == [range_]


@pytest.mark.parametrize(
    ("words", "value"),
    [("Two days later", "2014-03-06"), ("A week earlier", "2014-W09"), ("A year earlier", "2013")],
)
def test_earlier_and_later_are_counted_from_the_time_mentioned_last(words: str, value: str) -> None:
    assert values(f"They met on March 4, 2014. {words}, it rained.")[1] == (words, value)


@pytest.mark.parametrize("words", ["a year earlier", "the year-ago quarter", "the year-earlier period", "a year ago"])
def test_figures_of_a_quarter_are_compared_with_those_of_the_quarter_a_year_before(words: str) -> None:
    text = f"Profit rose in the second quarter, from {words}. Sales fell from {words}."
    assert [value for _, value in values(text)] == ["2015-Q2", "2014-Q2", "2014-Q2"]


def test_a_year_before_is_a_year_where_no_quarter_is_mentioned() -> None:
    assert [value for _, value in values("Year-earlier profits were higher.")] == ["2014"]


def test_nothing_is_counted_where_no_publication_is_known() -> None:
    assert values("It opened a year ago, after year-ago losses.", None) == [
        ("a year ago", "PAST_REF"),
        ("year-ago", "PAST_REF"),
    ]
