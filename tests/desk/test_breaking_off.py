"""A program that is killed, and a disk that is full: nothing is lost, nothing is doubled, and it goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from attribune.desk.desk import Desk
from attribune.errors import LedgerFull
from benchmarks import kills
from tests.desk.news import BRIDGE, DAM, FERRY, add, bridges, problems, write_records


def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills, "LONGEST_WAIT", 0.15)
    monkeypatch.setattr(kills, "AHEAD", 10)
    result = kills.run([DAM, FERRY, BRIDGE.format(7)], tmp_path, 8)
    assert result.wrong == ()
    assert result.articles >= result.told >= 8


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.name != "posix" or mount is None or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root: the full disk is NOT tested here")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"a small disk can't be mounted ({done.stderr.strip()}): the full disk is NOT tested here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_ends_the_run_in_one_line_and_loses_nothing(small_disk: Path, file: Path, tmp_path: Path) -> None:
    ledger = Path(shutil.copy(file, small_disk / "ledger.db"))
    ballast = small_disk / "ballast"
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(40)))
    with Desk.open(ledger) as desk:
        kept = add(desk, write_records(tmp_path / "first.jsonl", *bridges(99)))
        _fill(ballast)
        told = list[str]()
        with pytest.raises(LedgerFull) as caught:
            told.extend(one.outcome for one in desk.add(str(news)))
        assert str(caught.value) == f"{ledger}: no room on the disk; nothing was lost, make room and go on"
        assert desk.counts().versions == len(kept) + len(told)
        ballast.unlink()
        assert problems(desk) == []
        assert add(desk, news) == ["known"] * len(told) + ["new"] * (40 - len(told))
        assert problems(desk) == []


def _fill(path: Path) -> None:
    """Write until there is no room."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4_096)
        except OSError:
            return


def test_a_database_that_may_not_grow_is_full_in_the_middle_of_an_article(file: Path, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(30)))
    with Desk.open(file) as desk:
        engine = desk.ledger.engine  # type: ignore[attr-defined]
        pages = file.stat().st_size // 4_096 + 12
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}"))
        told = list[str]()
        with pytest.raises(LedgerFull, match="nothing was lost"):
            told.extend(one.outcome for one in desk.add(str(news)))
        assert desk.counts().versions == len(told) < 30
    with Desk.open(file) as desk:
        assert problems(desk) == []
        assert add(desk, news) == ["known"] * len(told) + ["new"] * (30 - len(told))
        assert problems(desk) == []
