"""Months, seasons, quarters and halves of a year, with or without the year."""

from __future__ import annotations

from attribune.extract.times.licence import is_month, is_season
from attribune.extract.times.nearest import of_the_year
from attribune.extract.times.patterns import MONTH, ORDINAL, SEASON, YEAR
from attribune.extract.times.period import Unit, part_of_year, parts_of_year
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, dated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene
from attribune.extract.times.told_year import told_year

Part = tuple[Unit, int]  # the how-manieth month, season, quarter or half of its year, from 0


def _part(phrase: Phrase) -> Part | None:
    """The part of a year that the phrase tells; None where a year has no such part."""
    if phrase.has("month"):
        return "month", int(phrase.value("month")) - 1
    if phrase.has("season"):
        return "season", int(phrase.value("season"))
    unit: Unit = "half" if phrase.has("half") else "quarter"
    number = parts_of_year(unit) if phrase.has("last_one") else phrase.number("ordinal")
    return (unit, number - 1) if 1 <= number <= parts_of_year(unit) else None


def _part_of_year(phrase: Phrase, scene: Scene) -> Reading | None:
    part = _part(phrase)
    if part is None:
        return None
    return of_the_year(lambda year: part_of_year(part[0], year, part[1]), told_year(phrase, scene), phrase, scene)


def _bare_month(phrase: Phrase, scene: Scene) -> Reading | None:
    return _part_of_year(phrase, scene) if is_month(phrase) else None


def _bare_season(phrase: Phrase, scene: Scene) -> Reading | None:
    return _part_of_year(phrase, scene) if is_season(phrase) else None


def _pointed(phrase: Phrase, scene: Scene) -> Reading | None:
    """Last April is the last one before this month, next April the first after it, this April the year's."""
    part = _part(phrase)
    now = scene.now(part[0]) if part else None
    if part is None or now is None or scene.published is None:
        return _part_of_year(phrase, scene)
    unit, number = part
    whole = parts_of_year(unit)
    ahead = (number - now.index) % whole
    match "last" if phrase.has("past") else phrase.kind("pointer"):
        case "last" | "past" | "previous":
            return dated(now.shifted(ahead - whole))
        case "next" | "coming":
            return dated(now.shifted(ahead or whole))
    return dated(part_of_year(unit, scene.published.year, number) if ahead else now)


POINTER = "the? (?P<pointer> [this last past next coming previous] ) (?: (?P<past> past ) | coming )?"
QUARTER = f"fiscal? hyphen? {ORDINAL} hyphen? quarter_unit"
QUARTER_CODE = "(?P<ordinal> quarter_code )"
HALF = f"(?: {ORDINAL} | (?P<last_one> last ) ) hyphen? (?P<half> half )"
RULES = (
    Rule(f"{MONTH} [comma of in]? {YEAR}", _part_of_year),
    Rule(f"the? {SEASON} [comma of in]? {YEAR}", _part_of_year),
    Rule(f"the? {QUARTER} [of in]? {YEAR}", _part_of_year),
    Rule(f"the? {YEAR} (?: apostrophe possessive )? {QUARTER}", _part_of_year),
    Rule(f"{QUARTER_CODE} of? {YEAR}", _part_of_year),
    Rule(f"{YEAR} {QUARTER_CODE}", _part_of_year),
    Rule(f"(?P<half> (?P<ordinal> half_code ) ) of? {YEAR}", _part_of_year),
    Rule(f"the? {HALF} of {YEAR}", _part_of_year),
    Rule(f"the? {QUARTER}", _part_of_year),
)
POINTED = (
    Rule(f"{POINTER} {MONTH}", _pointed),
    Rule(f"{POINTER} {SEASON}", _pointed),
)
BARE = (
    Rule(MONTH, _bare_month),
    Rule(f"(?P<the> the )? {SEASON}", _bare_season),
)
