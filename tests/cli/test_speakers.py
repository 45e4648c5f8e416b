from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run, the_error


def records(run: Run, *arguments: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("speakers", *arguments, "--format", "json").stdout)
    return found


def number(run: Run, name: str) -> int:
    (speaker,) = records(run, "list", name)
    return int(speaker["id"])


def test_speakers_are_listed_most_heard_first(ask: Run) -> None:
    heard = [one["statements"] for one in records(ask, "list")]

    assert heard == sorted(heard, reverse=True)
    assert len(ask("speakers", "list", "--limit", "3").stdout.splitlines()) == 4


def test_a_name_narrows_the_list_down(ask: Run) -> None:
    lines = ask("speakers", "list", "ida", "korvin").stdout.splitlines()

    assert lines[0].split() == ["speaker", "name", "kind", "lines", "articles", "first", "heard", "last", "heard"]
    assert "Ida Korvin" in lines[1]
    assert ask("speakers", "list", "nobody").stdout == "No speaker found.\n"


def test_a_speaker_is_shown_with_roles_and_articles(ask: Run) -> None:
    korvin = number(ask, "Korvin")

    shown = ask("speakers", "show", korvin).stdout

    assert shown.startswith(f"Ida Korvin\nspeaker {korvin} · person · ")
    assert "role        mayor" in shown
    assert "article     " in shown


def test_of_many_articles_the_newest_are_shown(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attribune.cli.known.APPEARANCES", 1)

    assert "and 3 earlier" in ask("speakers", "show", number(ask, "Reyke")).stdout


def test_a_speaker_as_json_has_every_appearance(ask: Run) -> None:
    known = json.loads(ask("speakers", "show", number(ask, "Reyke"), "--format", "json").stdout)

    assert (known["name"], len(known["appearances"])) == ("Tomas Reyke", known["articles"])


def test_speakers_that_may_be_one_are_suggested_with_reasons(ask: Run) -> None:
    pairs = records(ask, "suggest", "--at-least", "0")

    assert all(pair["one"] != pair["other"] for pair in pairs)
    assert ask("speakers", "suggest", "--at-least", "1").stdout == "Nobody seems to be there twice.\n"


def test_two_speakers_are_merged_and_the_merge_is_undone(run: Run) -> None:
    one, two = number(run, "Korvin"), number(run, "Vell")

    merged = run("speakers", "merge", one, two, "--reason", "a test")

    assert merged.stderr.startswith(f"decision 1: speakers {one} and {two} are counted as one")
    assert records(run, "list", "Korvin")[0]["members"] == [one, two]
    assert "merged in" in run("speakers", "show", one).stdout
    run("speakers", "undo", 1, "--reason", "it was a test")
    (decision,) = records(run, "decisions")
    assert (decision["kind"], decision["reason"]) == ("merge", "a test")
    assert decision["undone"] is not None
    assert "undone" in run("speakers", "show", one).stdout


def test_two_speakers_are_kept_apart(run: Run) -> None:
    one, two = number(run, "Korvin"), number(run, "Vell")

    run("speakers", "apart", one, two, "--reason", "a mayor and an engineer")

    assert "apart" in run("speakers", "decisions").stdout


def test_a_speaker_of_some_articles_is_split_off(run: Run) -> None:
    reyke = number(run, "Reyke")
    heard = json.loads(run("speakers", "show", reyke, "--format", "json").stdout)["appearances"]

    run("speakers", "split", reyke, "--article", heard[0]["entry"], "--reason", "his brother")

    assert len(records(run, "list", "Reyke")) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "?"), "'?' holds no word of a name; give one, or leave it out for all speakers"),
        (("show", 9999), "speaker 9999 is not in the ledger"),
        (("merge", 1, 1, "--reason", "x"), "are one already"),
        (("merge", 1, 9999, "--reason", "x"), "is not in the ledger"),
        (("split", 1, "--article", 9999, "--reason", "x"), "is not heard in 9999"),
        (("undo", 9, "--reason", "x"), "decision 9 is not in the ledger"),
    ],
    ids=["a name without words", "show", "merge itself", "merge nobody", "split", "undo"],
)
def test_a_decision_on_what_is_not_there_is_one_line_and_changes_nothing(
    arguments: tuple[object, ...], words: str, run: Run
) -> None:
    before = run("verify").stdout

    assert words in the_error(run("speakers", *arguments))
    assert run("verify").stdout == before


def test_a_decision_needs_a_reason(run: Run) -> None:
    assert run("speakers", "merge", 1, 2).exit_code == 2
