"""The times of a text as a whole."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.extract.times import find_times, find_when
from attribune.statement import When
from tests.extract.times.told import SATURDAY, days, read, values

WORDS = re.split(
    " +",
    "the a last next past this that year years week decades century quarter weekend May 31 30 29 2 0 1999 0000 9999 "
    "999999999 million billion ago earlier later since until by early end of in Monday Feb. Easter , . - / ' s 's half "
    "and two third twenty few every p.m. noon 24:00 12:60 GMT '98 1990s fall will said 2015-02-30 31/12/9999 1/1/0001",
)
TEXTS = st.text() | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
DATES = st.none() | st.dates() | st.sampled_from([date.min, date.max])


@settings(max_examples=300)
@given(TEXTS, DATES, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_spans_are_in_bounds_sorted_and_apart(text: str, published: date | None, spans: list[tuple[int, int]]) -> None:
    found = find_times(text, [Span(*span) for span in spans], published)
    ends = [0, *(one.span.end for one in found)]
    assert all(end <= one.span.start < one.span.end <= len(text) for end, one in zip(ends, found, strict=False))
    assert all(any(span[0] <= one.span.start and one.span.end <= span[1] for span in spans) for one in found)


@settings(max_examples=1000)
@given(TEXTS, DATES)
def test_no_text_raises_and_days_come_in_pairs(text: str, published: date | None) -> None:
    for one in find_times(text, [Span(0, len(text))], published):
        assert (one.start is None) == (one.end is None)
        assert one.start is None or (one.end is not None and one.start < one.end)
        assert one.start is None or one.granularity


def test_each_span_is_read_on_its_own() -> None:
    text = "They left last\nMonday came."
    assert [words for words, _ in values(text)] == ["Monday"]


def test_only_what_stands_in_the_spans_is_read() -> None:
    text = "On Monday they met, on Friday they parted."
    assert [one.span.of(text) for one in find_times(text, [Span(20, len(text))], SATURDAY)] == ["Friday"]


def test_a_time_can_refer_to_one_in_a_line_before() -> None:
    assert values("They met on March 4, 2014.\nThe next day they parted.")[1] == ("The next day", "2014-03-05")


def test_the_moment_of_publication_counts_as_its_day() -> None:
    text = "They met yesterday."
    found = find_times(text, [Span(0, len(text))], datetime(2015, 10, 3, 23, 59, tzinfo=UTC))
    assert [one.value for one in found] == ["2015-10-02"]


def test_when_holds_what_has_days() -> None:
    text = "They met every day for two years, and on Friday, and last week."
    assert find_when(text, Article(text).paragraphs, SATURDAY) == (
        When(Span(41, 47), date(2015, 10, 2), date(2015, 10, 3), "day"),
        When(Span(53, 62), date(2015, 9, 21), date(2015, 9, 28), "week"),
    )


def test_the_examples_of_a_news_story_come_out_right() -> None:
    text = (
        "Dunmore port was shelled on Saturday, a week after the truce of September 24 fell.\n"
        "Over the past three days 40 people have fled. On Tuesday night the harbour burned, as in May 2014.\n"
        "Talks, scheduled for Monday, will go on until the end of the month."
    )
    assert days(text) == [
        "2015-10-03 2015-10-04",
        "none",
        "2015-09-24 2015-09-25",
        "2015-10-01 2015-10-04",
        "2015-09-29 2015-09-30",
        "2014-05-01 2014-06-01",
        "2015-10-05 2015-10-06",
        "2015-10-03 2015-11-01",
    ]
    assert [one.granularity for one in read(text)] == ["day", "week", "day", "day", "day", "month", "day", "month"]
