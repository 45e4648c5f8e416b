"""How much speakers were heard, out of the tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql import Select

from attribune.ledger.merging import Standing
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.read import parts
from attribune.ledger.sql.search import current

A, S = t.appearances.c, t.statements.c


@dataclass(frozen=True)
class Heard:
    """Current statements of one speaker, in how many articles, and from when to when."""

    statements: int
    articles: int
    first: date
    last: date


def heard(
    connection: Connection, roots: Collection[int] | None, standing: Standing, at: datetime | None
) -> Mapping[int, Heard]:
    """Of each of these speakers who was heard, merged ones included; of all speakers, without ``roots``.

    The database counts for speakers that no decision touches; of the others, which are few, each article is looked at.
    """
    joined = _joined(connection, standing)
    members = None if roots is None else _with_members(roots, standing)
    alone = members if members is None else sorted(set(members) - joined)
    found = {
        row.speaker_id: Heard(row.statements, row.articles, row.first, row.last)
        for row in _asked(connection, _count_of_each(at).group_by(A.speaker_id), A.speaker_id, alone)
        if row.speaker_id not in joined
    }
    groups: dict[int, list[Row[Any]]] = {}
    for row in _of_joined(connection, joined, at):
        root = standing.root(standing.moved.get(row.appearance, row.speaker_id))
        if roots is None or root in roots:
            groups.setdefault(root, []).append(row)
    return found | {root: _summed(rows) for root, rows in groups.items()}


def _joined(connection: Connection, standing: Standing) -> set[int]:
    """Identities that a merge has joined, or that a moved appearance belongs to: then, or now."""
    members = {one for some in standing.members().values() for one in some}
    moved = _asked(connection, select(A.speaker_id), A.id, list(standing.moved))
    return members | set(standing.moved.values()) | {row.speaker_id for row in moved}


def _with_members(roots: Collection[int], standing: Standing) -> list[int]:
    groups = standing.members()
    return sorted({one for root in roots for one in groups.get(root, (root,))})


def _of_joined(connection: Connection, joined: Iterable[int], at: datetime | None) -> Iterator[Row[Any]]:
    chosen = _count_of_each(at).add_columns(A.id.label("appearance"), S.article_id)
    return _asked(connection, chosen.group_by(A.id, A.speaker_id, S.article_id), A.speaker_id, sorted(joined))


def _count_of_each(at: datetime | None) -> Select[Any]:
    return (
        select(
            A.speaker_id,
            func.count().label("statements"),
            func.count(S.article_id.distinct()).label("articles"),
            func.min(S.day).label("first"),
            func.max(S.day).label("last"),
        )
        .join(t.statements, S.appearance_id == A.id)
        .where(A.speaker_id.is_not(None), current(S, at))
    )


def _asked(connection: Connection, chosen: Select[Any], column: Any, numbers: list[int] | None) -> Iterator[Row[Any]]:
    """The rows of a choice, for these numbers; all of them, without any."""
    if numbers is None:
        yield from connection.execute(chosen)
        return
    for some in parts(numbers):
        yield from connection.execute(chosen.where(column.in_(some)))


def _summed(rows: list[Row[Any]]) -> Heard:
    return Heard(
        sum(row.statements for row in rows),
        len({row.article_id for row in rows}),
        min(row.first for row in rows),
        max(row.last for row in rows),
    )
