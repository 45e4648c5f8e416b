from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from attribune.cli.changes import print_difference
from attribune.desk.desk import Desk
from tests.cli.conftest import Run, the_error


@pytest.fixture
def flood(news: Path) -> Path:
    return news.with_name("flood.txt")


def test_what_changed_appeared_and_vanished_is_shown(flood: Path, ask: Run) -> None:
    result = ask("diff", flood)

    assert (result.exit_code, result.stderr) == (0, "")
    for part in (
        "12 → 14 or more people · killed",
        "  + 3 people · wounded\n  − about 200 people · displaced\n",
        '  − "We were never asked about the dam,"\n  + "We were never asked about the old dam,"',
        "commitment: denied → certain",
        "Appeared\n  + Nora Vell: it was mended in May\n",
        "Vanished\n  − Olsen: the dam was old\n",
    ):
        assert part in result.stdout


def test_words_that_came_and_went_stand_out_in_colour(flood: Path, news: Path) -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=100, highlight=False)

    with Desk.open(news) as desk:
        print_difference(console, desk.diff(str(flood)))

    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "about the \x1b[1;4;32mold\x1b[0m dam" in printed
    assert "\x1b[1;9;31m12\x1b[0m people" in printed


def test_a_version_with_itself_differs_in_nothing(flood: Path, ask: Run) -> None:
    assert "No statement and no number changed." in ask("diff", flood, "--old", 2, "--new", 2).stdout


def test_json_has_both_versions_and_their_changes(flood: Path, ask: Run) -> None:
    found = json.loads(ask("diff", flood, "--format", "json").stdout)

    assert (found["old"]["version"], found["new"]["version"]) == (1, 2)
    assert found["changes"]["figures"]["changed"][0]["new"]["low"] == 14
    assert set(found["changes"]) == {"appeared", "vanished", "changed", "kept", "figures"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["1"], "one version"), (["gone.txt"], "is not in the ledger"), (["10", "--old", "9"], "has no version 9")],
    ids=["one version", "not there", "no such version"],
)
def test_what_can_not_be_compared_is_one_line(arguments: list[str], words: str, ask: Run) -> None:
    assert words in the_error(ask("diff", *arguments))
