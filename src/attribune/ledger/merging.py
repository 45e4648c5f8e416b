"""Decisions on speakers, as they stand at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from attribune.errors import LedgerError
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
    every = list(decisions)
    merges = [one for one in every if one.kind == "merge" and _stood(one, at)]
    return Standing({one.other: one.identity for one in merges}, {} if at is None else _moved(every, at))


def _moved(decisions: Iterable[Decision], at: datetime) -> Mapping[int, int]:
    """The identities of appearances at that moment, of those that have another one now."""
    first, then, now = dict[int, int](), dict[int, int](), dict[int, int]()
    for decision in decisions:
        for appearance, origin in (*zip(decision.appearances, decision.origins, strict=True), *decision.along):
            first.setdefault(appearance, origin)
            if _stood(decision, at):
                then[appearance] = decision.other
            if _stood(decision, None):
                now[appearance] = decision.other
    return {
        one: then.get(one, origin) for one, origin in first.items() if then.get(one, origin) != now.get(one, origin)
    }


def _stood(decision: Decision, at: datetime | None) -> bool:
    if at is None:
        return decision.undone is None
    return decision.recorded <= at and (decision.undone is None or decision.undone > at)


def merged(standing: Standing, identity: int, other: int) -> tuple[int, int]:
    """The identities that a merge joins: those that stand for the two; :class:`LedgerError` where they are one."""
    root, joined = standing.root(identity), standing.root(other)
    if root == joined:
        raise LedgerError(f"speakers {identity} and {other} are one already; nothing was changed")
    return root, joined


def origins_of(standing: Standing, identity: int, owners: Mapping[int, int | None]) -> tuple[int, ...]:
    """The identities that a split moves appearances from; ``owners`` are those by the appearances' ids.

    :class:`LedgerError` where there is no appearance, or one that is not counted to this speaker.
    """
    root = standing.root(identity)
    strange = [one for one, owner in owners.items() if owner is None or standing.root(owner) != root]
    if strange or not owners:
        found = f"appearance {strange[0]} is not counted to speaker {identity}" if strange else "a split of nothing"
        raise LedgerError(f"{found}; nothing was changed")
    return tuple(owner for owner in owners.values() if owner is not None)


@dataclass(frozen=True)
class Counted:
    """An appearance that is counted to the identity that a split moved others to."""

    appearance: int
    name: str
    locator: str
    recorded: datetime


def along(
    split: Decision, counted: Iterable[Counted], decisions: Iterable[Decision], *, is_own: bool
) -> tuple[tuple[int, int], ...]:
    """Appearances that go back with those of a split, which newer readings brought, each with whom it goes to.

    They are those of the same articles; all of them, where the split made the identity (``is_own``), which nobody is
    counted to then. What was there before the split stays, and so does what another one moved.
    """
    every = sorted(counted, key=lambda one: one.appearance)
    origins = dict(zip(split.appearances, split.origins, strict=True))
    homes: dict[tuple[str, str | None], int] = {}
    for one in every:
        if one.appearance in origins:
            homes |= dict.fromkeys([(one.locator, None), (one.locator, one.name)], origins[one.appearance])
    others = {one for other in decisions if other.undone is None and other.id != split.id for one in other.appearances}
    found = []
    for one in every:
        if one.appearance in others or one.recorded < split.recorded or one.appearance <= max(split.appearances):
            continue
        home = homes.get((one.locator, one.name), homes.get((one.locator, None), split.origins[0] if is_own else None))
        if home is not None:
            found.append((one.appearance, home))
    return tuple(found)


def undoable(number: int, decisions: Iterable[Decision]) -> Decision:
    """The decision with that number; :class:`LedgerError` where it is undone, or a later split builds on it."""
    every = list(decisions)
    made = next((one for one in every if one.id == number), None)
    if made is None or made.undone is not None:
        raise LedgerError(f"decision {number}: {'is not in the ledger' if made is None else 'is undone already'}")
    newer = [one.id for one in every if one.id > number and one.undone is None and _builds_on(one, made)]
    if newer:
        raise LedgerError(f"decision {number}: its speakers were split again; undo decision {newer[-1]} first")
    return made


def _builds_on(later: Decision, split: Decision) -> bool:
    """Whether a later split moved what a split had moved, or what came to the same identity after it."""
    moved = set(split.appearances)
    return bool(moved & set(later.appearances)) or (bool(moved) and split.other in later.origins)
