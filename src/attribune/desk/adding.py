"""Paths and addresses into the ledger, in their order, on one core or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import BinaryIO, Literal

from attribune.capture import Capture
from attribune.desk.filing import Filing
from attribune.desk.locating import place_of
from attribune.desk.preparing import Listed, Prepared, prepare
from attribune.desk.workers import open_workers
from attribune.errors import UsageError
from attribune.intake import Failure, Source, find_captures
from attribune.ledger.addition import Added
from attribune.ledger.contract import Ledger
from attribune.reading import Reading

AHEAD = 4  # captures that wait for each process
Outcome = Literal["new", "version", "known", "failed"]


@dataclass(frozen=True)
class Filed:
    """What came of one input: a ``new`` article, a new ``version``, nothing new (``known``), or a failure.

    ``name`` is what messages call the input, ``place`` the file or address that it is of; ``reading`` is None where
    the input was skipped before it was read.
    """

    name: str
    place: str
    outcome: Outcome
    reading: Reading | None = None
    added: Added | None = None
    failure: Failure | None = None


Result = Callable[[], Prepared | Failure]
Submit = Callable[[Capture], Result]


@dataclass(frozen=True)
class Job:
    """A capture that is being read."""

    capture: Capture
    result: Result


def add_captures(
    ledger: Ledger,
    captures: Iterable[Capture | Failure],
    *,
    by: str,
    jobs: int = 1,
    listed: Callable[[Capture], Listed | None] = lambda _: None,
) -> Generator[Filed, None, None]:
    """What came of each capture, in their order; bytes that are known at their place are skipped unread.

    ``listed`` is what is known of an article beside its bytes.
    Each article is one transaction: whenever the run is broken off, what was told is kept. Raises
    :class:`UsageError` for less than one job.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}; give 1 or more")
    if jobs == 1:
        yield from _filing(ledger, _ahead(ledger, captures, 1, lambda one: partial(prepare, one, listed(one))), by)
        return
    with open_workers(jobs) as workers:
        started = _ahead(ledger, captures, jobs * AHEAD, lambda one: workers.submit(prepare, one, listed(one)).result)
        yield from _filing(ledger, started, by)


def _ahead(ledger: Ledger, captures: Iterable[Capture | Failure], ahead: int, submit: Submit) -> Iterator[Filed | Job]:
    """What comes of the captures, in their order, never more than ``ahead`` of them under way."""
    rest = iter(captures)
    queue = deque(_start(ledger, capture, submit) for capture in islice(rest, ahead))
    while queue:
        yield queue.popleft()
        queue.extend(_start(ledger, capture, submit) for capture in islice(rest, 1))


def _start(ledger: Ledger, capture: Capture | Failure, submit: Submit) -> Filed | Job:
    """A job, but for what needs no reading: a failure, or bytes that are known."""
    if isinstance(capture, Failure):
        return Filed(capture.name, capture.name, "failed", failure=capture)
    with ledger.reading_from() as reader:
        known = reader.is_known(place_of(capture), capture.sha256)
    return Filed(capture.name, _shown(capture), "known") if known else Job(capture, submit(capture))


def _filing(ledger: Ledger, started: Iterable[Filed | Job], by: str) -> Iterator[Filed]:
    filing = Filing()
    for one in started:
        yield one if isinstance(one, Filed) else _filed(ledger, filing, one, by)


def _filed(ledger: Ledger, filing: Filing, job: Job, by: str) -> Filed:
    prepared, place = job.result(), _shown(job.capture)
    if isinstance(prepared, Failure):
        return Filed(job.capture.name, place, "failed", failure=prepared)
    with ledger.writing(by) as writer:
        added = filing.file(writer, prepared)
    return Filed(job.capture.name, place, added.outcome, reading=prepared.reading, added=added)


def _shown(capture: Capture) -> str:
    return capture.url or capture.file or capture.name


def captures_in(sources: Iterable[Source | Failure], stdin: BinaryIO | None = None) -> Iterator[Capture | Failure]:
    """The captures of all sources."""
    for source in sources:
        if isinstance(source, Failure):
            yield source
        else:
            yield from find_captures(source, stdin=stdin)
