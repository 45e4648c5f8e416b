from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, FLOOD, LATER, Run, invoke, the_error
from tests.fetch.server import reply, serve

GERMAN = "Der Bürgermeister sagte am Montag, die Brücke sei nach dem Hochwasser nicht mehr sicher. " * 9


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_new_changed_and_known_is_counted(empty: Path, tmp_path: Path) -> None:
    story = written(tmp_path / "story.txt", FLOOD)
    lines = [invoke(empty, "add", story).stderr, invoke(empty, "add", story).stderr]
    written(story, LATER)
    lines.append(invoke(empty, "add", story).stderr)

    assert lines == [
        "1 new, 0 new versions, 0 unchanged\n",
        "0 new, 0 new versions, 1 unchanged\n",
        "0 new, 1 new version, 0 unchanged\n",
    ]


def test_adding_twice_changes_not_a_byte_of_what_is_found(ledger: Path, run: Run) -> None:
    before = run("verify").stdout

    result = run("add", EXAMPLES)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 new, 0 new versions, 9 unchanged\n")
    assert run("verify").stdout == before


def test_failures_are_a_line_each_and_the_rest_is_added(empty: Path, tmp_path: Path) -> None:
    good = written(tmp_path / "good.txt", FLOOD)
    bad = written(tmp_path / "esc\x1b[2J.txt", "")

    result = invoke(empty, "add", bad, good, tmp_path / "gone.txt")

    assert (result.exit_code, result.stdout) == (1, "")
    first, second, counts = result.stderr.splitlines()
    assert first.startswith("attribune: ")
    assert "\x1b" not in result.stderr
    assert "gone.txt" in second
    assert counts == "1 new, 0 new versions, 0 unchanged, 2 failed (1 not found, 1 unreadable)"


def test_an_article_that_is_not_english_is_kept_and_said_not_to_be_read(empty: Path, tmp_path: Path) -> None:
    result = invoke(empty, "add", written(tmp_path / "de.txt", GERMAN), "--format", "jsonl")

    assert result.exit_code == 1
    assert "the reader reads English" in result.stderr.splitlines()[0]
    assert result.stderr.endswith("1 new, 0 new versions, 0 unchanged; 1 of them not read (1 language)\n")
    record = json.loads(result.stdout)
    assert (record["outcome"], record["statements"]) == ("new", 0)
    assert "English" in record["reason"]


def test_jsonl_has_an_object_for_each_input(empty: Path, tmp_path: Path) -> None:
    story = written(tmp_path / "story.txt", FLOOD)

    result = invoke(empty, "add", story, tmp_path / "gone.txt", "--format", "jsonl")

    added, failed = map(json.loads, result.stdout.splitlines())
    assert (added["file"], added["url"], added["outcome"], added["entry"]) == (str(story), None, "new", 1)
    assert (added["statements"], len(added["article"])) == (5, 64)
    assert (failed["outcome"], failed["entry"]) == ("failed", None)
    assert "no such file" in failed["reason"]


def test_csv_has_a_header_and_no_formula(empty: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "=cmd.txt", FLOOD)

    result = invoke(empty, "add", "=cmd.txt", "--format", "csv")

    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert (row["name"], row["outcome"], row["reason"]) == ("'=cmd.txt", "new", "")


def test_without_a_ledger_nothing_is_read(tmp_path: Path) -> None:
    line = the_error(invoke(tmp_path / "none.db", "add", EXAMPLES), 1)

    assert "attribune init" in line
    assert list(tmp_path.iterdir()) == []


def test_an_address_is_fetched_where_it_is_allowed(empty: Path) -> None:
    page = (EXAMPLES / "daily-meridian-bridge-strike.html").read_bytes()
    with serve() as site:
        site.pages["/story"] = reply(200, page, "Content-Type: text/html; charset=utf-8")
        url = site.url("/story")

        refused = invoke(empty, "add", url)
        added = invoke(empty, "add", url, "--allow", "127.0.0.1", "--format", "jsonl")

    assert "allow list" in refused.stderr
    assert refused.exit_code == 1
    record = json.loads(added.stdout)
    assert (record["url"], record["outcome"]) == (url, "new")


CHATTY = """
import sys
from attribune.cli import main
main(["add", *sys.argv[1:], "--format", "jsonl"])
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for one process")
def test_an_interrupted_run_keeps_what_it_told_and_the_next_one_completes_it(empty: Path) -> None:
    env = {**os.environ, "ATTRIBUNE_LEDGER": str(empty)}
    command = [sys.executable, "-c", CHATTY, str(EXAMPLES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        told, said = process.stdout.read(), process.stderr.read()

    kept = 1 + len(told.splitlines())
    assert process.returncode == 130
    assert said == f"{kept} new, 0 new versions, 0 unchanged; this much is kept, run it again to go on\n"
    assert invoke(empty, "verify").exit_code == 0
    assert invoke(empty, "add", EXAMPLES).stderr == f"{9 - kept} new, 0 new versions, {kept} unchanged\n"
    assert invoke(empty, "verify").exit_code == 0
