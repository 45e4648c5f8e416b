"""Ledgers: an empty one, and one that the real reader filled once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from attribune.desk.desk import Desk
from attribune.ledger.opening import create_ledger
from tests.desk.news import DAM_RECORD, FERRY_RECORD, LATER_RECORD, TALKS_RECORD, add, write_records
from tests.fetch.server import Site, serve


@dataclass(frozen=True)
class Filled:
    """A ledger of three articles, one of them in two versions, and moments before, between and after its adding."""

    ledger: Path
    news: Path
    before: datetime
    between: datetime
    after: datetime


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    create_ledger(str(path)).close()
    return path


@pytest.fixture
def file(empty_ledger: Path, tmp_path: Path) -> Path:
    """A file with an empty ledger."""
    return Path(shutil.copy(empty_ledger, tmp_path / "ledger.db"))


@pytest.fixture
def desk(file: Path) -> Iterator[Desk]:
    """A desk over an empty ledger."""
    with Desk.open(file, by="Ada", allow=["127.0.0.0/8"]) as desk:
        yield desk


@pytest.fixture(scope="session")
def filled_once(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    folder = tmp_path_factory.mktemp("filled")
    path, news = Path(shutil.copy(empty_ledger, folder / "filled.db")), folder / "news.jsonl"
    before = datetime.now(UTC)
    with Desk.open(path, by="Ada") as desk:
        assert add(desk, write_records(news, DAM_RECORD, FERRY_RECORD)) == ["new", "new"]
        between = datetime.now(UTC)
        write_records(news, LATER_RECORD, FERRY_RECORD, TALKS_RECORD)
        assert add(desk, news) == ["version", "known", "new"]
    return Filled(path, news, before, between, datetime.now(UTC))


@pytest.fixture
def filled(filled_once: Filled, tmp_path: Path) -> Filled:
    """A copy, to be changed."""
    once = filled_once
    return Filled(
        Path(shutil.copy(once.ledger, tmp_path / "filled.db")), once.news, once.before, once.between, once.after
    )


@pytest.fixture
def full_desk(filled: Filled) -> Iterator[Desk]:
    """A desk over the filled ledger."""
    with Desk.open(filled.ledger, by="Ada", allow=["127.0.0.0/8"]) as desk:
        yield desk


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine."""
    with serve() as site:
        yield site
