"""Ledgers that may be read and not written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from attribune.ledger.copying import backup_ledger
from attribune.ledger.opening import open_ledger
from tests.ledger.build import DAM, a_report, filed

TRY = """
import os, sys
from attribune.errors import LedgerError
from attribune.ledger.opening import open_ledger
from attribune.ledger.query import Everything
if os.geteuid() == 0:  # root has all rights, so that it becomes nobody
    os.setgid(65534)
    os.setuid(65534)
ledger = open_ledger(sys.argv[1])
with ledger.reading_from() as reader:
    print(reader.search(Everything(), limit=9))
try:
    with ledger.writing("test") as writer:
        writer.follow("https://orvel.example")
except LedgerError as error:
    print(type(error).__name__, error)
"""


def as_somebody_without_rights(file: Path) -> str:
    """What such a process tells of a ledger."""
    done = subprocess.run([sys.executable, "-c", TRY, str(file)], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def kept(file: Path) -> Iterator[Path]:
    """A ledger with a line, in a folder that all may enter."""
    ledger = open_ledger(str(file))
    filed(ledger, a_report(DAM))
    ledger.close()
    for folder in list(file.parents)[:3]:
        folder.chmod(0o755)
    file.parent.chmod(0o555)
    yield file
    file.parent.chmod(0o755)


def test_a_file_that_may_not_be_written_is_read_and_says_so_to_writers(kept: Path) -> None:
    kept.chmod(0o444)
    kept.parent.chmod(0o777)
    told = as_somebody_without_rights(kept)
    assert told.startswith("[1]\nReadOnlyLedger")
    assert "may be read but not written" in told


def test_a_backup_in_a_folder_that_may_not_be_written_is_read(kept: Path) -> None:
    backup = kept.with_name("backup.db")
    with closing(open_ledger(str(kept))) as ledger:
        backup.parent.chmod(0o755)
        backup_ledger(ledger, backup)
    backup.chmod(0o444)
    backup.parent.chmod(0o555)
    assert as_somebody_without_rights(backup).startswith("[1]\nReadOnlyLedger")


def test_a_ledger_in_a_folder_that_may_not_be_written_is_told_with_what_to_do(kept: Path) -> None:
    kept.chmod(0o444)
    told = as_somebody_without_rights(kept)
    assert "ReadOnlyLedger" in told
    assert "open a backup of it" in told


def test_a_file_that_may_not_be_read_is_told(kept: Path) -> None:
    kept.chmod(0)
    assert "NoLedger" in (told := as_somebody_without_rights(kept))
    assert "check its permissions" in told
