"""What the doctor finds."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from attribune.desk import examining, rereading
from attribune.desk.desk import Desk
from attribune.desk.examining import Finding, examine
from tests.desk.conftest import Filled


def found(address: Path) -> dict[str, Finding]:
    return {one.subject: one for one in examine(str(address))}


def test_a_good_ledger_is_found_good(filled: Filled) -> None:
    findings = found(filled.ledger)
    assert {one.health for one in findings.values()} == {"good"}
    assert list(findings) == ["program", "SQLite", "Parquet", "ledger", "database", "disk"]
    assert "3 articles, 6 statements, 4 captures" in findings["ledger"].words


def test_a_missing_ledger_is_the_last_finding(tmp_path: Path) -> None:
    last = list(examine(str(tmp_path / "none.db")))[-1]
    assert (last.subject, last.health) == ("ledger", "bad")
    assert "make one with attribune init" in last.words


def test_a_damaged_ledger_is_found_bad(filled: Filled) -> None:
    data = bytearray(filled.ledger.read_bytes())
    data[8_192:20_480] = b"\xff" * 12_288
    filled.ledger.write_bytes(data)
    assert "bad" in {one.health for one in examine(str(filled.ledger))}


def test_an_index_that_lacks_lines_is_found(filled: Filled) -> None:
    with closing(sqlite3.connect(filled.ledger)) as connection, connection:
        connection.execute("DELETE FROM statements WHERE id = 1")
    assert found(filled.ledger)["database"].health == "bad"


def test_feeds_that_fail_and_readings_that_are_outdated_give_advice(filled: Filled, monkeypatch: Any) -> None:
    with Desk.open(filled.ledger) as desk, desk.ledger.writing("test") as writer:
        writer.mark_feed(replace(writer.follow("https://norvik.example/feed"), failures=3, problem="answers 500"))
    monkeypatch.setattr(rereading, "program", lambda: "attribune/99")
    findings = found(filled.ledger)
    assert findings["feed"].words == "https://norvik.example/feed: failed 3 times, answers 500"
    assert findings["readings"].words.startswith("3 articles were read by another version")


def test_little_room_gives_advice(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "LITTLE", 10**18)
    assert found(filled.ledger)["disk"].health == "advice"


def test_without_the_package_for_parquet_there_is_advice(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "attribune[parquet]" in found(filled.ledger)["Parquet"].words
