"""Times of the clock: "10 p.m.", "7:15", "noon", "1500 GMT", "four in the morning"."""

from __future__ import annotations

import re

from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene

HALF_DAY = 12
HOURS = 24
MINUTES = 60
HOUR_AND_MINUTE = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?([ap]m)?")
TIME_LEADS = frozenset(("at", "by", "until", "from", "since", "lead", "before", "after", "to"))


def _clock(phrase: Phrase, _: Scene) -> Reading | None:
    """Hours and minutes; without a.m., p.m. or a zone only behind a word that leads to a time."""
    found = HOUR_AND_MINUTE.fullmatch(phrase.word("clock"))
    if found is None:
        return None
    half = _half(phrase) if phrase.has("meridiem") else {"am": 0, "pm": HALF_DAY}.get(found[3])
    told = half is not None or phrase.has("zone") or phrase.before in TIME_LEADS
    return _at(int(found[1]), int(found[2] or 0), half) if told else None


def _hour(phrase: Phrase, _: Scene) -> Reading | None:
    return _at(phrase.number("hour"), 0, _half(phrase))


def _half(phrase: Phrase) -> int | None:
    """The hours that the half of the day adds, by a.m. and p.m. or by morning and night."""
    if phrase.has("part"):
        return 0 if phrase.value("part") == "MO" else HALF_DAY
    return int(phrase.value("meridiem")) if phrase.has("meridiem") else None


def _military(phrase: Phrase, _: Scene) -> Reading | None:
    hour, minute = divmod(phrase.number("clock"), 100)
    return _at(hour, minute, None)


def _moment(phrase: Phrase, _: Scene) -> Reading | None:
    return Reading("time", f"T{phrase.value('moment')}", granularity="day")


def _at(hour: int, minute: int, half: int | None) -> Reading | None:
    if half is not None and 1 <= hour <= HALF_DAY:
        hour = hour % HALF_DAY + half
    return Reading("time", f"T{hour:02}:{minute:02}", granularity="day") if hour <= HOURS and minute < MINUTES else None


MERIDIEM = "(?P<meridiem> meridiem )"
ZONE = "(?P<zone> zone )"
RULES = (
    Rule(f"(?P<clock> clock_time ) {MERIDIEM}? {ZONE}?", _clock),
    Rule(f"(?P<hour> day_number ) {MERIDIEM} {ZONE}?", _hour),
    Rule("(?P<hour> [day_number spelled] ) oh apostrophe clock", _hour),
    Rule("(?P<hour> [day_number spelled] ) (?: in the | at ) (?P<part> part )", _hour),
    Rule(f"(?P<clock> [year count] ) {ZONE}", _military),
    Rule(f"(?P<moment> moment ) {ZONE}?", _moment),
)
