"""Counts that add up over articles, in any order, and turn into a report at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import get_args

from attribune.evaluate.gold import ROLES, RoleName
from attribune.evaluate.report import Measure, Report, RoleMeasures
from attribune.statement import Quote

QUOTES: tuple[Quote, ...] = get_args(Quote)


@dataclass(frozen=True)
class Counts:
    """Counts by what is counted, like ``source exact right`` or ``lenient``."""

    numbers: Counter[str] = field(default_factory=Counter)

    def report(self) -> Report:
        """The figures that follow from the counts."""
        numbers = self.numbers
        return Report(
            roles={role: self._role(role) for role in ROLES},
            lenient=self._whole("lenient"),
            linked=self._whole("linked"),
            exact=self._whole("exact"),
            recall={quote: 100 * _share(numbers[f"lenient {quote}"], numbers[quote]) for quote in QUOTES},
            kinds={quote: numbers[quote] for quote in QUOTES},
            gold=numbers["gold"],
            predicted=numbers["predicted"],
            articles=numbers["articles"],
        )

    def _whole(self, name: str) -> Measure:
        right = self.numbers[name]
        return measure(_share(right, self.numbers["predicted"]), _share(right, self.numbers["gold"]))

    def _role(self, role: RoleName) -> RoleMeasures:
        return RoleMeasures(*(self._column(f"{role} {column}") for column in ("exact", "overlap", "token")))

    def _column(self, name: str) -> Measure:
        right, predicted, found, gold = (
            self.numbers[f"{name} {key}"] for key in ("right", "predicted", "found", "gold")
        )
        return measure(_share(right, predicted), _share(found, gold))


def total(parts: Iterable[Counts]) -> Counts:
    """The sum of several articles' counts."""
    numbers: Counter[str] = Counter()
    for part in parts:
        numbers.update(part.numbers)
    return Counts(numbers)


def measure(precision: float, recall: float) -> Measure:
    """The measure of two fractions between 0 and 1; without any hit, F1 is 0."""
    both = precision + recall
    return Measure(100 * precision, 100 * recall, 100 * 2 * precision * recall / both if both else 0.0)


def _share(part: int, whole: int) -> float:
    return part / max(whole, 1)
