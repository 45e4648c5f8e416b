from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from click.testing import CliRunner
from rich.text import Text

from attribune.cli.records import Column, cell, csv_lines, listing, write_records


def csv_cell(value: Any) -> str:
    (row,) = csv.DictReader(io.StringIO("".join(csv_lines([{"a": value}], ["a"]))))
    return row["a"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_text_in_csv_is_a_formula(words: str) -> None:
    assert csv_cell(words) == f"'{words}"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (-1.5, "-1.5"),
        (True, "true"),
        (False, "false"),
        (["a", "b"], "a; b"),
        ((1, 2), "1; 2"),
        (["=a", "b"], "'=a; b"),
        (date(2031, 3, 4), "2031-03-04"),
        (datetime(2031, 3, 4, 12, tzinfo=UTC), "2031-03-04T12:00:00Z"),
        ('say "a,\nb"', 'say "a,\nb"'),
        ("a\x1b[2J", "a\ufffd[2J"),
        ("a\u202eb\ufeff", "ab"),
    ],
)
def test_values_in_csv(value: Any, words: str) -> None:
    assert csv_cell(value) == words


def test_no_separator_in_csv_ends_a_cell() -> None:
    assert list(csv_lines([{"a": "x;=1\t@2", "b": 3}], ["a", "b"])) == ['"a","b"\n', '"x;=1\t@2","3"\n']


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (False, ""),
        (0, "0"),
        ([1, 2], "1, 2"),
        (datetime(2031, 3, 4, 12, tzinfo=UTC), "2031-03-04 12:00"),
        ("a\n\x9bb", "a \ufffdb"),
    ],
)
def test_values_for_the_eye(value: Any, words: str) -> None:
    assert cell(value) == words


def written(form: str, *records: dict[str, Any]) -> str:
    stdout = sys.stdout
    with CliRunner().isolation() as (out, *_):
        try:
            show = listing(
                Column("a", "first"), Column("a", "again", words=lambda one: Text("[b]")), none="None there."
            )
            write_records(iter(records), form, keys=["a"], show=show)
        finally:
            sys.stdout.flush()
        data: bytes = out.getvalue()
    assert sys.stdout is stdout
    return data.decode()


def test_json_holds_no_control_character_and_no_broken_surrogate() -> None:
    for form in ("json", "jsonl"):
        text = written(form, {"a": "x\x1b\x9b\ud800y"})
        assert "\x9b" not in text
        found = json.loads(text)
        assert (found[0] if form == "json" else found)["a"] == "x\x1b\x9b\ud800y"


def test_the_empty_list_has_a_form_of_its_own() -> None:
    assert [written(form) for form in ("table", "json", "jsonl", "csv")] == ["None there.\n", "[]\n", "", '"a"\n']


def test_a_table_has_headings_and_takes_no_markup() -> None:
    assert written("table", {"a": "[red]x"}) == "first   again\n[red]x  [b]\n"


def test_lines_are_written_as_the_records_come() -> None:
    def records() -> Iterator[dict[str, Any]]:
        yield {"a": 1}
        sys.stdout.flush()
        assert out.getvalue() == b'{"a": 1}\n'

    with CliRunner().isolation() as (out, *_):
        write_records(records(), "jsonl", keys=["a"], show=listing(none=""))
