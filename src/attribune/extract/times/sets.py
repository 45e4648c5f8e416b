"""Times that come again: "daily", "every Friday", "twice a week", "on Mondays"."""

from __future__ import annotations

from attribune.extract.times.amounts import amount_of
from attribune.extract.times.measure import MEASURES, measure_of
from attribune.extract.times.patterns import COUNT, MONTH, PART, SEASON, UNITS
from attribune.extract.times.period import SEASONS
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene


def _units(phrase: Phrase, _: Scene) -> Reading:
    amount = 2 if phrase.has("other") else amount_of(phrase)
    return Reading("set", measure_of(phrase).value(amount))


def _weekdays(phrase: Phrase, _: Scene) -> Reading:
    return Reading("set", f"XXXX-WXX-{phrase.value('weekday')}{_part(phrase)}")


def _months(phrase: Phrase, _: Scene) -> Reading:
    return Reading("set", f"XXXX-{int(phrase.value('month')):02}")


def _seasons(phrase: Phrase, _: Scene) -> Reading:
    return Reading("set", f"XXXX-{SEASONS[int(phrase.value('season'))]}")


def _days(phrase: Phrase, _: Scene) -> Reading:
    return Reading("set", f"XXXX-XX-XX{_part(phrase)}")


def _part(phrase: Phrase) -> str:
    return f"T{phrase.value('part')}" if phrase.has("part") else ""


def _adverb(phrase: Phrase, _: Scene) -> Reading:
    return Reading("set", MEASURES[phrase.value("adverb")].value(1))


PARTS = "(?P<part> [part parts] )"
RULES = (
    Rule(f"each (?: {COUNT} | (?P<other> [alternate second] ) )? {UNITS}", _units),
    Rule(f"each (?P<weekday> weekday ) {PART}?", _weekdays),
    Rule(f"each {MONTH}", _months),
    Rule(f"each {SEASON}", _seasons),
    Rule(f"each {PART}", _days),
    Rule(f"(?P<weekday> weekdays ) {PARTS}?", _weekdays),
    Rule("(?P<weekday> weekday ) (?P<part> parts )", _weekdays),
    Rule(f"times article {UNITS}", _units),
    Rule("(?P<adverb> daily )", _adverb),
)
