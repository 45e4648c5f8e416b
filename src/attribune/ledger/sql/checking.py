"""What search looks at, compared with what it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from attribune.ledger.sql import tables as t
from attribune.ledger.sql.index import indexed

PAGE = 10_000  # rows at a time
TOLD = 20  # statements that are named


def differing(connection: Connection) -> Iterator[str]:
    """Sentences on rows that say other things than those they were made from."""
    s, r, a = t.statements.c, t.readings.c, t.articles.c
    kept, known = connection.scalar(select(func.count(s.id))) or 0, indexed(connection)
    if kept != known:
        yield f"the index of search holds {known:,} statements, the ledger {kept:,}"
    wrong = or_(
        s.article_id != r.article_id,
        s.recorded_at != r.recorded_at,
        s.superseded_at.is_distinct_from(r.superseded_at),
        s.day != a.day,
    )
    joined = select(s.id).join(t.readings, r.id == s.reading_id).join(t.articles, a.id == r.article_id)
    for number in connection.execute(joined.where(wrong).limit(TOLD)).scalars():
        yield f"statement {number} has another article, day or time than its reading"
    yield from _timeline(connection)


def _timeline(connection: Connection) -> Iterator[str]:
    s, m = t.statements.c, t.timeline.c
    chosen = (
        select(s.id, s.day, s.recorded_at, s.superseded_at, m.day, m.recorded_at, m.superseded_at)
        .outerjoin(t.timeline, m.statement_id == s.id)
        .order_by(s.id)
    )
    told = 0
    for row in connection.execute(chosen.execution_options(yield_per=PAGE)):
        if tuple(row[1:4]) != tuple(row[4:]) and told < TOLD:
            told += 1
            yield f"statement {row[0]} has another day or time in the timeline"
