"""Decisions on speakers, as they stand at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from attribune.ledger.decision import Decision


@dataclass(frozen=True)
class Standing:
    """Which identity stands for which, and which appearances are counted to another than their row says.

    ``into`` leads from a merged identity to the one that it was merged into; ``moved`` from an appearance to the
    identity that it had at that moment, where a later decision moved it.
    """

    into: Mapping[int, int] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)

    def root(self, identity: int) -> int:
        """The identity that stands for this one."""
        while identity in self.into:
            identity = self.into[identity]
        return identity

    def members(self) -> Mapping[int, Sequence[int]]:
        """For each identity that others were merged into: itself, then those."""
        groups: dict[int, list[int]] = {}
        for identity in sorted(self.into):
            root = self.root(identity)
            groups.setdefault(root, [root]).append(identity)
        return groups


def standing(decisions: Iterable[Decision], at: datetime | None = None) -> Standing:
    """How the decisions stood at a moment; now, without one."""
    into: dict[int, int] = {}
    moved: dict[int, int] = {}
    for decision in decisions:
        valid = _stood(decision, at)
        if decision.kind == "merge" and valid:
            into[decision.other] = decision.identity
        if decision.kind == "split" and at is not None and valid != _stood(decision, None):
            origin = decision.other if valid else decision.identity
            for appearance in decision.appearances:
                moved.setdefault(appearance, origin)
    return Standing(into, moved)


def _stood(decision: Decision, at: datetime | None) -> bool:
    if at is None:
        return decision.undone is None
    return decision.recorded <= at and (decision.undone is None or decision.undone > at)
