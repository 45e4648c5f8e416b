"""Builders: reports of invented events, put into a ledger as the desk does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from attribune.capture import Capture
from attribune.ledger.addition import Added, Addition, Known
from attribune.ledger.contract import Ledger, LedgerReader, LedgerWriter
from attribune.ledger.query import parse
from attribune.reading import Reading
from tests.builders import a_reading, a_speaker, a_statement, an_article

DAM = ("Ida Korvin", "the dam at Orvel held")
FLOOD = ("Tomas Brandl", "34 people were killed")


def a_report(*claims: tuple[str, str], **options: Any) -> Reading:
    """An article in which each name says a content; options are the article's own fields."""
    text = "".join(f"{name} said {content}.\n" for name, content in claims)
    article = an_article(text, **options)
    names = list(dict.fromkeys(name for name, _ in claims))
    statements = [
        replace(a_statement(article, content, name, "said"), id=number, speaker=names.index(name))
        for number, (name, content) in enumerate(claims)
    ]
    return a_reading(article, [a_speaker(number, name) for number, name in enumerate(names)], statements)


def with_details(reading: Reading, number: int, **details: Any) -> Reading:
    """The reading, in which one statement has other fields."""
    statements = [replace(one, **details) if one.id == number else one for one in reading.statements]
    return replace(reading, statements=tuple(statements))


def a_capture(data: bytes = b"<p>bytes</p>", name: str = "report.html", **options: Any) -> Capture:
    """A page in a file of that name."""
    return Capture(data, "page", name, **options)


def put(
    writer: LedgerWriter,
    reading: Reading,
    locator: str = "report.html",
    *,
    known: Mapping[int, Known] | None = None,
    **options: Any,
) -> Added:
    """Put a report in; without ``known``, each name is one speaker."""
    if known is None:
        known = known_by_name(writer, reading)
    capture = options.pop("capture", None) or a_capture(reading.article.text.encode("utf-8", "replace"), locator)
    return writer.add(Addition(locator, capture, reading, known, **options))


def known_by_name(reader: LedgerReader, reading: Reading) -> dict[int, Known]:
    """The identity of each speaker by its name in small letters."""
    keys = {speaker.id: speaker.name.lower() for speaker in reading.speakers}
    there = reader.with_keys(set(keys.values()))
    return {number: Known(there[key][0]) if key in there else Known(None, key) for number, key in keys.items()}


def filed(ledger: Ledger, *reports: Reading, by: str = "test") -> list[Added]:
    """Reports put in at a locator each, all in one transaction."""
    with ledger.writing(by) as writer:
        return [put(writer, reading, f"report-{number}.html") for number, reading in enumerate(reports)]


def found(ledger: Ledger, query: str, **options: Any) -> list[int]:
    """The ids of the lines that a query finds."""
    with ledger.reading_from() as reader:
        return list(reader.search(parse(query), limit=1_000, **options))


def now() -> datetime:
    """This moment, to ask for afterwards."""
    return datetime.now(UTC)
