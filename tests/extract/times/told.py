"""What the times of a short text come to, as rows of a test can write it."""

from __future__ import annotations

from datetime import date

from attribune.article import Article
from attribune.extract.times import Timex, find_times

SATURDAY = date(2015, 10, 3)


def read(text: str, published: date | None = SATURDAY) -> tuple[Timex, ...]:
    return find_times(text, Article(text).paragraphs, published)


def values(text: str, published: date | None = SATURDAY) -> list[tuple[str, str]]:
    """The words and the value of each time."""
    return [(one.span.of(text), one.value) for one in read(text, published)]


def days(text: str, published: date | None = SATURDAY) -> list[str]:
    """The days of each time: "2015-10-03 2015-10-04", "none" where they are not known."""
    return [f"{one.start} {one.end}" if one.start else "none" for one in read(text, published)]
