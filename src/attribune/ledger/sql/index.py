"""The index of search: terms of statements, in SQLite's FTS5 or in a column of PostgreSQL's tsvector.

Both only keep and match the terms that :mod:`attribune.ledger.query` makes, so that a query finds the same
statements on every database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, bindparam, literal_column, select, text
from sqlalchemy.sql import Select, TextClause

from attribune.ledger.query import Node, fts5, tsquery, tsvector

Terms = Sequence[str]
INSERT = {
    "sqlite": text("INSERT INTO search (rowid, terms) VALUES (:line, :terms)"),
    "postgresql": text("INSERT INTO search (statement_id, terms) VALUES (:line, CAST(:terms AS tsvector))"),
}
DELETE = {
    "sqlite": text("INSERT INTO search (search, rowid, terms) VALUES ('delete', :line, :terms)"),
    "postgresql": text("DELETE FROM search WHERE statement_id = :line"),
}


def put_documents(connection: Connection, documents: Iterable[tuple[int, Terms]]) -> None:
    """Index statements by their ids."""
    rows = _rows(connection, documents)
    if rows:
        connection.execute(INSERT[connection.dialect.name], rows)


def drop_documents(connection: Connection, documents: Iterable[tuple[int, Terms]]) -> None:
    """Take statements out, with the very terms they were put in with."""
    rows = _rows(connection, documents)
    if rows:
        connection.execute(DELETE[connection.dialect.name], rows)


def _rows(connection: Connection, documents: Iterable[tuple[int, Terms]]) -> list[dict[str, object]]:
    write = " ".join if connection.dialect.name == "sqlite" else tsvector
    return [{"line": line, "terms": write(terms)} for line, terms in documents]


LINE = {"sqlite": "search.rowid", "postgresql": "search.statement_id"}


def found(connection: Connection, node: Node, name: str, *, line: ColumnElement[int] | None = None) -> Select[Any]:
    """The ids of statements that the index finds for a query of terms, or only whether it finds the one in ``line``.

    ``name`` tells several queries apart in one question.
    """
    dialect = connection.dialect.name
    if dialect == "sqlite":
        clause: TextClause = text(f"search MATCH :{name}").bindparams(bindparam(name, fts5(node)))
    else:
        clause = text(f"search.terms @@ CAST(:{name} AS tsquery)").bindparams(bindparam(name, tsquery(node)))
    column: ColumnElement[int] = literal_column(LINE[dialect], BigInteger)
    chosen: Select[Any] = select(column.label("line")).select_from(text("search")).where(clause)
    return chosen if line is None else chosen.where(column == line)


def is_indexed_by_number(connection: Connection) -> bool:
    """Whether the index quickly tells of one statement whether a query finds it."""
    return connection.dialect.name == "sqlite"


def indexed(connection: Connection) -> int:
    """How many statements the index holds."""
    if connection.dialect.name == "sqlite":
        return connection.scalar(text("SELECT count(*) FROM search_docsize")) or 0
    return connection.scalar(text("SELECT count(*) FROM search")) or 0
