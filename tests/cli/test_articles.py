from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, invoke, the_error


def test_current_articles_are_listed_with_day_outlet_and_place(ask: Run) -> None:
    lines = ask("articles").stdout.splitlines()

    assert lines[0].split(maxsplit=1)[1] == "Missiles kill at least 19 on bridge in Kaldrian town, says mayor"
    assert lines[1].strip().startswith("2024-11-12 · Daily Meridian · ")
    assert "Flood in Norvik kills 14" in lines[-2]
    assert "2 versions" in lines[-1]


def test_all_versions_of_one_article(news: Path, ask: Run) -> None:
    shown = ask("articles", news.with_name("flood.txt")).stdout

    assert "Flood in Norvik kills 12" in shown
    assert "version 2 of 20" in shown


def test_articles_as_csv_and_json_are_the_same(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("articles", "--format", "csv").stdout)))
    records = json.loads(ask("articles", "--format", "json").stdout)

    assert [row["text"] for row in rows] == [record["text"] for record in records]
    assert list(rows[0]) == list(records[0])


@pytest.mark.parametrize("name", [[], ["1"]], ids=["all", "versions"])
def test_before_the_ledger_knew_any_there_is_none(name: list[str], ask: Run) -> None:
    assert ask("articles", *name, "--as-of", "2001-01-01", "--format", "jsonl").stdout == ""


def test_an_empty_ledger_says_what_to_do(empty: Path) -> None:
    assert "attribune add" in invoke(empty, "articles").stdout


def test_an_article_that_is_not_there_is_one_line(ask: Run) -> None:
    assert "is not in the ledger" in the_error(ask("articles", "999"))
