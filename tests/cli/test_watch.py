from __future__ import annotations

import json
from pathlib import Path

import pytest

from attribune.desk.desk import Desk
from tests.cli.conftest import FLOOD, Run, invoke, the_error


def test_a_watch_tells_what_is_new_once_as_a_line_of_json(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    invoke(empty, "watch", "add", "dam", "dam", "-old")
    invoke(empty, "add", tmp_path / "flood.txt")

    first, again = invoke(empty, "watch", "run"), invoke(empty, "watch", "run")

    alert = json.loads(first.stdout)
    assert (alert["watch"], alert["query"]) == ("dam", "dam -old")
    assert {hit["speaker"] for hit in alert["hits"]} == {"Ida Korvin"}
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", "")


def test_watches_are_listed_and_removed(run: Run) -> None:
    run("watch", "add", "dam", "dam OR flood", "--webhook", "https://example.com/hook")
    (kept,) = json.loads(run("watch", "list", "--format", "json").stdout)
    assert (kept["name"], kept["query"], kept["alert"]) == ("dam", "dam OR flood", "webhook")

    run("watch", "remove", "dam")

    assert run("watch", "list").stdout.startswith("No search is kept")


def test_an_alert_that_does_not_arrive_is_said_and_told_nevertheless(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    invoke(empty, "watch", "add", "dam", "dam", "--webhook", "http://127.0.0.1:9999/hook")
    invoke(empty, "add", tmp_path / "flood.txt")

    result = invoke(empty, "watch", "run")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["watch"] == "dam"
    assert result.stderr.startswith("attribune: watch dam: 127.0.0.1 leads to ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "dam"), "needs a query"),
        (("add", "dam", "(dam"), "column 1"),
        (("add", "dam", "dam", "--desktop", "--webhook", "https://example.com"), "two watches"),
        (("remove", "dam"), "no watch is called"),
    ],
    ids=["nothing to look for", "broken query", "two ways", "not there"],
)
def test_a_watch_that_can_not_be_is_one_line(arguments: tuple[str, ...], words: str, run: Run) -> None:
    assert words in the_error(run("watch", *arguments))
    assert run("watch", "list", "--format", "jsonl").stdout == ""


def test_a_watch_that_can_not_be_read_any_more_is_one_line_and_no_json(empty: Path) -> None:
    with Desk.open(empty) as desk, desk.ledger.writing("Ada") as writer:
        writer.keep_search("older", "(dam", like=None, alert="line", target=None, last=0)

    assert "watch older: " in the_error(invoke(empty, "watch", "run"), 1)
