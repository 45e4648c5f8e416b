from __future__ import annotations

from datetime import date

import pytest

from attribune.article import Span
from attribune.page.dates import days
from attribune.statement import Granularity, When


@pytest.mark.parametrize(
    ("start", "end", "granularity", "expected"),
    [
        pytest.param("2031-03-09", "2031-03-10", "day", "9 Mar 2031", id="day"),
        pytest.param("2031-03-09", "2031-03-12", "day", "9–11 Mar 2031", id="days of a month"),
        pytest.param("2031-03-30", "2031-04-03", "week", "30 Mar – 2 Apr 2031", id="days of two months"),
        pytest.param("2031-12-30", "2032-01-03", "day", "30 Dec 2031 – 2 Jan 2032", id="days of two years"),
        pytest.param("2031-03-01", "2031-04-01", "day", "1–31 Mar 2031", id="each day of a month"),
        pytest.param("2031-03-01", "2031-04-01", "month", "Mar 2031", id="month"),
        pytest.param("2031-07-01", "2031-10-01", "quarter", "Jul–Sep 2031", id="quarter"),
        pytest.param("2031-12-01", "2032-03-01", "quarter", "Dec 2031 – Feb 2032", id="winter"),
        pytest.param("2031-01-01", "2032-01-01", "year", "2031", id="year"),
        pytest.param("2031-01-01", "2034-01-01", "year", "2031–2033", id="years"),
        pytest.param("2031-05-05", "2032-05-05", "year", "5 May 2031 – 4 May 2032", id="a year from some day on"),
        pytest.param("1930-01-01", "1940-01-01", "decade", "1930s", id="decade"),
        pytest.param("1935-01-01", "1945-01-01", "year", "1935–1944", id="ten years that are no decade"),
        pytest.param("1800-01-01", "1900-01-01", "century", "19th century", id="century"),
        pytest.param("2000-01-01", "2100-01-01", "century", "21st century", id="first"),
        pytest.param("1000-01-01", "1100-01-01", "century", "11th century", id="eleventh"),
        pytest.param("2031-03-09", "2031-03-09", "day", "9 Mar 2031", id="no day at all"),
        pytest.param("9999-12-31", "9999-12-31", "month", "31 Dec 9999", id="last day of the calendar"),
    ],
)
def test_days_read_like_words(start: str, end: str, granularity: Granularity, expected: str) -> None:
    assert days(When(Span(0, 1), date.fromisoformat(start), date.fromisoformat(end), granularity)) == expected


def test_months_may_be_written_out() -> None:
    assert days(When(Span(0, 1), date(2031, 3, 9), date(2031, 3, 10)), month="%B") == "9 March 2031"
