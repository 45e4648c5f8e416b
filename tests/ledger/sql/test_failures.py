"""What databases say when something fails, in the program's words."""

from __future__ import annotations

import sqlite3
import sys
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import TimeoutError as PoolTimeout

from attribune.errors import LedgerBusy, LedgerError, LedgerFull, MissingExtra, NoLedger, ReadOnlyLedger, UsageError
from attribune.ledger.opening import open_ledger
from attribune.ledger.query import parse
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.engine import place_of
from attribune.ledger.sql.failures import translating
from attribune.ledger.sql.ledger import SqlLedger
from tests.ledger.build import DAM, a_capture, a_report, put

FILE, SERVER = place_of("news.db"), place_of("postgresql://ana:secret@host/news")


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (sqlite3.OperationalError("database or disk is full"), LedgerFull),
        (sqlite3.OperationalError("database is locked"), LedgerBusy),
        (sqlite3.DatabaseError("database disk image is malformed"), LedgerError),
        (sqlite3.OperationalError("attempt to write a readonly database"), ReadOnlyLedger),
        (sqlite3.OperationalError("unable to open database file"), NoLedger),
        (sqlite3.DatabaseError("file is not a database"), NoLedger),
        (PoolTimeout("QueuePool limit of size 5 overflow 10 reached"), LedgerBusy),
        (sqlite3.IntegrityError("FOREIGN KEY\nconstraint failed"), LedgerError),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)[:20]),
)
def test_an_error_of_a_database_is_told_in_one_line_with_its_cause(cause: Exception, kind: type[LedgerError]) -> None:
    with pytest.raises(LedgerError) as caught, translating(FILE):
        raise cause
    assert type(caught.value) is kind
    assert caught.value.__cause__ is cause
    assert str(caught.value).startswith("news.db: ")
    assert "\n" not in str(caught.value)


def test_words_that_an_error_quotes_do_not_make_it_another_one(stored: SqlLedger) -> None:
    row = {"sha256": "locked, read-only, no space left, does not exist", "text": ""}
    with pytest.raises(LedgerError) as caught, stored.writing("test") as writer:
        writer.connection.execute(insert(t.texts).values([row, row]))
    assert type(caught.value) is LedgerError


@pytest.mark.parametrize(
    ("query", "kind"),
    [("SELECT 1 FROM nowhere", NoLedger), ('SELECT "disk is full"(1)', LedgerError)],
    ids=["no table", "no function"],
)
def test_what_a_question_lacks_is_told_by_its_code(stored: SqlLedger, query: str, kind: type[LedgerError]) -> None:
    with pytest.raises(LedgerError) as caught, stored.reading_from() as reader:
        reader.connection.exec_driver_sql(query)
    assert type(caught.value) is kind


def test_a_query_of_too_many_parts_is_told_in_one_line_or_answered(stored: SqlLedger) -> None:
    query = parse(" OR ".join(["figure:5"] * 1_200))
    with suppress(UsageError), stored.reading_from() as reader:
        assert list(reader.search(query, limit=1)) == []
    if stored.place.path is not None:
        with pytest.raises(UsageError, match=r"too many parts .* search for less"), stored.reading_from() as reader:
            reader.count(query)


def test_a_server_is_named_without_its_password() -> None:
    with pytest.raises(LedgerBusy, match="can't be reached") as caught, translating(SERVER):
        raise PoolTimeout("connection refused")
    assert "secret" not in str(caught.value)


def test_what_is_missing_for_a_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"pip install 'attribune\[postgres\]'"):
        open_ledger("postgresql://ana@host/news")


def test_damaged_bytes_come_back_as_they_are_so_that_their_hash_tells(file: Path) -> None:
    capture = a_capture(b"the same words " * 99)
    with closing(open_ledger(str(file))) as ledger:
        with ledger.writing("test") as writer:
            put(writer, a_report(DAM), capture=capture)
        with closing(sqlite3.connect(file)) as connection:
            damaged = zlib.compress(capture.data)[:-9]
            connection.execute("UPDATE blobs SET data = ?", (damaged,))
            connection.commit()
        with ledger.reading_from() as reader:
            assert reader.blob(capture.sha256) == damaged
