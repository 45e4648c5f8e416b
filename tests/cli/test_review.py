from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run, the_error


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--confirm"], "confirmed"),
        (["--reject", "--note", "a headline"], "rejected"),
        (["--class", "deny", "--commitment", "denied", "--distance", "neutral", "--quote", "indirect"], "corrected"),
        (["--speaker", "Jon Halder"], "corrected"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_review_is_kept_and_found(arguments: list[str], status: str, run: Run) -> None:
    (first,) = json.loads(run("search", "--limit", "1", "--format", "json").stdout)

    result = run("review", first["line"], *arguments)

    assert result.stderr.startswith(f"line {first['line']} is {status} by ")
    (found,) = json.loads(run("search", f"status:{status}", "--format", "json").stdout)
    assert (found["line"], found["status"]) == (first["line"], status)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([1], "says one thing"),
        ([1, "--confirm", "--reject"], "says one thing"),
        ([1, "--confirm", "--speaker", "x"], "says one thing"),
        ([1, "--class", "denie"], "did you mean deny?"),
        ([1, "--speaker", " "], "is empty"),
        ([99999, "--confirm"], "line 99999 is not in the ledger"),
    ],
    ids=["nothing", "two", "three", "no such class", "nobody", "no such line"],
)
def test_a_review_that_says_nothing_clear_changes_nothing(arguments: list[object], words: str, run: Run) -> None:
    before = run("verify").stdout

    assert words in the_error(run("review", *arguments))
    assert run("verify").stdout == before
