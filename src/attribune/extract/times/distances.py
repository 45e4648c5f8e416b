"""Times told by how far away they are: "two weeks ago", "a year earlier", "the year-ago quarter"."""

from __future__ import annotations

from dataclasses import replace

from attribune.extract.times.amounts import amount_of
from attribune.extract.times.deixis import pointed
from attribune.extract.times.measure import Measure, measure_of
from attribune.extract.times.patterns import COUNT, PLURAL, UNITS
from attribune.extract.times.period import YEAR, Period, Unit, period_of
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, on, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene

SIGNS = {"ago": -1, "earlier": -1, "later": 1, "hence": 1, "from": 1}
COMPARED: tuple[Unit, ...] = ("month", "quarter")  # "a year earlier" is that month or quarter of the year before


def _distance(phrase: Phrase, scene: Scene) -> Reading:
    way, measure, amount = phrase.kind("way"), measure_of(phrase), amount_of(phrase)
    base = _base(way, measure, scene)
    found = _at(base, SIGNS[way] * amount, measure) if base and amount is not None else None
    if found is None:
        return undated("PAST_REF" if SIGNS[way] < 0 else "FUTURE_REF", measure.granularity)
    return _compared(found) if base is scene.quarter else on(found)


def _base(way: str, measure: Measure, scene: Scene) -> Period | None:
    """From where it is counted: "earlier" from the time mentioned last, a year before from a business's quarter."""
    if measure.unit == "year" and way in ("ago", "earlier") and scene.quarter:
        return scene.quarter
    return scene.reference(measure.unit) if way in ("earlier", "later") else scene.now("day")


def _at(base: Period, amount: float, measure: Measure) -> Period | None:
    day = measure.later(base.start, amount)
    unit = base.unit if measure.unit == "year" and base.unit in COMPARED else measure.unit
    return period_of(unit, day) if day else None


def _year_before(phrase: Phrase, scene: Scene) -> Reading:
    """The year-ago quarter, year-earlier profits: the same quarter, or else the whole year, before."""
    base = scene.quarter or (pointed("latest", "quarter", scene) if phrase.has("quarter") else scene.now("year"))
    found = base.months_later(-YEAR) if base else None
    return _compared(found) if found else undated("PAST_REF", "year")


def _compared(found: Period) -> Reading:
    """What figures are compared with is not what the text goes on to tell of."""
    return replace(on(found), period=None)


WAY = "(?P<way> ago | earlier | later | hence | from now )"
RULES = (
    Rule(f"(?: {COUNT} hyphen? | article ) {UNITS} (?: or so )? {WAY}", _distance),
    Rule(f"{PLURAL} {WAY}", _distance),
    Rule(
        "(?: the comparable? | article )? year_unit hyphen [ago earlier] (?P<quarter> quarter_unit )? period?",
        _year_before,
    ),
)
