"""The profile: what all articles so far say about one speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from attribune.errors import UsageError
from attribune.link.appearance import Appearance
from attribune.link.held_role import HeldRole
from attribune.link.names import is_full, is_other_name
from attribune.statement import SpeakerKind

Text = TypeVar("Text", bound=str)
MOST = 8  # names and roles that a profile keeps, the most frequent ones


@dataclass(frozen=True)
class Profile:
    """One speaker so far.

    ``name`` is the fullest most frequent one; ``names`` are all that its articles give it, most frequent first, with
    other wordings of mentions that are names; ``articles`` counts appearances; ``first`` and ``last`` are days of
    publication, None where no article has one.
    """

    key: str
    name: str
    names: tuple[str, ...]
    kind: SpeakerKind
    roles: tuple[HeldRole, ...] = ()
    affiliations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: int = 1
    first: date | None = None
    last: date | None = None


def profile_of(appearances: Iterable[Appearance], *, key: str | None = None) -> Profile:
    """The profile of the speaker whose appearances these are; their order changes nothing.

    ``key`` is the first of the appearances' keys unless it is given. Raises :class:`UsageError` without an appearance.
    """
    found = sorted(appearances, key=_order)
    if not found:
        raise UsageError("a profile was asked for without any appearance: give at least one")
    kind = _most(one.kind for one in found)[0]
    names = _most(one.name for one in found)
    days = sorted(one.day for one in found if one.day)
    return Profile(
        key=found[0].key if key is None else key,
        name=next((name for name in names if is_full(name, kind)), names[0]),
        names=_all_names(names, found),
        kind=kind,
        roles=tuple(_roles(found)),
        affiliations=tuple(_most(one.affiliation for one in found if one.affiliation)),
        countries=tuple(_most(one.country for one in found if one.country)),
        outlets=tuple(_most(one.outlet for one in found if one.outlet)),
        articles=len(found),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _order(one: Appearance) -> tuple[str, ...]:
    facts = (one.name, one.kind, one.role, one.affiliation, one.country, one.day, one.outlet, one.names)
    return (one.key, *map(str, facts))


def _most(values: Iterable[Text]) -> list[Text]:
    """The distinct values, the most frequent first, of equals the longest."""
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], -len(value), value))


def _all_names(names: Sequence[str], found: Sequence[Appearance]) -> tuple[str, ...]:
    others = _most(
        wording for one in found for wording in one.names if is_other_name(wording, one.name, one.kind)
    )  # fmt: skip
    return tuple(dict.fromkeys((*names, *others)))[:MOST]


def _roles(found: Sequence[Appearance]) -> Iterator[HeldRole]:
    days: defaultdict[str, list[date]] = defaultdict(list)
    for one in found:
        if one.role and one.day:
            days[one.role].append(one.day)
    for role in _most(one.role for one in found if one.role)[:MOST]:
        held = days.get(role)
        yield HeldRole(role, min(held), max(held)) if held else HeldRole(role)
