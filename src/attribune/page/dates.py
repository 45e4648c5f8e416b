"""Days as a person would write them: "3–5 Oct 2015", "Jul–Sep 2015", "2014", "1990s"."""

from __future__ import annotations

from datetime import timedelta

from attribune.statement import When

BY_DAY = frozenset({"day", "week"})


def days(when: When, *, month: str = "%b") -> str:
    """The days that a time expression covers; ``month`` is how strftime is to write a month."""
    last = when.end - timedelta(days=1) if when.end > when.start else when.start
    if when.granularity in BY_DAY or (when.start.day, when.end.day) != (1, 1):
        return _range(*([str(day.day), day.strftime(month), str(day.year)] for day in (when.start, last)))
    if (when.start.month, last.month) == (1, 12):
        return _years(when.start.year, last.year)
    return _range(*([day.strftime(month), str(day.year)] for day in (when.start, last)))


def _range(first: list[str], last: list[str]) -> str:
    """From first to last; what they share at the end is told once."""
    own = len(first)
    while own and first[own - 1] == last[own - 1]:
        own -= 1
    if not own:
        return " ".join(last)
    return ("–" if own == 1 else " – ").join([" ".join(first[:own]), " ".join(last)])


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    if first % 10 == 0 and last - first == 9:
        return f"{first}s"
    if first % 100 == 0 and last - first == 99:
        return f"{_ordinal(first // 100 + 1)} century"
    return f"{first}–{last}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
