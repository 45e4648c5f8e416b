from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run, the_error


@pytest.fixture
def line(ask: Run) -> dict[str, object]:
    (hit,) = json.loads(ask("search", "speaker:korvin killed", "--format", "json").stdout)
    assert isinstance(hit, dict)
    return hit


def test_a_line_is_shown_in_its_surroundings_with_all_that_is_known(line: dict[str, object], ask: Run) -> None:
    shown = ask("show", line["line"])

    assert shown.exit_code == 0
    head, *_ = shown.stdout.splitlines()
    assert head == "Flood in Norvik kills 14"
    for part in ("version 2", "who         Ida Korvin", "number      14 or more people · killed", "read by", "sha256"):
        assert part in shown.stdout
    assert shown.stdout.endswith(f"link        {line['permalink']}\n")


def test_a_permalink_finds_the_line(line: dict[str, object], ask: Run) -> None:
    assert ask("show", line["permalink"]).stdout == ask("show", f"#{line['line']}").stdout


@pytest.mark.parametrize("end", ["", "…", "..."])
def test_the_first_digits_of_a_permalink_find_the_line(line: dict[str, object], ask: Run, end: str) -> None:
    hash_, _, place = str(line["permalink"]).partition("#")

    assert ask("show", f"{hash_[:22]}{end}#{place}").stdout == ask("show", line["permalink"]).stdout
    assert "neither the number of a line nor" in the_error(ask("show", f"{hash_[:21]}#{place}"))


def test_what_search_prints_can_be_shown(line: dict[str, object], ask: Run) -> None:
    printed = ask("search", "speaker:korvin", "killed").stdout.splitlines()[-1].strip()

    assert ask("show", printed).stdout == ask("show", line["permalink"]).stdout


def test_digits_with_which_two_texts_begin_are_one_line(ledger: Path, line: dict[str, object], run: Run) -> None:
    start, _, place = str(line["permalink"]).removeprefix("attribune:").partition("#")
    twin = start[:40] + ("0" if start[40] != "0" else "1") * 24
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("INSERT INTO texts SELECT ?, text FROM texts LIMIT 1", [twin])

    assert "more than one text in the ledger begins with" in the_error(run("show", f"attribune:{start[:12]}#{place}"))
    assert run("show", line["permalink"]).exit_code == 0


def test_a_permalink_whose_words_were_read_otherwise_finds_the_lines_that_share_them(
    line: dict[str, object], ask: Run
) -> None:
    link, _, numbers = str(line["permalink"]).partition("=")
    start = int(numbers.split(",")[0])

    assert f"link        {line['permalink']}" in ask("show", f"{link}={start + 1},{start + 9}").stdout


def test_json_has_the_reading_the_captures_and_the_reviews(line: dict[str, object], ask: Run) -> None:
    (shown,) = json.loads(ask("show", line["line"], "--format", "json").stdout)

    assert (shown["line"], shown["version"], shown["superseded"]) == (line["line"], 2, None)
    assert shown["read"]["statement"]["figures"][0]["low"] == 14
    assert shown["read"]["speaker"]["name"] == "Ida Korvin"
    assert [card["kind"] for card in shown["captures"]] == ["text"]
    assert shown["reviews"] == []


def test_an_older_version_still_shows_its_lines(news: Path, ask: Run) -> None:
    versions = json.loads(ask("articles", news.with_name("flood.txt"), "--format", "json").stdout)
    before = ("--as-of", versions[0]["recorded"], "--format", "json")
    (hit,) = json.loads(ask("search", "speaker:olsen", *before).stdout)

    shown = ask("show", hit["permalink"]).stdout

    assert shown.startswith("Flood in Norvik kills 12\n")
    assert "superseded 20" in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("999999", "is not in the ledger"),
        ("99999999999999999999", "neither the number"),
        ("dam", "neither the number"),
        (f"attribune:{'0' * 64}#char=1,2", "no article in the ledger"),
    ],
)
def test_what_is_not_there_is_one_line(name: str, words: str, ask: Run) -> None:
    assert words in the_error(ask("show", name))


def test_a_place_without_a_line_is_one_line(line: dict[str, object], ask: Run) -> None:
    link = str(line["permalink"]).partition("=")[0]

    assert "no line at 0 to 5" in the_error(ask("show", f"{link}=0,5"))


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (
            "outlet:meridian wounded noon",
            [
                "number      43 wounded people  “43 wounded people”",
                "            11 of the 43 · wounded  “11”",
                "when        2024-11-12  “noon”",
            ],
        ),
        ("outlet:northgate invitation", ["when        2025-01-01 to 2025-01-31  “this month”"]),
    ],
    ids=["a part of a number", "a month"],
)
def test_numbers_and_days_are_shown_with_their_words(query: str, rows: list[str], ask: Run) -> None:
    (hit,) = json.loads(ask("search", query, "--format", "json").stdout)

    shown = ask("show", hit["line"]).stdout.splitlines()

    assert [row for row in rows if row not in shown] == []


def test_a_reviewed_line_shows_who_said_what(line: dict[str, object], run: Run) -> None:
    run("review", line["line"], "--speaker", "Jon Halder", "--note", "see\x1b the photo")

    shown = run("show", line["line"]).stdout

    assert "who         Jon Halder" in shown
    assert "review      corrected by " in shown
    assert "speaker is Jon Halder; see\ufffd the photo" in shown
    (record,) = json.loads(run("show", line["line"], "--format", "json").stdout)
    assert record["reviews"][0]["corrections"] == {"speaker": "Jon Halder"}


def test_a_place_is_shown_with_its_country_and_where_it_is(ask: Run) -> None:
    (hit,) = json.loads(ask("search", "place:oslo", "--format", "json").stdout)

    assert "where       Oslo, NO, 59.91, 10.75  “Oslo”" in ask("show", hit["line"]).stdout


def test_a_text_at_two_places_has_two_lines_at_one_permalink(news: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(news.with_name("flood.txt").read_bytes())
    run("add", tmp_path / "copy.txt")
    hits = json.loads(run("search", "speaker:vell", "--format", "json").stdout)

    shown = run("show", hits[0]["permalink"]).stdout

    assert len({hit["permalink"] for hit in hits}) == 1
    assert shown.count("who         Nora Vell") == len(hits) == 2
