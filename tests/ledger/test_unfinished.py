"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attribune.errors import UsageError
from attribune.ledger.unfinished import unfinished


def _write(part: Path, target: Path) -> None:
    """Write a file, and be overtaken."""
    part.write_text("second")
    with unfinished(target) as faster:
        faster.write_text("first")


def no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.fixture(params=["links", "no links"], autouse=True)
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with links, and one without."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


def test_a_file_has_its_name_once_it_is_whole(tmp_path: Path) -> None:
    with unfinished(tmp_path / "whole") as part:
        part.write_text("words")
        assert not (tmp_path / "whole").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["whole"]
    assert (tmp_path / "whole").read_text() == "words"


def test_the_faster_one_keeps_the_name(tmp_path: Path) -> None:
    target = tmp_path / "whole"
    with pytest.raises(UsageError, match="already"), unfinished(target) as part:
        _write(part, target)
    assert target.read_text() == "first"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError), unfinished(tmp_path / "whole") as part:
        part.write_text("half \ud800", encoding="utf-8")
    with pytest.raises(OSError, match="No such file"), unfinished(tmp_path / "whole"):
        pass
    assert list(tmp_path.iterdir()) == []
