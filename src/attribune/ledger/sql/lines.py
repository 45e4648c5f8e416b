"""Lines out of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from attribune.article import Article
from attribune.ledger.line import Line
from attribune.ledger.merging import Standing
from attribune.ledger.moments import end_by, was_known
from attribune.ledger.review import Review
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.read import NO_DETAILS, choose_articles, details_of, parts
from attribune.ledger.sql.rows import article_of, speaker_of, statement_of
from attribune.statement import Speaker


def lines_with(connection: Connection, lines: Sequence[int], standing: Standing, at: datetime | None) -> Sequence[Line]:
    """The lines with these ids, in that order; ids that are not there are left out."""
    rows = {row.id: row for some in parts(lines) for row in _rows(connection, t.statements, some)}
    known = [rows[line] for line in lines if line in rows and was_known(rows[line].recorded_at, at)]
    return _lines(connection, known, standing, at)


def lines_of_reading(connection: Connection, reading: int, standing: Standing, at: datetime | None) -> Sequence[Line]:
    """The lines of one reading, in the article's order."""
    chosen = select(t.statements).where(t.statements.c.reading_id == reading).order_by(t.statements.c.id)
    return _lines(connection, connection.execute(chosen).all(), standing, at)


def reviewed_at(connection: Connection, locator: str) -> Sequence[int]:
    """Ids of the lines that were reviewed in any version or reading of the article at a locator, oldest first."""
    s, a = t.statements.c, t.articles.c
    versions = select(t.readings.c.id).join(t.articles, a.id == t.readings.c.article_id).where(a.locator == locator)
    review = select(t.reviews.c.id).where(t.reviews.c.statement_id == s.id)
    chosen = select(s.id).where(s.reading_id.in_(versions), review.exists())
    return connection.execute(chosen.order_by(s.id)).scalars().all()


def _lines(connection: Connection, rows: Sequence[Row[Any]], standing: Standing, at: datetime | None) -> Sequence[Line]:
    numbers = [row.id for row in rows]
    articles = _articles(connection, {row.article_id for row in rows})
    people = _people(connection, {row.appearance_id for row in rows if row.appearance_id is not None}, standing)
    details, reviews = details_of(connection, numbers), newest_reviews(connection, numbers, at)
    lines = []
    for row in rows:
        speaker, identity, name = people.get(row.appearance_id, (None, None, None))
        statement = statement_of(row._mapping, speaker and speaker.id, details.get(row.id, NO_DETAILS))  # type: ignore[arg-type]
        lines.append(
            Line(
                id=row.id,
                entry=row.article_id,
                article=articles[row.article_id],
                day=row.day,
                statement=statement,
                speaker=speaker,
                identity=identity,
                name=name,
                recorded=row.recorded_at,
                superseded=end_by(row.superseded_at, at),
                review=reviews.get(row.id),
            )
        )
    return lines


def _rows(connection: Connection, table: Any, numbers: Iterable[int]) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(table.c.id.in_(numbers))).all()


def _articles(connection: Connection, numbers: Iterable[int]) -> Mapping[int, Article]:
    articles: dict[int, Article] = {}
    for some in parts(numbers):
        for row in connection.execute(choose_articles().where(t.articles.c.id.in_(some))):
            articles[row.id] = article_of(row._mapping)  # type: ignore[arg-type]
    return articles


def _people(
    connection: Connection, numbers: Iterable[int], standing: Standing
) -> Mapping[int, tuple[Speaker, int | None, str]]:
    """For each appearance: the article's speaker, its identity, and the name of that."""
    rows = [row for some in parts(numbers) for row in _rows(connection, t.appearances, some)]
    roots = {row.id: _root(row, standing) for row in rows}
    wanted = {root for root in roots.values() if root is not None}
    names = {one.id: one.name for some in parts(wanted) for one in _rows(connection, t.speakers, some)}
    return {
        row.id: (speaker_of(row._mapping), roots[row.id], names.get(roots[row.id], row.name))  # type: ignore[arg-type]
        for row in rows
    }


def _root(row: Row[Any], standing: Standing) -> int | None:
    identity = standing.moved.get(row.id, row.speaker_id)
    return None if identity is None else standing.root(identity)


def newest_reviews(connection: Connection, lines: Sequence[int], at: datetime | None) -> Mapping[int, Review]:
    """The review that stands of each line that has one."""
    newest: dict[int, Review] = {}
    for some in parts(lines):
        newest |= {review.line: review for review in reviews_of(connection, some, at)}
    return newest


def reviews_of(connection: Connection, lines: Sequence[int], at: datetime | None = None) -> Sequence[Review]:
    """All reviews of some lines, oldest first."""
    r = t.reviews.c
    chosen = select(t.reviews).where(r.statement_id.in_(lines)).order_by(r.id)
    if at is not None:
        chosen = chosen.where(r.recorded_at <= at)
    return [_review(row) for row in connection.execute(chosen)]


def all_reviews(connection: Connection) -> Iterator[Review]:
    """The reviews of all lines, by their ids."""
    return (_review(row) for row in connection.execute(select(t.reviews).order_by(t.reviews.c.id)))


def _review(row: Row[Any]) -> Review:
    return Review(
        id=row.id,
        line=row.statement_id,
        verdict=row.verdict,
        by=row.by,
        recorded=row.recorded_at,
        corrections=row.corrections,
        note=row.note,
        carried=row.carried,
        certain=row.certain,
        reason=row.reason,
    )
