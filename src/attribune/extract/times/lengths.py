"""Lengths of time: "three days", "a two-year term", "for decades", "the past three days"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from attribune.extract.times.amounts import amount_of
from attribune.extract.times.licence import is_length
from attribune.extract.times.measure import Measure, measure_of
from attribune.extract.times.patterns import COUNT, PLURAL, SINGLE, UNITS
from attribune.extract.times.period import add_days
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene

DAY = timedelta(days=1)
BACK = ("last", "past")
FORTH = ("next", "coming")


def _length(phrase: Phrase, _: Scene) -> Reading:
    measure = measure_of(phrase)
    return Reading("duration", measure.value(amount_of(phrase)), granularity=measure.granularity)


def _counted(phrase: Phrase, scene: Scene) -> Reading | None:
    """Three days, but not three quarters of something."""
    fraction = phrase.has("hyphen") or phrase.after == "of"
    return None if fraction and measure_of(phrase).unit == "quarter" else _length(phrase, scene)


def _unnumbered(phrase: Phrase, scene: Scene) -> Reading | None:
    """A year, years: where words say that it is a length. A quarter is mostly one of something else."""
    if measure_of(phrase).unit == "quarter" or not (phrase.has("more") or is_length(phrase)):
        return None
    return _length(phrase, scene)


def _about(phrase: Phrase, _: Scene) -> Reading:
    """A year or two, the days before: how many is not told."""
    measure = measure_of(phrase)
    return Reading("duration", measure.value(None), granularity=measure.granularity)


def _rolling(phrase: Phrase, scene: Scene) -> Reading:
    """The past three days end with the day of publication, the next three days start with it."""
    length, pointer = _length(phrase, scene), phrase.kind("pointer")
    amount = amount_of(phrase)
    if scene.published is None or not amount or pointer not in BACK + FORTH:
        return length
    start, end = _reach(measure_of(phrase), -amount if pointer in BACK else amount, scene.published)
    return replace(length, start=start, end=end) if start and end else length


def _reach(measure: Measure, amount: float, today: date) -> tuple[date | None, date | None]:
    """From so many days, weeks, ... before today up to its end, or from today on; half-open."""
    tomorrow, other_end = add_days(today, 1), measure.later(today, amount)
    if tomorrow is None or other_end is None:
        return None, None
    if amount > 0:
        return today, max(other_end, tomorrow)
    return other_end if measure.of_clock else min(other_end + DAY, today), tomorrow


def _these_days(_: Phrase, __: Scene) -> Reading:
    return undated("PRESENT_REF")


ROLLING = "(?<! [modal to] ) (?P<pointer> [last past next coming previous following recent future these] )"
NOT_MORE = "(?! hyphen? old | article [unit year_unit] )"  # 15 years old, 24 hours a day
POINTED = (
    Rule("these units", _these_days),
    Rule(f"the? {ROLLING} {COUNT} hyphen? {UNITS} (?! of )", _rolling),
    Rule(f"the? {ROLLING} {PLURAL}", _rolling),
    Rule(f"the (?P<pointer> past ) {SINGLE}", _rolling),
    Rule(f"(?<= [over in for] ) the (?P<pointer> [last next coming] ) {SINGLE}", _rolling),
)
RULES = (
    Rule(f"article {SINGLE} or [spelled so]", _about),
    Rule(f"the? {PLURAL} (?= [before after] )", _about),
    Rule(f"(?<= [over in] ) the {PLURAL}", _about),
    Rule(f"{UNITS} hyphen long", _length),
    Rule("(?P<unit> lasting )", _length),
    Rule(f"the? ordinal {COUNT} {PLURAL}", _length),
    Rule(f"{COUNT} (?P<hyphen> hyphen )? {UNITS} {NOT_MORE}", _counted),
    Rule(f"(?: article more? | (?P<more> more ) ) {SINGLE} (?! [unit units] ) {NOT_MORE}", _unnumbered),
    Rule(f"{PLURAL} {NOT_MORE}", _unnumbered),
)
