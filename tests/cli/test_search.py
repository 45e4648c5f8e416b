from __future__ import annotations

import csv
import io
import json

import pytest

from attribune.desk.rows import COLUMNS
from tests.cli.conftest import Run, the_error


def found(ask: Run, *arguments: str) -> list[dict[str, object]]:
    result = ask("search", *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    records: list[dict[str, object]] = json.loads(result.stdout)
    return records


def test_a_hit_is_who_how_where_when_its_sentence_and_its_link(ask: Run) -> None:
    result = ask("search", "speaker:vell")

    head, words, link = result.stdout.splitlines()
    number = head.split()[0]
    assert head.startswith(f"{number}  Nora Vell   ~ say · certain   seen 20")
    assert words == " " * (len(number) + 2) + "Nora Vell, an engineer, said it was mended in May."
    assert link.strip().startswith("attribune:")
    assert result.stderr == "1 of 1\n"


def test_words_are_joined_to_one_query(ask: Run) -> None:
    both = found(ask, "bridge", "OR", "dam")

    assert both == found(ask, "bridge OR dam")
    assert len(both) == 20


def test_a_word_with_a_minus_leaves_lines_out(ask: Run) -> None:
    every, some = found(ask, "dam"), found(ask, "dam", "-hold", "-old")

    assert [hit["content"] for hit in every if hit not in some] == ['"We were never asked about the old dam,"']


def test_without_a_query_every_line_is_shown_part_by_part(ask: Run) -> None:
    first, second = (found(ask, "--limit", "3", "--offset", offset) for offset in ("0", "3"))

    assert len({hit["line"] for hit in first + second}) == 6
    assert ask("search", "--limit", "3", "--offset", "3").stderr.startswith("4 to 6 of 1")


def test_newest_by_when_they_were_recorded(ask: Run) -> None:
    hits = found(ask, "--order", "recorded")

    assert hits[0]["line"] == max(hit["line"] for hit in found(ask, "--limit", "500"))  # type: ignore[type-var]


def test_csv_has_the_columns_of_data_frames(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("search", "bridge", "--format", "csv").stdout)))

    assert len(rows) == 20
    assert list(rows[0]) == list(COLUMNS)


def test_jsonl_is_a_hit_a_line(ask: Run) -> None:
    lines = ask("search", "dam", "--format", "jsonl").stdout.splitlines()

    assert [json.loads(line) for line in lines] == found(ask, "dam")


def test_a_moment_before_the_ledger_knew_anything(ask: Run) -> None:
    result = ask("search", "dam", "--as-of", "2001-01-01")

    assert (result.stdout, result.stderr) == ("", "nothing found\n")


def test_words_that_nobody_said_are_looked_for_elsewhere(ask: Run) -> None:
    assert ask("search", "vell").stderr == "nothing found in what was said; speaker:vell finds 1\n"


def test_lines_that_mean_the_same_are_found_nearest_first(ask: Run) -> None:
    result = ask("search", "--like", "children died", "--limit", "5", "--format", "json")

    scores = [hit["score"] for hit in json.loads(result.stdout)]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert ask("search", "dam", "--like", "it was repaired", "--limit", "2").stderr == "the nearest 2\n"
    assert "--like is empty" in the_error(ask("search", "--like", " "))


def test_behind_the_last_hit_is_nothing(ask: Run) -> None:
    assert ask("search", "dam", "--offset", "999").stderr == "nothing more after the first 999\n"


@pytest.mark.parametrize(
    ("query", "column"),
    [("(dam", "column 1"), ("dam AND", "column"), ("date:soon", "column"), ("status:odd", "column")],
)
def test_a_query_that_can_not_be_read_is_one_line_with_the_column(query: str, column: str, ask: Run) -> None:
    assert column in the_error(ask("search", query))


def test_an_option_that_is_not_known_is_no_word(ask: Run) -> None:
    result = ask("search", "dam", "--limt", "3")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--limt" in result.stderr
