"""Articles and readings out of the tables."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Row, bindparam, func, select
from sqlalchemy.sql import Select

from attribune.ledger.contract import CaptureCard, StoredReading
from attribune.ledger.entry import Entry
from attribune.ledger.moments import end_by
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.rows import (
    Details,
    article_of,
    figure_of,
    rejections_of,
    speaker_of,
    statement_of,
    when_of,
    where_of,
)
from attribune.reading import ReaderCard, Reading

One = TypeVar("One")
MANY = 500  # ids in one question
PAGE = 200  # articles at a time


def entries(connection: Connection, chosen: Select[Any], at: datetime | None = None) -> Iterator[Entry]:
    """The articles of a choice of rows of the table of articles, by their ids, as they stood at a moment."""
    last = 0
    while rows := connection.execute(chosen.where(t.articles.c.id > last).order_by(t.articles.c.id).limit(PAGE)).all():
        newest = _newest(connection, [row.id for row in rows], at)
        for row in rows:
            yield _entry(row, newest[row.id], at)
        last = rows[-1].id


def choose_articles() -> Select[Any]:
    """Articles with their texts."""
    return select(t.articles, t.texts.c.text).join(t.texts, t.texts.c.sha256 == t.articles.c.sha256)


def _newest(connection: Connection, articles: Sequence[int], at: datetime | None) -> dict[int, Row[Any]]:
    """The newest reading of each article, with how many statements it has."""
    r, s = t.readings.c, t.statements.c
    many = select(func.count()).where(s.reading_id == r.id).scalar_subquery()
    chosen = select(t.readings, many.label("many")).where(r.article_id.in_(articles)).order_by(r.id)
    chosen = chosen if at is None else chosen.where(r.recorded_at <= at)
    return {row.article_id: row for row in connection.execute(chosen)}


def _entry(row: Row[Any], newest: Row[Any], at: datetime | None) -> Entry:
    return Entry(
        id=row.id,
        locator=row.locator,
        version=row.version,
        article=article_of(row._mapping),  # type: ignore[arg-type]
        capture=row.capture,
        captured=row.captured_at,
        recorded=row.recorded_at,
        superseded=end_by(row.superseded_at, at),
        reader=ReaderCard(newest.reader_name, newest.reader_version, newest.reader_sha256),
        program=newest.program,
        statements=newest.many,
    )


def stored_readings(connection: Connection, chosen: Select[Any]) -> Iterator[StoredReading]:
    """The readings of a choice of rows of the table of readings, by their ids."""
    last = 0
    while rows := connection.execute(chosen.where(t.readings.c.id > last).order_by(t.readings.c.id).limit(PAGE)).all():
        yield from _stored(connection, rows)
        last = rows[-1].id


def newest_reading(connection: Connection, article: int, at: datetime | None) -> StoredReading | None:
    """The reading of an article that was the newest at a moment."""
    chosen = select(t.readings).where(t.readings.c.article_id == article)
    if at is not None:
        chosen = chosen.where(t.readings.c.recorded_at <= at)
    row = connection.execute(chosen.order_by(t.readings.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    stored = next(_stored(connection, [row]))
    return replace(stored, superseded=end_by(stored.superseded, at))


def _stored(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[StoredReading]:
    numbers = [row.id for row in rows]
    chosen = choose_articles().where(t.articles.c.id.in_({row.article_id for row in rows}))
    articles = {row.id: article_of(row._mapping) for row in connection.execute(chosen)}  # type: ignore[arg-type]
    speakers, statements = _grouped(connection, t.appearances, numbers), _grouped(connection, t.statements, numbers)
    figures = _grouped(connection, t.figures, numbers)
    details = details_of(connection, [row.id for one in statements.values() for row in one])
    for row in rows:
        people = {one.id: speaker_of(one._mapping) for one in speakers[row.id]}  # type: ignore[arg-type]
        found = tuple(
            statement_of(
                one._mapping,  # type: ignore[arg-type]
                None if one.appearance_id is None else people[one.appearance_id].id,
                details.get(one.id, NO_DETAILS),
            )
            for one in statements[row.id]
        )
        own = tuple(figure_of(one._mapping) for one in figures[row.id] if one.statement_id is None)  # type: ignore[arg-type]
        card = ReaderCard(row.reader_name, row.reader_version, row.reader_sha256)
        reading = Reading(
            articles[row.article_id], tuple(people.values()), found, own, rejections_of(row.rejections), card
        )
        words = tuple((one.source_text, one.cue_text, one.content_text) for one in statements[row.id])
        yield StoredReading(
            row.id, row.article_id, reading, row.seal, row.program, row.recorded_at, row.superseded_at, words
        )


def _grouped(connection: Connection, table: Any, readings: Sequence[int]) -> Mapping[int, list[Row[Any]]]:
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.reading_id.in_(readings)).order_by(table.c.id)):
        groups[row.reading_id].append(row)
    return groups


NO_DETAILS: Details = ((), (), ())


def details_of(connection: Connection, lines: Sequence[int]) -> Mapping[int, Details]:
    """Figures, times and places of statements, by their ids."""
    figures, times, places = (_by_line(connection, one, lines) for one in (t.figures, t.times, t.places))
    return {
        line: (
            tuple(figure_of(row) for row in figures[line]),
            tuple(when_of(row) for row in times[line]),
            tuple(where_of(row) for row in places[line]),
        )
        for line in figures.keys() | times.keys() | places.keys()
    }


def _by_line(connection: Connection, table: Any, lines: Sequence[int]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for some in parts(lines):
        chosen = select(table).where(table.c.statement_id.in_(some)).order_by(table.c.id)
        for row in connection.execute(chosen).mappings():
            groups[row["statement_id"]].append(row)
    return groups


def parts(numbers: Iterable[One]) -> Iterator[Sequence[One]]:
    """The numbers in pieces that one question takes."""
    whole = list(numbers)
    for start in range(0, len(whole), MANY):
        yield whole[start : start + MANY]


def written(numbers: Iterable[int]) -> BindParameter[list[int]]:
    """Numbers that are written into the question itself, of which it may hold any number."""
    return bindparam(None, list(numbers), unique=True, expanding=True, literal_execute=True)


def capture_cards(connection: Connection, article: int) -> Sequence[CaptureCard]:
    """What an article was read from, oldest first."""
    c = t.captures.c
    return [
        CaptureCard(
            row.sha256,
            row.place,
            row.kind,
            row.name,
            row.file,
            row.url,
            row.charset,
            row.part,
            row.captured_at,
            row.recorded_at,
            row.program,
        )
        for row in connection.execute(select(t.captures).where(c.article_id == article).order_by(c.id))
    ]


def unpacked(data: bytes, packing: str) -> bytes:
    """The bytes as they were captured; damaged ones as they are, so that their hash tells."""
    if packing != "zlib":
        return data
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data
