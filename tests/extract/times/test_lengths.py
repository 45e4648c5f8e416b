"""Lengths of time; the day of publication is 3 October 2015."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, read, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took three days.", "three days", "P3D"),
        ("It took a two-year effort.", "two-year", "P2Y"),
        ("It took twenty-one months.", "twenty-one months", "P21M"),
        ("It took one hundred and fifty years.", "one hundred and fifty years", "P150Y"),
        ("It took a thousand years.", "a thousand years", "P1000Y"),
        ("It took 1,500 hours.", "1,500 hours", "PT1500H"),
        ("It took 2.5 minutes.", "2.5 minutes", "PT2.5M"),
        ("It took 5 1/2 weeks.", "5 1/2 weeks", "P5.5W"),
        ("It took 1/2 hour.", "1/2 hour", "PT0.5H"),
        ("It took two and a half years.", "two and a half years", "P2.5Y"),
        ("It took half an hour.", "half an hour", "PT0.5H"),
        ("It took a couple of weeks.", "a couple of weeks", "P2W"),
        ("It took two to three weeks.", "two to three weeks", "P2W"),
        ("It took a dozen years.", "a dozen years", "P12Y"),
        ("It took a fortnight.", "a fortnight", "P2W"),
        ("It took two fortnights.", "two fortnights", "P4W"),
        ("It took two decades.", "two decades", "P20Y"),
        ("It took several months.", "several months", "PXM"),
        ("It took hundreds of years.", "hundreds of years", "PXY"),
        ("It took a year or two.", "a year or two", "PXY"),
        ("It took another week.", "another week", "P1W"),
        ("It took ten more days.", "ten more days", "P10D"),
        ("It took a daylong march.", "daylong", "P1D"),
        ("It was a decades-long feud.", "decades-long", "PXY"),
        ("It fell in the first nine months.", "the first nine months", "P9M"),
        ("It fell in the days before the vote.", "the days", "PXD"),
        ("It took ninety seconds.", "ninety seconds", "PT90S"),
    ],
)
def test_a_length_is_read(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


def test_a_mere_length_has_no_days() -> None:
    assert days("It took three days.") == ["none"]


@pytest.mark.parametrize(
    ("words", "value", "range_"),
    [
        ("the past three days", "P3D", "2015-10-01 2015-10-04"),
        ("the last two weeks", "P2W", "2015-09-20 2015-10-04"),
        ("the past year", "P1Y", "2014-10-04 2015-10-04"),
        ("the last decade", "P10Y", "2005-10-04 2015-10-04"),
        ("the past 24 hours", "PT24H", "2015-10-02 2015-10-04"),
        ("the next three days", "P3D", "2015-10-03 2015-10-06"),
        ("the coming year", "P1Y", "2015-10-03 2016-10-03"),
        ("the next two hours", "PT2H", "2015-10-03 2015-10-04"),
        ("the past 0.3 days", "P0.3D", "2015-10-03 2015-10-04"),
        ("the past 0 days", "P0D", "none"),
        ("the past few weeks", "PXW", "none"),
        ("recent months", "PXM", "none"),
        ("the previous two years", "P2Y", "none"),
    ],
)
def test_a_length_up_to_or_from_today_has_days(words: str, value: str, range_: str) -> None:
    text = f"It rained over {words}."
    assert values(text) == [(words, value)]
    assert [one.kind for one in read(text)] == ["duration"]
    assert days(text) == [range_]


def test_no_days_are_told_where_no_publication_is_known() -> None:
    assert days("It rained over the past three days.", None) == ["none"]


def test_to_last_is_a_verb() -> None:
    assert values("The truce would last four years.") == [("four years", "P4Y")]


@pytest.mark.parametrize("words", ["3 billion billion years", "999999999 centuries"])
def test_a_length_beyond_the_calendar_is_only_a_length(words: str) -> None:
    assert days(f"It rained over the past {words}.") == ["none"]
