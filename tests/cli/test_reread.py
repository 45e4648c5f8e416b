from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribune.desk import rereading
from attribune.errors import InputError
from attribune.intake import Failure
from tests.cli.conftest import FLOOD, Run, invoke


@pytest.fixture
def aged(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ledger with one article, and a program that has become a newer one since."""
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    invoke(empty, "add", tmp_path / "flood.txt")
    monkeypatch.setattr(rereading, "program", lambda: "attribune/99")
    return empty


def test_nothing_is_outdated_right_after_adding(run: Run) -> None:
    assert run("reread").stderr == "0 articles to read anew\n"


def test_a_dry_run_only_counts(aged: Path) -> None:
    before = invoke(aged, "verify").stdout

    assert invoke(aged, "reread", "--dry-run").stderr == "1 article to read anew\n"
    assert invoke(aged, "verify").stdout == before


def test_reviews_are_kept_and_counted(aged: Path) -> None:
    invoke(aged, "review", 1, "--confirm")

    result = invoke(aged, "reread")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 read anew; reviews: 1 kept, 0 flagged, 0 lost\n"
    assert len(json.loads(invoke(aged, "search", "status:confirmed", "--format", "json").stdout)) == 1


def test_a_fault_in_one_article_is_said_and_counted(aged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "read_one", lambda article: Failure("flood.txt", InputError("a fault")))

    result = invoke(aged, "reread")

    assert result.exit_code == 1
    assert result.stderr == "attribune: flood.txt: a fault\n0 read anew, 1 failed; reviews: 0 kept, 0 flagged, 0 lost\n"


def test_a_run_that_is_broken_off_says_how_far_it_came(aged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(article: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rereading, "read_one", interrupted)

    result = invoke(aged, "reread")

    assert result.exit_code == 130
    assert result.stderr.endswith("; this much is kept, run it again to go on\n")
