"""Speakers across articles: suggestions, decisions, and what is known of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from attribune.desk.appearing import heard_as
from attribune.errors import UsageError
from attribune.ledger.contract import Ledger, LedgerReader
from attribune.ledger.decision import Decision
from attribune.ledger.identity import Appearance, Identity
from attribune.ledger.moments import end_by, was_known
from attribune.link import Profile, profile_of, suggest

AT_ONCE = 300  # identities whose appearances are in memory
ENOUGH = 50  # appearances that tell who an identity is


@dataclass(frozen=True)
class Suggested:
    """Two identities that may be one; ``score`` lies between 0 and 1 and is no probability."""

    one: Identity
    two: Identity
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """A role in which a speaker was heard, from one day to another, in so many articles."""

    role: str
    first: date
    last: date
    articles: int


@dataclass(frozen=True)
class Known:
    """Everything that the ledger knows of one speaker; ``names`` are all it was called, most often first."""

    identity: Identity
    names: tuple[str, ...]
    roles: tuple[Held, ...]
    affiliations: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    decisions: tuple[Decision, ...]


def known_speaker(reader: LedgerReader, identity: int, *, at: datetime | None = None) -> Known:
    """What is known of a speaker; :class:`UsageError` for a number that stands for none."""
    found = identity_with(reader, identity, at=at)
    appearances = reader.appearances(found.members, at=at)
    speakers = [one.speaker for one in appearances]
    decisions = [one for one in _decided(reader, at) if {one.identity, one.other} & set(found.members)]
    return Known(
        identity=found,
        names=_most(one.name for one in speakers),
        roles=tuple(_held(appearances)),
        affiliations=_most(one.affiliation for one in speakers),
        countries=_most(one.country for one in speakers),
        outlets=_most(one.outlet for one in appearances),
        appearances=tuple(appearances),
        decisions=tuple(decisions),
    )


def _decided(reader: LedgerReader, at: datetime | None) -> Iterator[Decision]:
    """The decisions that were taken by a moment, and undone as far as they were then."""
    for one in reader.decisions():
        if was_known(one.recorded, at):
            yield replace(one, undone=end_by(one.undone, at))


def identity_with(reader: LedgerReader, identity: int, *, at: datetime | None = None) -> Identity:
    """The speaker that a number stands for; :class:`UsageError` where there is none."""
    found = reader.identity(identity, at=at)
    if found is None:
        raise UsageError(f"speaker {identity} is not in the ledger; see attribune speakers list")
    return found


def _most(values: Iterable[str | None]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _held(appearances: Sequence[Appearance]) -> Iterator[Held]:
    days: dict[str, list[date]] = {}
    for one in appearances:
        if one.speaker.role:
            days.setdefault(one.speaker.role, []).append(one.day)
    for role, held in sorted(days.items(), key=lambda item: (min(item[1]), item[0])):
        yield Held(role, min(held), max(held), len(held))


def suggestions(reader: LedgerReader, *, at_least: float = 0.6, about: int | None = None) -> list[Suggested]:
    """Speakers that may be one, best first; not those that a decision has joined or kept apart."""
    identities = {one.id: one for one in reader.identities()}
    profiles = [profile for some in _pieces(list(identities.values())) for profile in _profiles(reader, some)]
    decisions = [one for one in reader.decisions() if one.kind in ("apart", "split")]
    found = []
    for one in suggest(profiles, at_least=at_least):
        pair = identities[int(one.a_key)], identities[int(one.b_key)]
        kept_apart = any(_is_between(decision, *pair) for decision in decisions)
        if not kept_apart and (about is None or any(about in identity.members for identity in pair)):
            more, fewer = sorted(pair, key=lambda identity: (-identity.statements, identity.id))
            found.append(Suggested(more, fewer, one.score, tuple(one.reasons)))
    return found


def _is_between(decision: Decision, one: Identity, two: Identity) -> bool:
    """Whether a decision that stands is about these two."""
    about = {decision.identity, decision.other}
    return decision.undone is None and not about.isdisjoint(one.members) and not about.isdisjoint(two.members)


def _pieces(identities: Sequence[Identity]) -> Iterator[Sequence[Identity]]:
    for start in range(0, len(identities), AT_ONCE):
        yield identities[start : start + AT_ONCE]


def _profiles(reader: LedgerReader, identities: Sequence[Identity]) -> Iterator[Profile]:
    """Who each of some identities is, as their appearances tell it."""
    roots = {member: one.id for one in identities for member in one.members}
    heard: dict[int, list[Appearance]] = {one.id: [] for one in identities}
    for appearance in reader.appearances(roots):
        if appearance.identity is not None:
            heard[roots[appearance.identity]].append(appearance)
    for root, appearances in heard.items():
        if appearances:
            yield profile_of([heard_as(one) for one in appearances[-ENOUGH:]], key=str(root))


def merge(ledger: Ledger, into: int, other: int, *, by: str, reason: str) -> Decision:
    """Count two identities as one under the first one's name; :class:`UsageError` where they are one already."""
    with ledger.writing(by) as writer:
        one, two = identity_with(writer, into), identity_with(writer, other)
        if one.id == two.id:
            raise UsageError(f"speakers {into} and {other} are one already")
        apart = next(
            (made for made in writer.decisions() if made.kind == "apart" and _is_between(made, one, two)), None
        )
        if apart is not None:
            raise UsageError(f"decision {apart.id} keeps speakers {into} and {other} apart: undo it first")
        return writer.decide("merge", one.id, two.id, reason=_said(reason))


