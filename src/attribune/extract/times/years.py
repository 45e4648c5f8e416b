"""Years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from attribune.extract.times.amounts import amount_of
from attribune.extract.times.licence import PARTS, is_decade, is_year
from attribune.extract.times.patterns import COUNT, NOT_COUNTED, NUMBERED_YEAR, ORDINAL
from attribune.extract.times.period import period
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, dated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene
from attribune.extract.times.told_year import CENTURY, full_year, told_year


def _year(phrase: Phrase, scene: Scene) -> Reading | None:
    year = told_year(phrase, scene)
    return dated(period("year", year)) if year is not None and is_year(phrase) else None


def _counted_year(phrase: Phrase, _: Scene) -> Reading | None:
    """The year two thousand."""
    number = amount_of(phrase)
    return dated(period("year", int(number))) if number else None


def _years(phrase: Phrase, scene: Scene) -> Reading | None:
    """1939-1945, 2014-15."""
    first = _year(phrase, scene)
    digits, until = phrase.words("year")[0], phrase.words("until")[0]
    last = period("year", int(digits[: len(digits) - len(until)] + until))
    if first is None or first.start is None or last is None or last.start <= first.start:
        return None
    return replace(first, value=f"{first.value}/{last.value}", end=last.end)


def _decade(phrase: Phrase, scene: Scene) -> Reading | None:
    number = phrase.number("decade")
    if number >= CENTURY:
        return dated(period("decade", number // 10))
    return dated(period("decade", full_year(number, scene) // 10)) if is_decade(phrase) else None


def _old_decade(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 1990's; not 1990's results."""
    is_told = phrase.has("the") or phrase.before in PARTS
    return _decade(phrase, scene) if is_told and phrase.number("decade") % 10 == 0 else None


def _century(phrase: Phrase, _: Scene) -> Reading | None:
    return dated(period("century", phrase.number("ordinal") - 1))


RULES = (
    Rule("(?P<year> year ) hyphen (?P<until> [year day_number two_digits] )", _years),
    Rule(f"the year_unit {COUNT}", _counted_year),
    Rule("(?P<the> the )? (?P<apostrophe> apostrophe )? (?P<decade> decade )", _decade),
    Rule(
        "(?P<the> the )? (?P<decade> [year two_digits] ) (?P<apostrophe> apostrophe ) possessive",
        _old_decade,
    ),
    Rule(f"the? {ORDINAL} hyphen? century_unit (?! era )", _century),
    Rule(f"(?: the? fiscal? year_unit | fiscal )? {NUMBERED_YEAR} (?! era ) {NOT_COUNTED}", _year),
)
