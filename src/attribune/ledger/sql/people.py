"""Speakers across articles out of the tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql import Select

from attribune.ledger.decision import Decision
from attribune.ledger.identity import Appearance, Identity
from attribune.ledger.merging import Standing
from attribune.ledger.query import terms_of, tokenize
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.read import parts
from attribune.ledger.sql.rows import speaker_of
from attribune.ledger.sql.search import current
from attribune.ledger.widening import Group


def decisions(connection: Connection) -> Sequence[Decision]:
    """All decisions, undone ones too, oldest first."""
    return [
        Decision(
            id=row.id,
            kind=row.kind,
            identity=row.speaker_id,
            other=row.other_id,
            by=row.by,
            reason=row.reason,
            recorded=row.recorded_at,
            appearances=tuple(row.appearances),
            undone=row.undone_at,
        )
        for row in connection.execute(select(t.decisions).order_by(t.decisions.c.id))
    ]


def identities_named(
    connection: Connection, name: str | None, limit: int | None, standing: Standing, at: datetime | None
) -> Sequence[Identity]:
    """Speakers across articles, most heard first; those only with all the words of a name."""
    if name is None:
        heard = _heard(connection, None, at)
    else:
        named = [standing.root(one) for one in _named(connection, name)]
        heard = _heard(connection, _with_members(named, standing), at)
    roots: dict[int, int] = {}
    for identity, counts in heard.items():
        root = standing.root(identity)
        roots[root] = roots.get(root, 0) + counts.statements
    chosen = sorted(roots, key=lambda root: (-roots[root], root))[:limit]
    return _identities(connection, chosen, standing, at)


def identity_of(connection: Connection, identity: int, standing: Standing, at: datetime | None) -> Identity | None:
    """The speaker that an id stands for, merged ones included."""
    found = _identities(connection, [standing.root(identity)], standing, at)
    return found[0] if found else None


def _named(connection: Connection, name: str) -> Sequence[int]:
    chosen = select(t.speakers.c.id)
    for token in tokenize(name):
        chosen = chosen.where(t.speakers.c.terms.contains(f" {token.term} ", autoescape=True))
    return connection.execute(chosen).scalars().all()


def _with_members(roots: Collection[int], standing: Standing) -> list[int]:
    groups = standing.members()
    return sorted({one for root in roots for one in groups.get(root, (root,))})


def _heard(connection: Connection, identities: list[int] | None, at: datetime | None) -> Mapping[int, Row[Any]]:
    """How many current statements and articles each identity has, and from when to when."""
    if identities is None:
        return {row.speaker_id: row for row in connection.execute(_count_of_each(at))}
    a = t.appearances.c
    return {
        row.speaker_id: row
        for some in parts(identities)
        for row in connection.execute(_count_of_each(at).where(a.speaker_id.in_(some)))
    }


def _count_of_each(at: datetime | None) -> Select[Any]:
    s, a = t.statements.c, t.appearances.c
    return (
        select(
            a.speaker_id,
            func.count().label("statements"),
            func.count(s.article_id.distinct()).label("articles"),
            func.min(s.day).label("first"),
            func.max(s.day).label("last"),
        )
        .join(t.statements, s.appearance_id == a.id)
        .where(a.speaker_id.is_not(None), current(s, at))
        .group_by(a.speaker_id)
    )


def _identities(
    connection: Connection, roots: Sequence[int], standing: Standing, at: datetime | None
) -> Sequence[Identity]:
    groups = standing.members()
    members = {root: tuple(groups.get(root, (root,))) for root in roots}
    heard = _heard(connection, [one for some in members.values() for one in some], at)
    chosen = [select(t.speakers).where(t.speakers.c.id.in_(some)) for some in parts(roots)]
    rows = {row.id: row for one in chosen for row in connection.execute(one)}
    return [_identity(rows[root], members[root], heard) for root in roots if root in rows]


def _identity(row: Row[Any], members: tuple[int, ...], heard: Mapping[int, Row[Any]]) -> Identity:
    counts = [heard[one] for one in members if one in heard]
    return Identity(
        id=row.id,
        name=row.name,
        kind=row.kind,
        key=row.key,
        members=members,
        articles=sum(one.articles for one in counts),
        statements=sum(one.statements for one in counts),
        first=min((one.first for one in counts), default=None),
        last=max((one.last for one in counts), default=None),
    )


def groups_of(connection: Connection, standing: Standing) -> Sequence[Group]:
    """Identities that merges have joined, with their names' terms."""
    members = standing.members()
    chosen = [
        select(t.speakers.c.id, t.speakers.c.name).where(t.speakers.c.id.in_(some))
        for some in parts({one for some in members.values() for one in some})
    ]
    names = {row.id: terms_of(row.name) for one in chosen for row in connection.execute(one)}
    return [Group(tuple(some), tuple(names[one] for one in some)) for some in members.values()]


def keys_of(connection: Connection, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
    """Ids of identities with these keys."""
    found: dict[str, list[int]] = {}
    if keys:
        chosen = select(t.speakers.c.id, t.speakers.c.key).where(t.speakers.c.key.in_(sorted(keys)))
        for row in connection.execute(chosen.order_by(t.speakers.c.id)):
            found.setdefault(row.key, []).append(row.id)
    return found


def appearances_of(
    connection: Connection, identities: Collection[int], standing: Standing, at: datetime | None
) -> Sequence[Appearance]:
    """The articles' own speakers that are counted to these identities, in current readings."""
    found = []
    for some in parts(sorted(identities)):
        for row in connection.execute(_choose_appearances(at).where(t.appearances.c.speaker_id.in_(some))):
            if standing.moved.get(row.id, row.speaker_id) in identities:
                found.append(_appearance(row, row.speaker_id))
    moved = [one for one, identity in standing.moved.items() if identity in identities]
    for some in parts(moved):
        for row in connection.execute(_choose_appearances(at).where(t.appearances.c.id.in_(some))):
            if row.speaker_id not in identities:
                found.append(_appearance(row, standing.moved[row.id]))
    return sorted(found, key=lambda one: one.id)


def _choose_appearances(at: datetime | None) -> Select[Any]:
    a, s = t.appearances.c, t.statements.c
    said = select(func.count()).where(s.appearance_id == a.id, current(s, at)).scalar_subquery()
    return (
        select(t.appearances, t.articles.c.id.label("article"), t.articles.c.day, t.articles.c.outlet)
        .add_columns(said.label("said"))
        .join(t.readings, t.readings.c.id == a.reading_id)
        .join(t.articles, t.articles.c.id == t.readings.c.article_id)
        .where(current(t.readings.c, at), current(t.articles.c, at))
    )


def _appearance(row: Row[Any], identity: int) -> Appearance:
    return Appearance(
        id=row.id,
        entry=row.article,
        speaker=speaker_of(row._mapping),  # type: ignore[arg-type]
        identity=identity,
        day=row.day,
        outlet=row.outlet,
        statements=row.said,
    )
