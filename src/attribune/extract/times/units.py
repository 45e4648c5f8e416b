"""Days, weeks, months and years pointed at: "last week", "this year", "the previous day", "the weekend"."""

from __future__ import annotations

from typing import cast

from attribune.extract.times.deixis import pointed, pointer_of
from attribune.extract.times.edges import narrowed
from attribune.extract.times.licence import is_definite
from attribune.extract.times.measure import measure_of
from attribune.extract.times.patterns import POINTERS, UNIT
from attribune.extract.times.period import GRANULARITIES, Period, Unit
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, dated, on, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene

UNANCHORED: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def _pointed(phrase: Phrase, scene: Scene) -> Reading:
    unit = _unit(phrase)
    return _reading(pointed(pointer_of(phrase), unit, scene), unit)


def _definite(phrase: Phrase, scene: Scene) -> Reading | None:
    """The year is that mentioned last, if nothing else was since, or that of publication; the quarter one mentioned."""
    unit = _unit(phrase)
    if not is_definite(phrase):
        return None
    if unit == "quarter":
        return dated(scene.quarter)
    mentioned = scene.last if scene.last and scene.last.unit == unit else None
    return _reading(mentioned or scene.now(unit), unit)


def _whole(phrase: Phrase, scene: Scene) -> Reading:
    """The full year is that of publication."""
    return _reading(scene.now(_unit(phrase)), _unit(phrase))


def _latest_period(_: Phrase, scene: Scene) -> Reading:
    """The latest period of a business is a quarter."""
    return _reading(pointed("latest", "quarter", scene), "quarter")


def _next_to(phrase: Phrase, scene: Scene) -> Reading:
    """The day before, the week after, where no event follows: from the time mentioned last."""
    unit = _unit(phrase)
    return _reading(pointed("previous" if phrase.kind("way") == "before" else "following", unit, scene), unit)


def _ended(phrase: Phrase, _: Scene) -> Reading:
    """The year ended March 31: how long it is, as the day behind it tells when."""
    measure = measure_of(phrase)
    return Reading("duration", measure.value(1), granularity=measure.granularity)


def _year_end(_: Phrase, scene: Scene) -> Reading:
    """The last third of the year of publication."""
    year = scene.now("year")
    return narrowed(on(year), ("end",), scene.published) if year else undated("XXXX", "year")


def _weekend(phrase: Phrase, scene: Scene) -> Reading:
    """The last weekend that has begun, or the next one where the tense is future."""
    this = scene.now("weekend")
    if this and scene.published and scene.published < this.start and scene.tense(phrase) != "future":
        this = this.shifted(-1)
    return _reading(this, "weekend")


def _unit(phrase: Phrase) -> Unit:
    return cast("Unit", phrase.value("unit"))


def _reading(found: Period | None, unit: Unit) -> Reading:
    return on(found) if found else undated(UNANCHORED[unit], GRANULARITIES[unit])


RULES = (
    Rule(f"(?P<the> the )? (?P<pointer> [{POINTERS}] ) fiscal? {UNIT} (?! hyphen long )", _pointed),
    Rule("the? latest period", _latest_period),
    Rule(f"the {UNIT} (?P<way> [before after] ) (?= [comma dot mark hyphen] | $ )", _next_to),
    Rule(f"the fiscal? {UNIT} (?= ended )", _ended),
    Rule(f"the whole {UNIT}", _whole),
    Rule("the weekend", _weekend),
    Rule("year_unit hyphen? edge", _year_end),
    Rule(f"the fiscal? {UNIT} (?! hyphen )", _definite),
)
