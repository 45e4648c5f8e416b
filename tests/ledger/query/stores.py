"""Real databases that hold terms, each as the ledger keeps them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg

from attribune.ledger.query import Node, fts5, tsquery, tsvector

POSTGRES = os.environ.get("ATTRIBUNE_TEST_POSTGRES")
TABLE = (
    "CREATE VIRTUAL TABLE s USING fts5(terms, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
)


class FullText:
    """SQLite's FTS5 in memory."""

    def __enter__(self) -> FullText:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(TABLE)
        self._database.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(s, row)")
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, number: int, terms: Iterable[str]) -> None:
        self._database.execute("INSERT INTO s(rowid, terms) VALUES (?, ?)", (number, " ".join(terms)))

    def find(self, node: Node) -> set[int]:
        return {number for (number,) in self._database.execute("SELECT rowid FROM s WHERE s MATCH ?", (fts5(node),))}

    def terms(self) -> set[str]:
        return {term for (term,) in self._database.execute("SELECT term FROM vocabulary")}


class Vectors:
    """PostgreSQL's tsvector in a temporary table."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        connection.execute("CREATE TEMPORARY TABLE IF NOT EXISTS s (number int, terms tsvector)")
        connection.execute("TRUNCATE s")

    def add(self, number: int, terms: Sequence[str]) -> None:
        self._connection.execute("INSERT INTO s VALUES (%s, %s::tsvector)", (number, tsvector(terms)))

    def find(self, node: Node) -> set[int]:
        rows = self._connection.execute("SELECT number FROM s WHERE terms @@ %s::tsquery", (tsquery(node),))
        return {number for (number,) in rows}

    def terms(self) -> set[str]:
        return {term for (term,) in self._connection.execute("SELECT DISTINCT unnest(tsvector_to_array(terms)) FROM s")}


@contextmanager
def vectors() -> Iterator[Vectors]:
    """The table on the server whose address the environment gives."""
    with psycopg.connect(POSTGRES or "", autocommit=True) as connection:
        yield Vectors(connection)
