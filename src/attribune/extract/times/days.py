"""Days of a month, with or without a year: "October 3, 2015", "3 Oct.", "2015-10-03"."""

from __future__ import annotations

import re
from dataclasses import replace

from attribune.extract.times.nearest import of_the_year
from attribune.extract.times.patterns import DAY, MONTH, NOT_COUNTED, WEEKDAY, WHICH, YEAR
from attribune.extract.times.period import day_of
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, dated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene
from attribune.extract.times.told_year import told_year
from attribune.extract.wordlists import rows

EVENTS = "time_events.tsv"
SEPARATOR = re.compile("[-/.]")


def _iso(phrase: Phrase, _: Scene) -> Reading | None:
    year, month, day = (int(part) for part in SEPARATOR.split(phrase.word("date")))
    return dated(day_of(year, month, day))


def _numeric(phrase: Phrase, _: Scene) -> Reading | None:
    """The date by the only order of day and month that makes one."""
    first, second, year = (int(part) for part in SEPARATOR.split(phrase.word("date")))
    found = {day_of(year, first, second), day_of(year, second, first)} - {None}
    return dated(found.pop()) if len(found) == 1 else None


def _nine_eleven(phrase: Phrase, _: Scene) -> Reading | None:
    return dated(day_of(2001, 9, 11)) if phrase.words("date") == ("9", "/", "11") else None


def _day(phrase: Phrase, scene: Scene) -> Reading | None:
    month, day = int(phrase.value("month")), phrase.number("day")
    year = told_year(phrase, scene) or _event_year(month, day, phrase)
    first = of_the_year(lambda year: day_of(year, month, day), year, phrase, scene)
    return _through(first, phrase.number("until")) if first else None


def _event_year(month: int, day: int, phrase: Phrase) -> int | None:
    """The year of an event that is named after its day: the September 11 attacks."""
    behind = phrase.line.word(phrase.end).lower()
    for event_month, event_day, year, words in rows(EVENTS):
        if (int(event_month), int(event_day)) == (month, day) and behind in words.split(", "):
            return int(year)
    return None


def _through(first: Reading, last_day: int) -> Reading:
    """Several days of one month; the first one where the last does not come after it, or is none (0)."""
    start = first.period.start if first.period else None
    last = day_of(start.year, start.month, last_day) if start else None
    if start is None or last is None or last.start <= start:
        return first
    return replace(first, value=f"{first.value}/{last.value}", end=last.end)


UNTIL = "(?: [hyphen to] (?P<until> day_number ) )?"
RULES = (
    Rule("(?P<date> iso_date )", _iso),
    Rule("(?P<date> numeric_date )", _numeric),
    Rule("(?P<date> day_number slash day_number ) (?! slash )", _nine_eleven),
    Rule(f"{WHICH} {WEEKDAY} {MONTH} the? {DAY} {UNTIL} (?: comma? {YEAR} | {NOT_COUNTED} )", _day),
    Rule(f"{WHICH} {WEEKDAY} the? {DAY} {UNTIL} of? {MONTH} (?: comma? {YEAR} )?", _day),
)
