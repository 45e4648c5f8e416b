"""Questions as of a moment that much was changed after."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from attribune.ledger.addition import Known
from attribune.ledger.opening import open_ledger
from attribune.ledger.query import parse
from attribune.ledger.sql import reader as reading
from attribune.ledger.sql.ledger import SqlLedger
from tests.ledger.build import DAM, a_report, filed, now, put

MANY = 700  # more than one question may bind here


def test_more_may_have_been_moved_since_than_a_question_takes_variables(file: Path) -> None:
    with closing(open_ledger(str(file))) as ledger:
        ledger.engine.dispose()

        @event.listens_for(ledger.engine, "connect")
        def limit(connection: sqlite3.Connection, _: object) -> None:
            connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, MANY - 100)

        names = [f"Voice {number}" for number in range(MANY)]
        with ledger.writing("Ana") as writer:
            known = dict.fromkeys(range(MANY), Known(None, "voice"))
            put(writer, a_report(*((name, "no") for name in names)), known=known)
        before = now()
        with ledger.writing("Ana") as writer:
            moved = [one.id for one in writer.appearances([1])][1:]
            other = writer.decide("split", 1, None, appearances=moved, reason="others").other
        with ledger.reading_from() as reader:
            assert len(reader.appearances([1], at=before)) == MANY
            assert [len(reader.appearances([one])) for one in (1, other)] == [1, MANY - 1]
            assert reader.count(parse("speaker_id:1"), at=before) == MANY


def test_what_was_changed_since_is_looked_up_once_for_a_page_and_its_count(
    stored: SqlLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = filed(stored, a_report(DAM))[0].lines[0]
    before, query, asked = now(), parse("speaker:korvin"), []
    look_up = reading.changed_documents

    def counted(*given: object) -> object:
        asked.append(given)
        return look_up(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "changed_documents", counted)
    with stored.writing("Ana") as writer:
        assert writer.count(query, at=before) == 1
        writer.review(line, "corrected", corrections={"speaker": "Petra Zarko"})
        assert (writer.count(query), writer.count(query, at=before)) == (0, 1)
        assert list(writer.search(query, limit=1, at=before)) == [line]
    assert len(asked) == 2
