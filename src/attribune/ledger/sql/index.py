"""The index of search: terms of statements, in SQLite's FTS5 or in a column of PostgreSQL's tsvector.

Both only keep and match the terms that :mod:`attribune.ledger.query` makes, so that a query finds the same
statements on every database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def found(connection: Connection, node: Node, name: str) -> Select[tuple[int]]:
    """The ids of statements that the index finds for a query of terms; ``name`` tells several apart in one question."""
    if connection.dialect.name == "sqlite":
        clause: TextClause = text(f"search MATCH :{name}").bindparams(bindparam(name, fts5(node)))
        return select(literal_column("search.rowid", BigInteger).label("line")).select_from(text("search")).where(clause)
    clause = text(f"search.terms @@ CAST(:{name} AS tsquery)").bindparams(bindparam(name, tsquery(node)))
    return select(literal_column("search.statement_id", BigInteger).label("line")).select_from(text("search")).where(clause)


def is_found(connection: Connection, node: Node, name: str, column: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the statement in a column is one that the index finds."""
    return column.in_(found(connection, node, name))


def indexed(connection: Connection) -> int:
    """How many statements the index holds."""
    if connection.dialect.name == "sqlite":
        return connection.scalar(text("SELECT count(*) FROM search_docsize")) or 0
    return connection.scalar(text("SELECT count(*) FROM search")) or 0
