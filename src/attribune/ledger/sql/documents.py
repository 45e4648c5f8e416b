"""What search knows of lines, out of the tables: as it is now, and as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from attribune.ledger.indexing import document_of
from attribune.ledger.merging import Standing
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.lines import newest_reviews
from attribune.ledger.sql.read import parts, stored_readings

NOW = Standing()


def documents(
    connection: Connection, lines: Sequence[int], standing: Standing = NOW, at: datetime | None = None
) -> list[tuple[int, tuple[str, ...]]]:
    """The terms of lines as the index has them; as it would have had them at a moment."""
    s, wanted = t.statements.c, set(lines)
    found_in = (_column(connection, select(s.reading_id).where(s.id.in_(some))) for some in parts(lines))
    numbers = sorted({one for some in found_in for one in some})
    reviews = newest_reviews(connection, lines, at)
    found = []
    choices = (select(t.readings).where(t.readings.c.id.in_(some)) for some in parts(numbers))
    for stored in (stored for chosen in choices for stored in stored_readings(connection, chosen)):
        identities = _identities(connection, stored.id, standing)
        chosen = select(s.id, s.number).where(s.reading_id == stored.id)
        by_number = {one.id: one for one in stored.reading.statements}
        for row in connection.execute(chosen):
            if row.id in wanted:
                statement, review = by_number[row.number], reviews.get(row.id)
                identity = None if statement.speaker is None else identities[statement.speaker]
                corrections = review.corrections if review else {}
                found.append((row.id, document_of(stored.reading, statement, identity, corrections).terms()))
    return found


def changed_documents(connection: Connection, standing: Standing, at: datetime) -> Mapping[int, tuple[str, ...]]:
    """The terms at that moment of those lines that later decisions and corrections gave other ones."""
    s, r = t.statements.c, t.reviews.c
    reviewed = _column(connection, select(r.statement_id).where(r.recorded_at > at).distinct())
    now, then = newest_reviews(connection, reviewed, None), newest_reviews(connection, reviewed, at)
    lines = {line for line in now if now[line].corrections != (then[line].corrections if line in then else {})}
    for some in parts(standing.moved):
        lines |= set(_column(connection, select(s.id).where(s.appearance_id.in_(some))))
    return dict(documents(connection, sorted(lines), standing, at))


def _column(connection: Connection, chosen: object) -> Sequence[int]:
    return connection.execute(chosen).scalars().all()  # type: ignore[call-overload, no-any-return]


def _identities(connection: Connection, reading: int, standing: Standing) -> Mapping[int, int | None]:
    """The identities of an article's speakers, by their numbers in it."""
    a = t.appearances.c
    rows = connection.execute(select(a.id, a.number, a.speaker_id).where(a.reading_id == reading))
    return {row.number: standing.moved.get(row.id, row.speaker_id) for row in rows}
