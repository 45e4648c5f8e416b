"""Times of the clock; the day of publication is a Saturday, 3 October 2015."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, read, values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("10 p.m. Wednesday", "2015-09-30T22:00"),
        ("Wednesday at 10 p.m", "2015-09-30T22:00"),
        ("Wednesday, 10pm", "2015-09-30T22:00"),
        ("noon on Friday", "2015-10-02T12:00"),
        ("midnight Friday", "2015-10-02T24:00"),
        ("7:15 a.m. GMT on Oct. 2", "2015-10-02T07:15"),
        ("12:30 a.m. yesterday", "2015-10-02T00:30"),
        ("1500 GMT on Sunday", "2015-09-27T15:00"),
        ("four in the morning on Sunday", "2015-09-27T04:00"),
        ("ten at night on Sunday", "2015-09-27T22:00"),
        ("5 o'clock on Sunday", "2015-09-27T05:00"),
        ("10.30pm on Sunday", "2015-09-27T22:30"),
    ],
)
def test_an_hour_and_its_day_are_one_time(words: str, value: str) -> None:
    text = f"It fell at {words} in the storm."
    assert values(text) == [(words, value)]
    assert [one.kind for one in read(text)] == ["time"]
    assert days(text) == [f"{value[:10]} {value[:8]}{int(value[8:10]) + 1:02}".replace("09-31", "10-01")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell at 10 p.m. and rose again.", "2015-10-03T22:00"),
        ("They met on Monday and left. It fell at 10:45.", "2015-09-28T10:45"),
        ("They met in 2013. It fell at noon.", "2015-10-03T12:00"),
    ],
)
def test_an_hour_alone_is_of_the_day_mentioned_last_or_of_publication(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_an_hour_alone_has_no_day_where_none_is_known() -> None:
    assert values("It fell at noon.", None) == [("noon", "XXXX-XX-XXT12:00")]


@pytest.mark.parametrize("text", ["They won 10:15 in the end.", "He is 25 a.m. or so.", "The verse 3:16 helps."])
def test_other_numbers_are_no_hours(text: str) -> None:
    assert values(text) == []
