from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, invoke, the_error


def test_a_new_ledger_is_empty_and_says_what_comes_next(tmp_path: Path) -> None:
    result = invoke(tmp_path / "a.db", "init")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"made the ledger {tmp_path / 'a.db'}; next: attribune add PATH|URL\n"
    assert invoke(tmp_path / "a.db", "articles", "--format", "json").stdout == "[]\n"


def test_the_argument_goes_before_the_environment(tmp_path: Path) -> None:
    result = invoke(tmp_path / "a.db", "init", tmp_path / "b c.db")

    assert [path.name for path in tmp_path.iterdir()] == ["b c.db"]
    assert f"add --ledger '{tmp_path / 'b c.db'}' PATH|URL" in result.stderr


def test_a_ledger_that_is_there_stays_as_it_is(ledger: Path, run: Run) -> None:
    before = ledger.read_bytes()

    assert "is there already" in the_error(run("init"))
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("place", ["gone/a.db", "mysql://here/news", ""], ids=["no folder", "no such server", "empty"])
def test_a_place_that_can_hold_no_ledger_is_wrong_usage(place: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)

    the_error(invoke(tmp_path / "a.db", "init", place))
    assert list(tmp_path.iterdir()) == []
