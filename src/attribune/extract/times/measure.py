"""Units of length: how TIMEX3 writes them, and how many days or months they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attribune.extract.times.period import GRANULARITIES, YEAR, Unit, add_days, add_months
from attribune.extract.times.phrase import Phrase
from attribune.statement import Granularity

HOURS = 24  # of a day
MINUTES = 60 * HOURS


@dataclass(frozen=True)
class Measure:
    """A unit is ``times`` of TIMEX3's ``sign``; ``unit`` is the period that so many of them ago lead to."""

    sign: str
    times: int = 1
    days: float = 0
    months: int = 0
    unit: Unit = "day"

    @property
    def of_clock(self) -> bool:
        """Whether it is shorter than a day."""
        return self.sign.startswith("T")

    @property
    def granularity(self) -> Granularity:
        """How exactly a date that is told in it is told."""
        return GRANULARITIES[self.unit]

    def value(self, amount: float | None) -> str:
        """So many of them as TIMEX3 writes it, X where the number is vague."""
        number = "X" if amount is None else f"{amount * self.times:.12g}"
        return f"PT{number}{self.sign[1:]}" if self.of_clock else f"P{number}{self.sign}"

    def later(self, day: date, amount: float) -> date | None:
        """The day that is ``amount`` of them later, earlier where it is negative; None outside the years 1 to 9999."""
        if self.months:
            return add_months(day, round(amount * self.months))
        return add_days(day, int(amount * self.days))


MEASURES = {
    "2": Measure("TS"),  # "second", which is listed as an ordinal
    "second": Measure("TS"),
    "minute": Measure("TM", days=1 / MINUTES),
    "hour": Measure("TH", days=1 / HOURS),
    "day": Measure("D", days=1),
    "week": Measure("W", days=7, unit="week"),
    "fortnight": Measure("W", 2, days=14, unit="week"),
    "weekend": Measure("D", 2, days=7, unit="weekend"),
    "month": Measure("M", months=1, unit="month"),
    "quarter": Measure("Q", months=3, unit="quarter"),
    "year": Measure("Y", months=YEAR, unit="year"),
    "decade": Measure("Y", 10, months=10 * YEAR, unit="decade"),
    "century": Measure("Y", 100, months=100 * YEAR, unit="century"),
}


def measure_of(phrase: Phrase) -> Measure:
    """What the phrase's unit measures."""
    return MEASURES[phrase.value("unit")]
