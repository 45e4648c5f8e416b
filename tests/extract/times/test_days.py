"""Days of a month."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge fell on October 3, 2015, in the night.", "October 3, 2015"),
        ("The bridge fell on 3 Oct. 2015.", "3 Oct. 2015"),
        ("The bridge fell on 2015-10-03.", "2015-10-03"),
        ("The bridge fell on 2015/10/03.", "2015/10/03"),
        ("The bridge fell on the 3rd of October 2015.", "the 3rd of October 2015"),
        ("The bridge fell on Saturday, Oct. 3, 2015.", "Saturday, Oct. 3, 2015"),
        ("The bridge fell on Sat, 3 October, 2015.", "Sat, 3 October, 2015"),
        ("The bridge fell on October third, 2015.", "October third, 2015"),
        ("THE BRIDGE FELL ON OCTOBER 3, 2015", "OCTOBER 3, 2015"),
        ("The bridge fell on Oct. 3 this year.", "Oct. 3 this year"),
        ("The bridge fell on 03/10/2015 or so they said, 30/09/2015 by others.", "30/09/2015"),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, words: str) -> None:
    assert values(text) == [(words, "2015-09-30" if "30" in words else "2015-10-03")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The truce of 13/04/2015 held.", "2015-04-13"),
        ("The truce of 04/25/2015 held.", "2015-04-25"),
        ("The truce of 04/04/2015 held.", "2015-04-04"),
        ("The truce of 3.4.2015 held.", None),
        ("The truce of 03/04/2015 held.", None),
        ("The truce of 31/31/2015 held.", None),
    ],
)
def test_a_date_in_numbers_counts_only_where_one_order_makes_a_date(text: str, value: str | None) -> None:
    assert [found for _, found in values(text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor was shot on September 28.", "2015-09-28"),
        ("The mayor was shot on December 20.", "2014-12-20"),
        ("The council will vote on 25 October.", "2015-10-25"),
        ("The vote is on 1 December.", "2015-12-01"),
        ("A vote, scheduled for Feb. 2, may be put off.", "2016-02-02"),
        ("It closed on last Oct. 20.", "2014-10-20"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_the_tense_allows(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_a_day_that_not_every_year_has_is_sought_in_more_years() -> None:
    assert values("It closed on Feb. 29.", date(2014, 2, 1)) == [("Feb. 29", "2012-02-29")]


def test_a_day_without_a_year_stays_without_one_where_no_publication_is_known() -> None:
    assert values("It closed on Feb. 29.", None) == [("Feb. 29", "XXXX-02-29")]
    assert days("It closed on Feb. 29.", None) == ["none"]


@pytest.mark.parametrize("text", ["on Feb. 30, 2015", "on 31 November", "on 2015-13-01", "on 0000-01-01", "on May 32"])
def test_a_day_that_the_calendar_lacks_is_none(text: str) -> None:
    assert not [value for _, value in values(f"It closed {text}.") if len(value) == len("2015-10-03")]


@pytest.mark.parametrize(
    ("text", "value", "range_"),
    [
        ("from Oct. 3-5, 2014", "2014-10-03/2014-10-05", "2014-10-03 2014-10-06"),
        ("on May 2 to 4, 2014", "2014-05-02/2014-05-04", "2014-05-02 2014-05-05"),
        ("on May 4-2, 2014", "2014-05-04", "2014-05-04 2014-05-05"),
    ],
)
def test_days_in_a_row_are_one_time(text: str, value: str, range_: str) -> None:
    assert [found for _, found in values(text)] == [value]
    assert days(text) == [range_]


def test_a_number_that_counts_something_is_no_day() -> None:
    assert values("In March 15 people were hurt.") == [("March", "2015-03")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("after the September 11 attacks", "2001-09-11"),
        ("since 9/11 the rules", "2001-09-11"),
        ("before the Sept. 11 meeting", "2015-09-11"),
        ("a chance of 9/12", None),
    ],
)
def test_a_day_that_an_event_is_named_after_is_that_of_the_event(text: str, value: str | None) -> None:
    assert [found for _, found in values(text)] == ([value] if value else [])