def keep_apart(ledger: Ledger, one: int, other: int, *, by: str, reason: str) -> Decision:
    """Say that two identities are two, so that they are not suggested again."""
    with ledger.writing(by) as writer:
        pair = identity_with(writer, one), identity_with(writer, other)
        if pair[0].id == pair[1].id:
            raise UsageError(f"speakers {one} and {other} are counted as one; undo their merge first")
        return writer.decide("apart", pair[0].id, pair[1].id, reason=_said(reason))


def split(ledger: Ledger, identity: int, entries: Iterable[int], *, by: str, reason: str) -> Decision:
    """Count a speaker of some articles as another one.

    Raises :class:`UsageError` where the speaker is not heard in one of them, or in no other.
    """
    with ledger.writing(by) as writer:
        found, wanted = identity_with(writer, identity), set(entries)
        heard = writer.appearances(found.members)
        chosen = [one for one in heard if one.entry in wanted]
        missing = wanted - {one.entry for one in chosen}
        if missing or not chosen:
            named = ", ".join(map(str, sorted(missing))) or "no article"
            raise UsageError(f"speaker {identity} is not heard in {named}; see attribune speakers show {identity}")
        if len(chosen) == len(heard):
            raise UsageError(f"speaker {identity} is heard nowhere else; a split would leave nobody")
        return writer.decide("split", found.id, None, appearances=[one.id for one in chosen], reason=_said(reason))


def undo(ledger: Ledger, decision: int, *, by: str, reason: str) -> Decision:
    """Take a decision back; :class:`UsageError` where there is none, or it is undone."""
    with ledger.writing(by) as writer:
        made = next((one for one in writer.decisions() if one.id == decision), None)
        if made is None:
            raise UsageError(f"decision {decision} is not in the ledger; see attribune speakers decisions")
        if made.undone is not None:
            raise UsageError(f"decision {decision} was undone on {made.undone:%Y-%m-%d}")
        return writer.undo(decision, reason=_said(reason))


def _said(reason: str) -> str:
    """The reason, which is for those who ask later; :class:`UsageError` where it says nothing."""
    if not reason.strip():
        raise UsageError("the reason is empty: say why, it stays in the audit log")
    return reason.strip()
