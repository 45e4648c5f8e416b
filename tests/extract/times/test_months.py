"""Months, seasons, quarters and halves of a year."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words", "value", "range_"),
    [
        ("built in March 2014", "March 2014", "2014-03", "2014-03-01 2014-04-01"),
        ("built in March of 2014", "March of 2014", "2014-03", "2014-03-01 2014-04-01"),
        ("built in June last year", "June last year", "2014-06", "2014-06-01 2014-07-01"),
        ("built in Oct. '98", "Oct. '98", "1998-10", "1998-10-01 1998-11-01"),
        ("built in summer 2012", "summer 2012", "2012-SU", "2012-06-01 2012-09-01"),
        ("built in the winter of 2012", "the winter of 2012", "2012-WI", "2012-12-01 2013-03-01"),
        ("lost in the second quarter of 2013", "the second quarter of 2013", "2013-Q2", "2013-04-01 2013-07-01"),
        ("lost in this year's third quarter", "this year's third quarter", "2015-Q3", "2015-07-01 2015-10-01"),
        ("lost in the 1988 third quarter", "the 1988 third quarter", "1988-Q3", "1988-07-01 1988-10-01"),
        ("lost in Q4 2013", "Q4 2013", "2013-Q4", "2013-10-01 2014-01-01"),
        ("lost in 2013 Q4", "2013 Q4", "2013-Q4", "2013-10-01 2014-01-01"),
        ("lost in H1 2013", "H1 2013", "2013-H1", "2013-01-01 2013-07-01"),
        ("lost in the first half of 2013", "the first half of 2013", "2013-H1", "2013-01-01 2013-07-01"),
        ("lost in the last half of next year", "the last half of next year", "2016-H2", "2016-07-01 2017-01-01"),
    ],
)
def test_a_part_of_a_year_is_read_with_its_year(text: str, words: str, value: str, range_: str) -> None:
    assert values(text) == [(words, value)]
    assert days(text) == [range_]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was arrested in November.", "2014-11"),
        ("He was arrested in September.", "2015-09"),
        ("He was arrested in October.", "2015-10"),
        ("He will be tried in November.", "2015-11"),
        ("The trial, due in March, is off.", "2016-03"),
        ("They met last April.", "2015-04"),
        ("They met last December.", "2014-12"),
        ("They meet next October.", "2016-10"),
        ("They meet this December.", "2015-12"),
        ("They met this past spring.", "2015-SP"),
        ("They met last fall.", "2014-FA"),
        ("They meet next winter.", "2015-WI"),
        ("The fourth quarter was weak.", "2015-Q4"),
        ("Third-quarter profits fell.", "2015-Q3"),
    ],
)
def test_a_part_of_a_year_without_the_year_is_the_nearest_that_the_words_allow(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("in October", "XXXX-10"), ("last summer", "XXXX-SU"), ("the second quarter", "XXXX-Q2")],
)
def test_a_part_of_a_year_stays_without_its_year_where_no_publication_is_known(text: str, value: str) -> None:
    assert [found for _, found in values(f"They met {text}.", None)] == [value]
    assert days(f"They met {text}.", None) == ["none"]


@pytest.mark.parametrize("text", ["the fifth quarter of 2013", "the third half of 2013"])
def test_a_year_has_four_quarters_and_two_halves(text: str) -> None:
    assert "2013" in [value for _, value in values(f"He lost in {text}.")]
