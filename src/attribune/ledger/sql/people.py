"""Speakers across articles out of the tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql import Select

from attribune.ledger import merging
from attribune.ledger.decision import Decision
from attribune.ledger.identity import Appearance, Assignment, Identity
from attribune.ledger.merging import Counted, Standing
from attribune.ledger.moments import was_known
from attribune.ledger.query import terms_of, tokenize
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.heard import Heard, heard
from attribune.ledger.sql.read import parts, written
from attribune.ledger.sql.rows import speaker_of
from attribune.ledger.sql.search import current
from attribune.ledger.widening import Group

PAGE = 10_000  # appearances at a time


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
            appearances=tuple(appearance for appearance, _origin in row.appearances),
            undone=row.undone_at,
            origins=tuple(origin for _appearance, origin in row.appearances),
            along=tuple((appearance, home) for appearance, home in row.along),
        )
        for row in connection.execute(select(t.decisions).order_by(t.decisions.c.id))
    ]


def identities_named(
    connection: Connection, name: str | None, limit: int | None, standing: Standing, at: datetime | None
) -> Sequence[Identity]:
    """Speakers across articles, most heard first; those only with all the words of a name."""
    roots = None if name is None else {standing.root(one) for one in _named(connection, name)}
    found = heard(connection, roots, standing, at)
    chosen = sorted(found, key=lambda root: (-found[root].statements, root))[:limit]
    return _identities(connection, chosen, standing, found)


def identity_of(connection: Connection, identity: int, standing: Standing, at: datetime | None) -> Identity | None:
    """The speaker that an id stands for, merged ones included."""
    root = standing.root(identity)
    recorded = connection.scalar(select(t.speakers.c.recorded_at).where(t.speakers.c.id == root))
    if recorded is None or not was_known(recorded, at):
        return None
    return _identities(connection, [root], standing, heard(connection, [root], standing, at))[0]


def _named(connection: Connection, name: str) -> Sequence[int]:
    chosen = select(t.speakers.c.id)
    for token in tokenize(name):
        chosen = chosen.where(t.speakers.c.terms.contains(f" {token.term} ", autoescape=True))
    return connection.execute(chosen).scalars().all()


def _identities(
    connection: Connection, roots: Sequence[int], standing: Standing, found: Mapping[int, Heard]
) -> Sequence[Identity]:
    groups = standing.members()
    chosen = [select(t.speakers).where(t.speakers.c.id.in_(some)) for some in parts(roots)]
    rows = {row.id: row for one in chosen for row in connection.execute(one)}
    return [_identity(rows[root], tuple(groups.get(root, (root,))), found.get(root)) for root in roots]


def _identity(row: Row[Any], members: tuple[int, ...], found: Heard | None) -> Identity:
    return Identity(
        id=row.id,
        name=row.name,
        kind=row.kind,
        key=row.key,
        members=members,
        articles=found.articles if found else 0,
        statements=found.statements if found else 0,
        first=found.first if found else None,
        last=found.last if found else None,
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


def assignments(connection: Connection) -> Iterator[Assignment]:
    """Which identity each appearance is counted to, of all readings, by the appearances' ids."""
    a = t.appearances.c
    chosen = select(a.id, a.reading_id, a.number, a.speaker_id).order_by(a.id)
    return (Assignment(*row) for row in connection.execute(chosen.execution_options(yield_per=PAGE)))


def known_as(connection: Connection) -> Iterator[tuple[int, str, str, str | None, datetime]]:
    """Id, name, kind, key and time of recording of every identity, by their ids."""
    s = t.speakers.c
    chosen = select(s.id, s.name, s.kind, s.key, s.recorded_at).order_by(s.id)
    return ((row.id, row.name, row.kind, row.key, row.recorded_at) for row in connection.execute(chosen))


def keys_of(connection: Connection, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
    """Ids of identities with these keys, to which any appearance is counted."""
    found: dict[str, list[int]] = {}
    s = t.speakers.c
    heard = select(t.appearances.c.id).where(t.appearances.c.speaker_id == s.id).exists()
    for some in parts(sorted(keys)):
        for row in connection.execute(select(s.id, s.key).where(s.key.in_(some), heard).order_by(s.id)):
            found.setdefault(row.key, []).append(row.id)
    return found


def along(connection: Connection, split: Decision, decisions: Iterable[Decision]) -> tuple[tuple[int, int], ...]:
    """See :func:`attribune.ledger.merging.along`."""
    a, r, s = t.appearances.c, t.readings.c, t.speakers.c
    chosen = (
        select(a.id, a.name, t.articles.c.locator, r.recorded_at)
        .join(t.readings, r.id == a.reading_id)
        .join(t.articles, t.articles.c.id == r.article_id)
        .where(a.speaker_id == split.other)
    )
    counted = [Counted(*row) for row in connection.execute(chosen)]
    is_own = connection.scalar(select(s.recorded_at).where(s.id == split.other)) == split.recorded
    return merging.along(split, counted, decisions, is_own=is_own)


def appearances_of(
    connection: Connection, identities: Collection[int], standing: Standing, *, limit: int | None, at: datetime | None
) -> Sequence[Appearance]:
    """The articles' own speakers that are counted to these identities, in current readings; the newest so many."""
    found = []
    unmoved = _choose_appearances(at).where(t.appearances.c.id.not_in(written(standing.moved)))
    newest = unmoved.order_by(t.appearances.c.id.desc()).limit(limit)
    for some in parts(sorted(identities)):
        for row in connection.execute(newest.where(t.appearances.c.speaker_id.in_(some))):
            found.append(_appearance(row, row.speaker_id))
    moved = [one for one, identity in standing.moved.items() if identity in identities]
    for some in parts(moved):
        for row in connection.execute(_choose_appearances(at).where(t.appearances.c.id.in_(some))):
            found.append(_appearance(row, standing.moved[row.id]))
    found.sort(key=lambda one: one.id)
    return found if limit is None else found[max(0, len(found) - limit) :]


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
