"""The figures of an evaluation; every one is in per cent, 0 to 100, unrounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from attribune.evaluate.gold import RoleName
from attribune.statement import Quote


@dataclass(frozen=True)
class Measure:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class RoleMeasures:
    """How well the fragments of one role are found, not linked to the other roles.

    ``exact``: a fragment of the other side has the same first and last word; ``overlap``: some fragment of the
    other side shares a word with it; ``token``: by the words in any fragment.
    """

    exact: Measure
    overlap: Measure
    token: Measure


@dataclass(frozen=True)
class Report:
    """The agreement of predicted and gold attributions.

    ``lenient``, ``linked`` and ``exact`` are of whole attributions (:class:`attribune.evaluate.matching.Match`);
    ``recall`` is lenient recall by how the gold content is quoted (:mod:`attribune.evaluate.quotes`).
    """

    roles: Mapping[RoleName, RoleMeasures]
    lenient: Measure
    linked: Measure
    exact: Measure
    recall: Mapping[Quote, float]
    kinds: Mapping[Quote, int]
    gold: int
    predicted: int
    articles: int

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dictionaries, unrounded."""
        return asdict(self)

    def figures(self) -> Iterator[tuple[str, float]]:
        """The figures that have floors, by their names in ``quality/floors.json``."""
        yield "lenient", self.lenient.f1
        yield "exact", self.exact.f1
        for role, measures in self.roles.items():
            yield f"{role}_exact", measures.exact.f1
        for quote, recall in self.recall.items():
            yield f"recall_{quote}", recall
