"""Speakers across articles in a ledger in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from attribune.ledger.identity import Appearance, Identity
from attribune.ledger.memory.state import KeptAppearance, KeptLine, State
from attribune.ledger.merging import Standing, standing
from attribune.ledger.moments import was_current, was_known
from attribune.ledger.query import terms_of
from attribune.ledger.widening import Group


@dataclass
class _Heard:
    statements: int = 0
    articles: set[int] = field(default_factory=set)
    days: list[date] = field(default_factory=list)


class People:
    """Who was heard at a moment; now, without one."""

    def __init__(self, state: State, at: datetime | None) -> None:
        self._state, self._at = state, at
        self._standing: Standing = standing(state.decisions.values(), at)

    def identity_of(self, appearance: int | None) -> int | None:
        """The identity that an appearance was counted to."""
        if appearance is None:
            return None
        return self._standing.moved.get(appearance, self._state.appearances[appearance].appearance.identity)

    def root_of(self, appearance: int | None) -> int | None:
        """The identity that stood for an appearance's, merged ones included."""
        identity = self.identity_of(appearance)
        return None if identity is None else self._standing.root(identity)

    def identities(self, name: str | None, limit: int | None) -> Sequence[Identity]:
        """Speakers who were heard, most heard first; those only with all the words of a name."""
        heard = self._heard()
        named = heard.keys() if name is None else heard.keys() & self._named(name)
        chosen = sorted(named, key=lambda root: (-heard[root].statements, root))[:limit]
        return [self._identity(root, heard[root]) for root in chosen]

    def identity(self, identity: int) -> Identity | None:
        """The speaker that an id stood for."""
        root = self._standing.root(identity)
        known = self._state.identities.get(root)
        if known is None or not was_known(known.recorded, self._at):
            return None
        return self._identity(root, self._heard().get(root, _Heard()))

    def groups(self) -> Sequence[Group]:
        """Identities that merges had joined, with their names' terms."""
        names = self._state.identities
        return [
            Group(tuple(some), tuple(terms_of(names[one].name) for one in some))
            for some in self._standing.members().values()
        ]

    def appearances(self, identities: Collection[int]) -> Sequence[Appearance]:
        """The articles' own speakers that were counted to these identities."""
        return [
            replace(kept.appearance, identity=identity, statements=self._said(kept.appearance.id))
            for kept in self._state.appearances.values()
            if (identity := self.identity_of(kept.appearance.id)) in identities and self._is_current(kept)
        ]

    def _named(self, name: str) -> set[int]:
        """The roots of identities whose names hold all the words."""
        wanted = set(terms_of(name))
        known = self._state.identities.values()
        return {self._standing.root(one.id) for one in known if wanted <= set(terms_of(one.name))}

    def _heard(self) -> dict[int, _Heard]:
        heard: dict[int, _Heard] = {}
        for kept in self._current():
            root = self.root_of(kept.appearance)
            if root is not None:
                one = heard.setdefault(root, _Heard())
                one.statements += 1
                one.articles.add(kept.line.entry)
                one.days.append(kept.line.day)
        return heard

    def _identity(self, root: int, heard: _Heard) -> Identity:
        known = self._state.identities[root]
        return Identity(
            id=root,
            name=known.name,
            kind=known.kind,
            key=known.key,
            members=tuple(self._standing.members().get(root, (root,))),
            articles=len(heard.articles),
            statements=heard.statements,
            first=min(heard.days, default=None),
            last=max(heard.days, default=None),
        )

    def _current(self) -> Iterator[KeptLine]:
        for kept in self._state.lines.values():
            if was_current(kept.line.recorded, kept.line.superseded, self._at):
                yield kept

    def _said(self, appearance: int) -> int:
        return sum(kept.appearance == appearance for kept in self._current())

    def _is_current(self, kept: KeptAppearance) -> bool:
        entry, reading = self._state.entries[kept.appearance.entry], self._state.readings[kept.reading]
        return all(was_current(one.recorded, one.superseded, self._at) for one in (entry, reading))
