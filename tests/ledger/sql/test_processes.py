"""Several processes and threads on one ledger."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from attribune.errors import UsageError
from attribune.ledger.audit import broken_links
from attribune.ledger.opening import create_ledger, open_ledger
from tests.ledger.build import DAM, FLOOD, a_report, found, put

ROUNDS = 6


def write(path: str, process: int) -> None:
    """Put some reports in, each in a transaction."""
    with closing(open_ledger(path)) as ledger:
        for number in range(ROUNDS):
            with ledger.writing(f"process {process}") as writer:
                put(writer, a_report(DAM, FLOOD), f"{process}-{number}.html")


def test_processes_that_add_at_once_lose_nothing_and_never_find_it_locked(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=write, args=(str(file), number)) for number in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with closing(open_ledger(str(file))) as ledger:
        with ledger.reading_from() as reader:
            counts, log, problems = reader.counts(), list(reader.audit()), list(reader.problems())
        hits = found(ledger, "dam")
    assert [process.exitcode for process in processes] == [0, 0]
    assert (counts.articles, counts.statements, counts.identities, len(hits)) == (12, 24, 2, 12)
    assert ([*broken_links(log), *problems], len(log)) == ([], 12)


def test_threads_that_add_to_a_server_at_once_lose_and_double_nothing(database: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda thread: write(database, thread), range(8)))
    with closing(open_ledger(database)) as ledger, ledger.reading_from() as reader:
        counts, log, problems = reader.counts(), list(reader.audit()), list(reader.problems())
    assert (counts.articles, counts.statements, counts.identities) == (8 * ROUNDS, 16 * ROUNDS, 2)
    assert ([*broken_links(log), *problems], len(log)) == ([], 8 * ROUNDS)
    assert sorted(moments := [entry.recorded for entry in log]) == moments


def made(address: str) -> str:
    """What comes of making a ledger."""
    try:
        create_ledger(address).close()
    except UsageError as error:
        return str(error)
    return "made"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "made" / "ledger.db")
    new_database: Callable[..., str] = request.getfixturevalue("new_database")
    return new_database(bare=True)


def test_of_those_who_make_one_ledger_at_once_one_does_and_the_others_are_told(address: str, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(made, [address] * 4), key=lambda one: one != "made")
    assert told[0] == "made"
    assert all("already" in one and "\n" not in one for one in told[1:])
    with closing(open_ledger(address)) as ledger:
        assert found(ledger, "*") == []
    assert [path.name for path in (tmp_path / "made").iterdir()] in (["ledger.db"], [])
