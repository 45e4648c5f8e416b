"""Ledgers of every kind, each empty for its test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from attribune.ledger.contract import Ledger
from attribune.ledger.memory import MemoryLedger
from attribune.ledger.opening import create_ledger, open_ledger
from attribune.ledger.sql.ledger import SqlLedger
from attribune.ledger.sql.tables import metadata
from tests import postgres

KINDS = ("memory", "sqlite", "postgresql")
GIVEN = "ATTRIBUNE_TEST_POSTGRES"
NUMBERS = count(1)
NewDatabase = Callable[..., str]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a server on which databases may be made."""
    given = os.environ.get(GIVEN)
    folder = postgres.binaries()
    if given:
        yield given
    elif folder is not None:
        with postgres.running(folder) as url:
            yield url
    elif os.environ.get("CI"):
        pytest.fail(postgres.ADVICE)
    else:
        pytest.skip(postgres.ADVICE)


@pytest.fixture(scope="session")
def new_database(server: str) -> Iterator[NewDatabase]:
    """Makes databases with an empty ledger in each, or, with ``bare``, with nothing; their URLs."""
    names: list[str] = []

    def make(*, bare: bool = False) -> str:
        names.append(f"attribune_{os.getpid()}_{next(NUMBERS)}")
        _execute(server, f"CREATE DATABASE {names[-1]}")
        url = _url(server, names[-1])
        if not bare:
            create_ledger(url).close()
        return url

    yield make
    for name in names if os.environ.get(GIVEN) else ():
        _execute(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def one_database(new_database: NewDatabase) -> str:
    """A database that is emptied for each test: ten times faster than a new one."""
    return new_database()


@pytest.fixture
def database(one_database: str) -> str:
    """The URL of a database with an empty ledger."""
    tables = ["search", *(table.name for table in reversed(metadata.sorted_tables))]
    _execute(one_database, "; ".join(f"DELETE FROM {table}" for table in tables))
    return one_database


def _execute(server: str, command: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(command)  # type: ignore[call-overload]


def _url(server: str, database: str) -> str:
    head, _, query = server.partition("?")
    return f"{head.rpartition('/')[0]}/{database}{'?' if query else ''}{query}"


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an empty ledger, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    create_ledger(str(path)).close()
    return path


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """A file with an empty ledger."""
    return Path(shutil.copy(empty_file, tmp_path / "ledger.db"))


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """An empty ledger of each kind."""
    yield from _opened(request, request.param)


@pytest.fixture(params=KINDS[1:])
def stored(request: pytest.FixtureRequest) -> Iterator[SqlLedger]:
    """An empty ledger in each kind of database."""
    for one in _opened(request, request.param):
        assert isinstance(one, SqlLedger)
        yield one


@pytest.fixture
def ledgers(request: pytest.FixtureRequest) -> Iterator[dict[str, Ledger]]:
    """An empty ledger of each kind, all at once."""
    opened = {kind: _opened(request, kind) for kind in KINDS}
    yield {kind: next(one) for kind, one in opened.items()}
    for one in opened.values():
        next(one, None)


def _opened(request: pytest.FixtureRequest, kind: str) -> Iterator[Ledger]:
    if kind == "memory":
        yield MemoryLedger()
        return
    address = request.getfixturevalue("file" if kind == "sqlite" else "database")
    opened = open_ledger(str(address))
    try:
        yield opened
    finally:
        opened.close()
