"""Putting articles and readings into the tables."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from attribune.capture import Capture
from attribune.ledger.addition import Known, Vectors
from attribune.ledger.contract import CaptureCard
from attribune.ledger.indexing import document_of
from attribune.ledger.sealing import seal_of_reading
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.index import put_documents
from attribune.ledger.sql.rows import (
    appearance_row,
    article_row,
    figure_row,
    rejection_values,
    spaced_terms,
    statement_row,
    when_row,
    where_row,
)
from attribune.reading import Reading

Rows = list[dict[str, Any]]
MOMENTS = {"captured", "recorded"}  # of a capture
LEVEL = 6  # of compression: pages shrink to a fifth at 20 MB/s


@dataclass(frozen=True)
class Stamp:
    """When something is recorded, on which day it was published, and by which program it was read."""

    recorded: datetime
    day: Any
    program: str


def next_id(connection: Connection, table: Table) -> int:
    """The next number of a table; writers come one at a time."""
    column = table.c.number if table is t.audit else table.c.id
    return (connection.scalar(select(func.max(column))) or 0) + 1


def put(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def put_blob(connection: Connection, capture: Capture) -> None:
    """Keep the bytes once, packed where that makes them smaller."""
    if connection.scalar(select(t.blobs.c.size).where(t.blobs.c.sha256 == capture.sha256)) is not None:
        return
    packed = zlib.compress(capture.data, LEVEL)
    smaller = len(packed) < len(capture.data)
    row = {"sha256": capture.sha256, "size": len(capture.data), "packing": "zlib" if smaller else "none"}
    put(connection, t.blobs, [{**row, "data": packed if smaller else capture.data}])


def put_capture(connection: Connection, capture: Capture, place: str, article: int, stamp: Stamp) -> CaptureCard:
    """Keep where and when the bytes were found, and which article they hold."""
    card = CaptureCard(
        sha256=capture.sha256,
        place=place,
        kind=capture.kind,
        name=capture.name,
        file=capture.file,
        url=capture.url,
        charset=capture.charset,
        part=capture.part,
        captured=(capture.captured or stamp.recorded).astimezone(UTC),
        recorded=stamp.recorded,
        program=stamp.program,
    )
    row = {f"{name}_at" if name in MOMENTS else name: value for name, value in vars(card).items()}
    put(connection, t.captures, [{"id": next_id(connection, t.captures), "article_id": article, **row}])
    return card


def put_article(connection: Connection, reading: Reading, about: Mapping[str, Any]) -> int:
    """Keep the text once, and the article; its id."""
    article = reading.article
    if connection.scalar(select(t.texts.c.sha256).where(t.texts.c.sha256 == article.id)) is None:
        put(connection, t.texts, [{"sha256": article.id, "text": article.text}])
    number = next_id(connection, t.articles)
    put(connection, t.articles, [{"id": number, **article_row(article), **about}])
    return number


Made = tuple[int, str, str, str | None]


@dataclass(frozen=True)
class Put:
    """A reading that was put in: its id, its seal, and the ids of its statements, in their order.

    ``identities`` are those of its speakers, by their numbers; ``made`` has id, name, kind and key of new ones.
    """

    id: int
    seal: str
    lines: tuple[int, ...]
    identities: Mapping[int, int]
    made: Sequence[Made]

    @property
    def detail(self) -> dict[str, Any]:
        """What the audit log says of it."""
        counted = [[number, identity] for number, identity in self.identities.items()]
        return {
            "reading": self.id,
            "seal": self.seal,
            "lines": list(self.lines[:1]),
            "speakers": counted,
            "made": [list(one) for one in self.made],
        }


def put_reading(
    connection: Connection, article: int, reading: Reading, known: Mapping[int, Known], stamp: Stamp
) -> Put:
    """Keep everything that was read in an article, and index it."""
    number, seal = next_id(connection, t.readings), seal_of_reading(reading)
    card = reading.reader
    row = {
        "id": number,
        "article_id": article,
        "reader_name": card.name,
        "reader_version": card.version,
        "reader_sha256": card.sha256,
        "program": stamp.program,
        "seal": seal,
        "rejections": rejection_values(reading.rejections),
        "recorded_at": stamp.recorded,
    }
    put(connection, t.readings, [row])
    identities, made = _put_identities(connection, reading, known, stamp)
    appearances = _put_appearances(connection, number, reading, identities)
    first = next_id(connection, t.statements)
    lines = tuple(range(first, first + len(reading.statements)))
    shared = {"reading_id": number, "article_id": article, "day": stamp.day, "recorded_at": stamp.recorded}
    text = reading.article.text
    rows = [
        {
            "id": line,
            **statement_row(statement, text),
            "appearance_id": None if statement.speaker is None else appearances[statement.speaker],
            **shared,
        }
        for line, statement in zip(lines, reading.statements, strict=True)
    ]
    put(connection, t.statements, rows)
    moments = {"day": stamp.day, "recorded_at": stamp.recorded}
    put(connection, t.timeline, [{"statement_id": line, **moments} for line in lines])
    _put_details(connection, number, reading, lines)
    terms = [
        (line, document_of(reading, statement, identities.get(statement.speaker)).terms())  # type: ignore[arg-type]
        for line, statement in zip(lines, reading.statements, strict=True)
    ]
    put_documents(connection, terms)
    return Put(number, seal, lines, identities, made)


def _put_identities(
    connection: Connection, reading: Reading, known: Mapping[int, Known], stamp: Stamp
) -> tuple[dict[int, int], list[Made]]:
    """The identity of each speaker that has one, and those that were made, one for each key."""
    number, rows, by_key = next_id(connection, t.speakers), Rows(), dict[str, int]()
    identities: dict[int, int] = {}
    for speaker in reading.speakers:
        one = known.get(speaker.id)
        if one is None:
            continue
        identity = one.identity or by_key.get(one.key or "")
        if identity is None:
            identity = number + len(rows)
            row = {"id": identity, "name": speaker.name, "kind": speaker.kind, "key": one.key}
            rows.append({**row, "terms": spaced_terms(speaker.name), "recorded_at": stamp.recorded})
            if one.key:
                by_key[one.key] = identity
        identities[speaker.id] = identity
    put(connection, t.speakers, rows)
    return identities, [(row["id"], row["name"], row["kind"], row["key"]) for row in rows]


def _put_appearances(
    connection: Connection, reading_id: int, reading: Reading, identities: Mapping[int, int]
) -> dict[int, int]:
    first = next_id(connection, t.appearances)
    rows = [
        {
            "id": first + place,
            "reading_id": reading_id,
            "speaker_id": identities.get(speaker.id),
            **appearance_row(speaker),
        }
        for place, speaker in enumerate(reading.speakers)
    ]
    put(connection, t.appearances, rows)
    return {row["number"]: row["id"] for row in rows}


def _put_details(connection: Connection, reading_id: int, reading: Reading, lines: Sequence[int]) -> None:
    """Figures, times and places; the outlet's own figures have no statement."""
    text = reading.article.text
    pairs = list(zip(lines, reading.statements, strict=True))
    owned = [(line, figure) for line, statement in pairs for figure in statement.figures]
    figures = [*owned, *((None, figure) for figure in reading.figures)]
    put(
        connection,
        t.figures,
        _numbered(
            connection,
            t.figures,
            [{"reading_id": reading_id, "statement_id": line, **figure_row(one, text)} for line, one in figures],
        ),
    )
    times = [{"statement_id": line, **when_row(one, text)} for line, statement in pairs for one in statement.when]
    put(connection, t.times, _numbered(connection, t.times, times))
    places = [{"statement_id": line, **where_row(one, text)} for line, statement in pairs for one in statement.where]
    put(connection, t.places, _numbered(connection, t.places, places))


def _numbered(connection: Connection, table: Table, rows: Rows) -> Rows:
    if not rows:
        return rows
    first = next_id(connection, table)
    return [{"id": first + place, **row} for place, row in enumerate(rows)]


def put_vectors(connection: Connection, reading: Put, vectors: Vectors | None) -> None:
    """Keep what search by meaning needs of a reading."""
    if vectors is not None and reading.lines:
        row = {"reading_id": reading.id, "first_line": reading.lines[0], **vars(vectors)}
        put(connection, t.vectors, [row])
