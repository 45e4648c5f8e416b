"""Whole ledgers from one place to another: a backup is a ledger in one file, whatever kept it before."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from attribune.errors import LedgerError
from attribune.ledger.opening import create_ledger, open_ledger
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.columns import metadata
from attribune.ledger.sql.documents import documents
from attribune.ledger.sql.failures import translating
from attribune.ledger.sql.index import put_documents
from attribune.ledger.sql.ledger import SqlLedger
from attribune.ledger.unfinished import unfinished

BATCH = 1_000  # rows
Told = Callable[[int, int], None]  # rows done, rows in all


def _silent(_done: int, _whole: int) -> None:
    """Tell nobody."""


def backup_ledger(ledger: SqlLedger, target: Path, *, told: Told = _silent) -> None:
    """Write a copy as of now into one new file while others go on; it is whole or not there."""
    with unfinished(target) as part:
        if ledger.place.path is None:
            copy_ledger(ledger, str(part), told=told).close()
        else:
            with translating(ledger.place), closing(sqlite3.connect(str(ledger.place.path))) as connection:
                connection.execute("VACUUM INTO ?", (str(part),))
        _check(part)


def _check(part: Path) -> None:
    """Make sure that the copy can be read, and is one file."""
    with closing(sqlite3.connect(part)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        connection.execute("PRAGMA journal_mode = DELETE")
    if found != "ok":
        raise LedgerError(f"{part}: the copy is damaged ({found}); check the disk")


def restore_ledger(backup: Path, address: str, *, told: Told = _silent) -> SqlLedger:
    """A new ledger from a backup, in a new file or in an empty database."""
    source = open_ledger(str(backup))
    try:
        return copy_ledger(source, address, told=told)
    finally:
        source.close()


def copy_ledger(source: SqlLedger, address: str, *, told: Told = _silent) -> SqlLedger:
    """Make a ledger with every row of another, its audit log included."""
    with source.reading_from() as reader:

        def fill(connection: Connection) -> None:
            _copy_rows(reader.connection, connection, told)
            rebuild_index(connection)

        return create_ledger(address, fill=fill)


def _copy_rows(source: Connection, target: Connection, told: Told) -> None:
    whole = sum(source.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables)
    done = 0
    for table in metadata.sorted_tables:
        rows = source.execution_options(yield_per=BATCH).execute(select(table))
        for some in rows.mappings().partitions(BATCH):
            target.execute(insert(table), [dict(row) for row in some])
            done += len(some)
            told(done, whole)


def rebuild_index(connection: Connection) -> None:
    """Put every statement into an index that is empty."""
    s = t.statements.c
    last = 0
    while lines := connection.execute(select(s.id).where(s.id > last).order_by(s.id).limit(BATCH)).scalars().all():
        put_documents(connection, documents(connection, lines))
        last = lines[-1]
