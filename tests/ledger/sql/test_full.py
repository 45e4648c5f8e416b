"""A disk without room."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from attribune.errors import LedgerFull
from attribune.ledger.opening import open_ledger
from attribune.ledger.sql.ledger import SqlLedger
from tests.ledger.build import DAM, a_capture, a_report, filed, found, put


def limit(ledger: SqlLedger, pages: int) -> None:
    """Let the ledger's file have no more than its pages and so many."""
    ledger.engine.dispose()

    @event.listens_for(ledger.engine, "connect")
    def prepare(connection: object, _: object) -> None:
        used = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {used + pages}")  # type: ignore[attr-defined]


def test_a_full_disk_is_told_nothing_is_lost_and_what_fits_goes_on(file: Path) -> None:
    with closing(open_ledger(str(file))) as ledger:
        filed(ledger, a_report(DAM))
        limit(ledger, 60)
        large = a_capture(b"".join(str(number**3).encode() for number in range(99_000)))
        with pytest.raises(LedgerFull, match="nothing was lost"), ledger.writing("test") as writer:
            put(writer, a_report(DAM), "large.html", capture=large)
        assert found(ledger, "*") == [1]
        with ledger.writing("test") as writer:
            put(writer, a_report(DAM), "small.html")
        with ledger.reading_from() as reader:
            assert (reader.counts().articles, list(reader.problems())) == (2, [])
