"""Several processes on one file."""

from __future__ import annotations

import multiprocessing
from contextlib import closing
from pathlib import Path

from attribune.ledger.audit import broken_links
from attribune.ledger.opening import open_ledger
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
