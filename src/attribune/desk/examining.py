"""The doctor: is all that is needed here, and is the ledger well."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from attribune.desk.rereading import outdated
from attribune.errors import AttribuneError
from attribune.ledger.opening import open_ledger
from attribune.ledger.sql.ledger import SqlLedger
from attribune.version import program

Health = Literal["good", "advice", "bad"]
LITTLE = 1_000_000_000  # bytes of room on the disk, below which there is advice


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, and what to do where it is not good."""

    subject: str
    health: Health
    words: str


def examine(address: str) -> Iterator[Finding]:
    """Everything the doctor looks at, one after another; a ledger that can't be opened is the last finding."""
    yield Finding("program", "good", f"{program()}, Python {platform.python_version()}")
    yield Finding("SQLite", "good", sqlite3.sqlite_version)
    yield _parquet()
    try:
        ledger = open_ledger(address)
    except AttribuneError as error:
        yield Finding("ledger", "bad", str(error))
        return
    try:
        yield from _ledger(ledger)
    except AttribuneError as error:
        yield Finding("ledger", "bad", str(error))
    finally:
        ledger.close()


def _parquet() -> Finding:
    try:
        import pyarrow
    except ImportError:
        return Finding("Parquet", "advice", "pip install 'attribune[parquet]' to read Parquet files")
    return Finding("Parquet", "good", f"pyarrow {pyarrow.__version__}")


def _ledger(ledger: SqlLedger) -> Iterator[Finding]:
    with ledger.reading_from() as reader:
        counts = reader.counts()
        words = f"{counts.articles:,} articles, {counts.statements:,} statements, {counts.captures:,} captures"
        yield Finding("ledger", "good", f"{ledger.place.name}: {words}")
        problems = list(reader.problems())
        feeds = reader.followed()
    for problem in problems:
        yield Finding("database", "bad", f"{problem}; run attribune verify, and restore the last backup")
    if not problems:
        yield Finding("database", "good", "its own check finds nothing wrong")
    for feed in feeds:
        if feed.failures:
            yield Finding("feed", "advice", f"{feed.url}: failed {feed.failures} times, {feed.problem}")
    yield from _room(ledger.place.path)
    old = len(outdated(ledger))
    if old:
        yield Finding("readings", "advice", f"{old:,} articles were read by another version; run attribune reread")


def _room(path: Path | None) -> Iterator[Finding]:
    if path is None:
        return
    free = shutil.disk_usage(path.absolute().parent).free
    size = path.stat().st_size
    health: Health = "good" if free > max(LITTLE, size) else "advice"
    advice = "" if health == "good" else "; make room, a backup needs as much again"
    yield Finding("disk", health, f"the file has {size / 1e6:,.1f} MB, {free / 1e9:,.1f} GB are free{advice}")
