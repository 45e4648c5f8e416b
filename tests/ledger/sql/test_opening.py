"""Ledgers made and opened, and what is said of files that are none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from attribune.errors import LedgerBusy, LedgerError, NoLedger, UsageError
from attribune.ledger.contract import Ledger
from attribune.ledger.memory import MemoryLedger
from attribune.ledger.opening import create_ledger, open_any, open_ledger
from tests.ledger.build import DAM, a_report, filed, found


def test_a_new_ledger_is_empty_and_one_file(tmp_path: Path) -> None:
    with closing(create_ledger(str(tmp_path / "ledger.db"))) as ledger:
        assert found(ledger, "*") == []
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.db"]


def test_what_was_kept_is_there_when_the_ledger_is_opened_again(stored: Ledger) -> None:
    lines = list(filed(stored, a_report(DAM))[0].lines)
    stored.close()
    assert found(stored, "dam") == lines


def test_a_ledger_that_is_there_is_never_made_anew(file: Path, new_database: Callable[..., str]) -> None:
    for address in (str(file), new_database()):
        with pytest.raises(UsageError, match="already"):
            create_ledger(address)


def test_a_ledger_can_not_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make it first"):
        create_ledger(str(tmp_path / "none" / "ledger.db"))


def test_a_database_of_somebody_else_is_no_ledger(tmp_path: Path, new_database: Callable[..., str]) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE alembic (version_num)")
    for address in (str(tmp_path / "other.db"), new_database(bare=True)):
        with pytest.raises(NoLedger, match="attribune init"):
            open_ledger(address)


def test_memory_is_a_ledger_without_a_place() -> None:
    assert isinstance(open_any("memory:"), MemoryLedger)


def test_any_other_address_is_a_ledger_in_a_database(file: Path) -> None:
    with closing(open_any(str(file))) as ledger:
        assert found(ledger, "*") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "attribune init"), (b"", "another kind of file"), (b"{}" * 99, "another kind of file")],
    ids=["missing", "empty", "json"],
)
def test_a_path_without_a_ledger_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "ledger.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoLedger, match=message) as caught:
        open_ledger(str(path))
    assert str(path) in str(caught.value)
    assert not content or path.read_bytes() == content


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoLedger, match="is a folder"):
        open_ledger(str(tmp_path))


@pytest.mark.parametrize(
    "address",
    ["mysql://host/ledger", "http://host", "", "postgresql://user@host:port/ledger"],
)
def test_an_address_that_no_ledger_can_have_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        open_ledger(address)


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(LedgerBusy, match="can't be reached") as caught:
        open_ledger(f"postgresql://ana:secret@/ledger?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_on_the_server_is_told(new_database: Callable[..., str]) -> None:
    address = new_database(bare=True).replace("/attribune_", "/missing_")
    with pytest.raises(NoLedger, match="does not exist"):
        open_ledger(address)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9_000])


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5_000:] = b"\xa5" * (len(data) - 5_000)
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [_cut, _scribble])
def test_a_damaged_file_is_told_in_one_line_and_never_crashes(file: Path, damage: Callable[[Path], None]) -> None:
    with closing(open_ledger(str(file))) as ledger:
        filed(ledger, a_report(DAM))
    damage(file)
    with pytest.raises(LedgerError, match="restore the last backup") as caught:  # noqa: PT012
        ledger = open_ledger(str(file))
        with closing(ledger), ledger.reading_from() as reader:
            assert list(reader.problems()) == []
            list(reader.readings())
    assert "\n" not in str(caught.value)


def test_the_ledger_finds_an_index_that_lacks_a_line(stored: Ledger) -> None:
    filed(stored, a_report(DAM))
    with stored.writing("test") as writer:
        writer.connection.exec_driver_sql(  # type: ignore[attr-defined]
            "DELETE FROM search" if stored.place.path is None else "INSERT INTO search (search) VALUES ('delete-all')"  # type: ignore[attr-defined]
        )
    with stored.reading_from() as reader:
        assert [one for one in reader.problems() if "index of search" in one]


def test_a_row_that_points_nowhere_is_found(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO vectors (reading_id, first_line, model, codes, vectors) VALUES (1, 1, '', '', '')"
        )
        connection.commit()
    with closing(open_ledger(str(file))) as ledger, ledger.reading_from() as reader:
        assert [one for one in reader.problems() if "row of vectors points to a row of" in one]
