from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, invoke, the_error


def test_a_backup_is_a_ledger_that_is_the_same(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "backup.db"

    result = run("backup", copy)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{copy}: ")
    assert invoke(copy, "verify").stdout == run("verify").stdout


def test_a_backup_never_overwrites(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("precious")

    assert "is there already" in the_error(run("backup", there))
    assert there.read_text() == "precious"


def test_a_backup_is_restored_into_a_new_ledger(ask: Run, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.db"

    result = invoke(tmp_path / "unused.db", "restore", news, "--ledger", target)

    assert (result.stdout, result.stderr) == ("", f"made the ledger {target} from {news}\n")
    assert invoke(target, "verify").stdout == ask("verify").stdout
    assert invoke(target, "search", "dam", "--format", "json").stdout == ask("search", "dam", "--format", "json").stdout


def test_a_restore_never_overwrites(news: Path, ledger: Path, run: Run) -> None:
    before = ledger.read_bytes()

    assert "is there already" in the_error(run("restore", news))
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("text", [None, "no ledger"], ids=["nothing", "another file"])
def test_a_backup_that_is_none_restores_nothing(text: str | None, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    if text:
        backup.write_text(text)

    the_error(invoke(tmp_path / "new.db", "restore", backup), 1)
    assert not (tmp_path / "new.db").exists()


def test_a_ledger_of_this_program_is_up_to_date(ledger: Path, run: Run) -> None:
    assert run("upgrade").stderr == f"{ledger} is up to date\n"


def test_an_upgrade_says_where_the_older_ledger_is(ledger: Path, run: Run, monkeypatch) -> None:
    from attribune.ledger import opening

    before = Path(shutil.copy(ledger, f"{ledger}.schema-0"))
    monkeypatch.setattr(opening, "upgrade_ledger", lambda address: opening.Upgrade(True, before))

    assert run("upgrade").stderr == f"{ledger} was brought up to date; as it was before, it is in {before}\n"
