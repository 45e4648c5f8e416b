"""An open ledger in a database: views and transactions on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text

from attribune.ledger.sql.engine import Place
from attribune.ledger.sql.failures import translating
from attribune.ledger.sql.reader import SqlReader
from attribune.ledger.sql.writer import SqlWriter

WRITER = 0x61747472  # of PostgreSQL's advisory lock: one who writes at a time


@dataclass(frozen=True)
class SqlLedger:
    """A ledger in SQLite or PostgreSQL; it may be used by several threads and processes at once."""

    place: Place
    engine: Engine

    @contextmanager
    def reading_from(self) -> Iterator[SqlReader]:
        """A view that does not change in the block."""
        with translating(self.place), self._snapshot() as connection:
            yield SqlReader(connection)

    @contextmanager
    def writing(self, by: str) -> Iterator[SqlWriter]:
        """One transaction by one person or program: all of it is kept, or none; one at a time."""
        with translating(self.place), self._exclusive() as connection:
            yield SqlWriter(connection, by)

    def close(self) -> None:
        """Let go of files and connections."""
        self.engine.dispose()

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            if self.place.path is None:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _exclusive(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                take_turn(connection)
                yield connection


def take_turn(connection: Connection) -> None:
    """On a server, wait until nobody else writes, and keep the turn for the transaction; a file is locked as it is."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER})
