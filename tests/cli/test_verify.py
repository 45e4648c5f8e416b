from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from attribune.cli.verify import wholes
from attribune.desk.desk import Desk
from attribune.desk.verifying import Verification
from tests.cli.conftest import FLOOD, Run, invoke


def tamper(ledger: Path, sql: str) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(sql)


def test_a_sound_ledger_has_no_problem_and_a_head_seal(ask: Run) -> None:
    result = ask("verify")

    checked, head = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert checked.startswith("checked ")
    assert checked.endswith(": no problem")
    assert len(head.removeprefix("head seal ")) == 64


def test_a_seal_that_was_noted_is_still_there(run: Run) -> None:
    head = run("verify").stdout.split()[-1]
    run("review", 1, "--confirm")

    assert run("verify", "--quick", "--head", head).exit_code == 0
    assert "cut off or rewritten" in run("verify", "--quick", "--head", "0" * 64).stdout


def test_each_problem_is_a_line_and_the_exit_code_is_1(ledger: Path, run: Run) -> None:
    tamper(ledger, "UPDATE statements SET content_text = 'it never\x1b[2J happened' WHERE id = 3")

    result = run("verify")

    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "never\ufffd[2J happened" in result.stdout
    report = json.loads(run("verify", "--format", "json").stdout)
    assert {"subject", "sentence"} == set(report["problems"][0])
    assert report["checked"]["readings"] == 11


def test_an_empty_ledger_is_sound(empty: Path) -> None:
    assert (
        invoke(empty, "verify").stdout == "checked nothing: no problem\nhead seal none, as nothing was ever changed\n"
    )


def test_what_is_counted_beforehand_is_what_is_gone_through(ledger: Path, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(FLOOD, encoding="utf-8")
        invoke(ledger, "add", tmp_path / name)
    report = Verification()
    with Desk.open(ledger) as desk:
        assert list(desk.verify(report)) == []
        counted = wholes(desk)
    assert counted == {kind: report.checked[kind] for kind in counted}
