"""Words before a time that narrow or widen it; the day of publication is 3 October 2015."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("words", "value", "range_"),
    [
        ("early September", "2015-09", "2015-09-01 2015-09-11"),
        ("mid-September", "2015-09", "2015-09-11 2015-09-21"),
        ("the middle of September", "2015-09", "2015-09-11 2015-09-21"),
        ("late last month", "2015-09", "2015-09-21 2015-10-01"),
        ("the end of 2014", "2014", "2014-09-02 2015-01-01"),
        ("the early 1990s", "199", "1990-01-01 1993-05-02"),
        ("early Friday", "2015-10-02", "2015-10-02 2015-10-03"),
        ("earlier this month", "2015-10", "2015-10-01 2015-10-04"),
        ("earlier in the year", "2015", "2015-01-01 2015-10-04"),
        ("later this year", "2015", "2015-10-03 2016-01-01"),
        ("later in 2014", "2014", "2014-01-01 2015-01-01"),
    ],
)
def test_a_part_of_a_time_is_a_part_of_its_days(words: str, value: str, range_: str) -> None:
    text = f"It rained in {words}."
    assert values(text) == [(words, value)]
    assert days(text) == [range_]


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("It has rained since Monday.", "2015-09-28 2015-10-04"),
        ("It has rained since last year.", "2014-01-01 2015-10-04"),
        ("It has rained since early July.", "2015-07-01 2015-10-04"),
        ("It will rain until Monday.", "2015-10-03 2015-10-06"),
        ("It must end by the end of June.", "2015-10-03 2016-07-01"),
        ("It must end by year-end.", "2015-10-03 2016-01-01"),
        ("It had ended by 2013.", "2013-01-01 2014-01-01"),
    ],
)
def test_since_reaches_up_to_today_and_until_from_it(text: str, range_: str) -> None:
    assert days(text) == [range_]


def test_a_part_belongs_to_one_time_only() -> None:
    assert [words for words, _ in values("It began on Monday, late Friday it ended.")] == ["Monday", "late Friday"]
