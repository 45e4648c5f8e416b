"""Whole ledgers from one place to another."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from attribune.errors import LedgerError, UsageError
from attribune.ledger.audit import broken_links
from attribune.ledger.contract import Ledger
from attribune.ledger.copying import backup_ledger, restore_ledger
from attribune.ledger.opening import open_ledger
from attribune.ledger.sql.ledger import SqlLedger
from tests.ledger.build import DAM, FLOOD, a_report, filed, found, put


def fill(ledger: Ledger) -> None:
    """Something of everything."""
    line = filed(ledger, a_report(DAM, FLOOD), a_report(DAM))[0].lines[0]
    with ledger.writing("Ana") as writer:
        writer.review(line, "corrected", corrections={"speaker": "Petra Zarko"})
        writer.decide("split", 1, None, appearances=[writer.appearances([1])[1].id], reason="a namesake")
        writer.follow("https://orvel.example/feed")
        writer.keep_search("dams", "dam", like=None, alert="line", target=None, last=0)


def told(ledger: Ledger) -> object:
    """What has to be the same in a copy."""
    queries = ("dam", "speaker:zarko", "speaker:korvin", "speaker_id:3", "status:corrected", "*")
    with ledger.reading_from() as reader:
        readings, blobs = list(reader.readings()), list(reader.blobs())
        kept = [*reader.decisions(), *reader.followed(), *reader.searches(), *reader.problems()]
        answers = reader.counts(), list(reader.audit()), readings, blobs, kept, list(reader.identities())
    return answers, [found(ledger, query) for query in queries]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "restored.db")
    return str(request.getfixturevalue("new_database")(bare=True))


def test_a_backup_restored_anywhere_is_the_same_ledger_and_goes_on(
    stored: SqlLedger, tmp_path: Path, address: str
) -> None:
    fill(stored)
    backup_ledger(stored, tmp_path / "backup.db")
    with closing(restore_ledger(tmp_path / "backup.db", address)) as restored:
        assert told(restored) == told(stored)
        added = filed(restored, a_report(DAM), a_report(("Ida Korvin", "it rains")), by="Ben")[1]
        assert found(restored, "rains") == list(added.lines)
        with restored.reading_from() as reader:
            assert list(broken_links(reader.audit())) == []


def test_a_backup_is_one_file_and_a_ledger_itself(stored: SqlLedger, tmp_path: Path) -> None:
    fill(stored)
    target = tmp_path / "backups" / "backup.db"
    target.parent.mkdir()
    backup_ledger(stored, target)
    assert [path.name for path in target.parent.iterdir()] == ["backup.db"]
    with closing(open_ledger(str(target))) as ledger:
        assert told(ledger) == told(stored)


def test_a_backup_made_while_others_write_is_whole(stored: SqlLedger, tmp_path: Path) -> None:
    filed(stored, a_report(DAM))
    under_way, stop = threading.Event(), threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with stored.writing("busy") as writer:
                put(writer, a_report(FLOOD), f"busy-{number}.html")
            under_way.set()
            number += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        under_way.wait()
        backup_ledger(stored, tmp_path / "backup.db")
    finally:
        stop.set()
        thread.join()
    with closing(open_ledger(str(tmp_path / "backup.db"))) as ledger, ledger.reading_from() as reader:
        assert [*reader.problems(), *broken_links(reader.audit())] == []
        assert reader.counts().articles == len(list(reader.audit())) >= 2


def test_a_backup_or_a_restored_ledger_never_replaces_anything(stored: SqlLedger, file: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "there.db", file):
        target.touch()
        with pytest.raises(UsageError, match="already"):
            backup_ledger(stored, target)
    backup_ledger(stored, tmp_path / "backup.db")
    with pytest.raises(UsageError, match="already"):
        restore_ledger(tmp_path / "backup.db", str(file))


def test_a_backup_into_a_folder_that_is_not_there_is_refused(stored: SqlLedger, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make it first"):
        backup_ledger(stored, tmp_path / "none" / "backup.db")


def test_a_damaged_ledger_gives_no_backup(file: Path, tmp_path: Path) -> None:
    with closing(open_ledger(str(file))) as ledger:
        fill(ledger)
    with closing(open_ledger(str(file))) as ledger:
        data = bytearray(file.read_bytes())
        data[40_000:] = b"\xa5" * (len(data) - 40_000)
        file.write_bytes(data)
        with pytest.raises(LedgerError, match="damaged"):
            backup_ledger(ledger, tmp_path / "backup.db")
    assert not list(tmp_path.glob("backup*"))


def test_a_restore_that_fails_leaves_no_ledger(file: Path, tmp_path: Path) -> None:
    with closing(open_ledger(str(file))) as ledger:
        fill(ledger)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE statements SET content = '[1'")
        connection.commit()
    with pytest.raises((LedgerError, ValueError)):
        restore_ledger(file, str(tmp_path / "restored.db"))
    assert not list(tmp_path.glob("restored*"))


def test_a_copy_tells_how_far_it_is(stored: SqlLedger, new_database: Callable[..., str], tmp_path: Path) -> None:
    fill(stored)
    backup_ledger(stored, tmp_path / "backup.db")
    steps: list[tuple[int, int]] = []
    told_of = lambda done, whole: steps.append((done, whole))  # noqa: E731
    restore_ledger(tmp_path / "backup.db", str(tmp_path / "restored.db"), told=told_of).close()
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
