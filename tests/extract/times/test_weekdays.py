"""Days of the week and days told from today; the day of publication is a Saturday, 3 October 2015."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Saturday.", "2015-10-03"),
        ("The mayor resigned on Friday.", "2015-10-02"),
        ("The mayor resigned on Sunday.", "2015-09-27"),
        ("The mayor will resign on Sunday.", "2015-10-04"),
        ("The mayor will speak on Saturday.", "2015-10-03"),
        ("Talks, due to start on Monday, are off.", "2015-10-05"),
        ("The trial is set to open Thursday.", "2015-10-08"),
        ("It will open in May, the mayor said Thursday.", "2015-10-01"),
        ("A vote scheduled for Tuesday was put off.", "2015-10-06"),
        ("It could come as early as Tuesday.", "2015-10-06"),
    ],
)
def test_a_bare_weekday_is_the_last_one_unless_the_future_is_told(text: str, value: str) -> None:
    assert value in [found for _, found in values(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("last Saturday", "2015-09-26"),
        ("last Friday", "2015-10-02"),
        ("this Friday", "2015-10-09"),
        ("this Saturday", "2015-10-03"),
        ("this coming Sunday", "2015-10-04"),
        ("next Friday", "2015-10-09"),
        ("yesterday", "2015-10-02"),
        ("tomorrow", "2015-10-04"),
        ("Tuesday night", "2015-09-29TNI"),
        ("yesterday morning", "2015-10-02TMO"),
        ("Sat. evening", "2015-10-03TEV"),
        ("last night", "2015-10-02TNI"),
        ("this afternoon", "2015-10-03TAF"),
        ("tonight", "2015-10-03TNI"),
    ],
)
def test_a_day_is_counted_from_that_of_publication(words: str, value: str) -> None:
    assert values(f"He sang {words}.") == [(words.rstrip(), value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The following Friday", "2014-03-07"),
        ("The previous Friday", "2014-02-28"),
        ("The next morning", "2014-03-05TMO"),
        ("That night", "2014-03-04TNI"),
        ("The night before", "2014-03-03TNI"),
    ],
)
def test_a_day_is_counted_from_the_one_mentioned_last(words: str, value: str) -> None:
    assert values(f"They met on March 4, 2014. {words}, it rained.")[1] == (words, value)


def test_overnight_is_either_of_two_days() -> None:
    assert days("It was shelled overnight.") == ["2015-10-02 2015-10-04"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Friday", "XXXX-WXX-5"),
        ("last Friday night", "XXXX-WXX-5TNI"),
        ("yesterday", "XXXX-XX-XX"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("overnight", "XXXX-XX-XXTNI"),
    ],
)
def test_a_day_has_no_date_where_no_publication_is_known(words: str, value: str) -> None:
    assert [found for _, found in values(f"He sang {words}.", None)] == [value]
    assert days(f"He sang {words}.", None) == ["none"]
