"""One writer at a time, all or nothing, and readers who are not disturbed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from attribune.ledger.audit import broken_links
from attribune.ledger.contract import Counts, Ledger
from tests.ledger.build import DAM, FLOOD, a_report, filed, found, put


@pytest.mark.parametrize("error", [ValueError("no"), OSError("no such file"), KeyboardInterrupt()])
def test_a_writer_that_raises_leaves_nothing_behind_and_its_own_error(ledger: Ledger, error: BaseException) -> None:
    def write_and_raise() -> None:
        with ledger.writing("test") as writer:
            added = put(writer, a_report(DAM))
            writer.review(added.lines[0], "confirmed")
            writer.follow("https://orvel.example/feed")
            assert writer.counts().articles == 1
            raise error

    with pytest.raises(type(error)) as caught:
        write_and_raise()
    assert caught.value is error
    with ledger.reading_from() as reader:
        assert reader.counts() == Counts(0, 0, 0, 0, 0, 0)
        assert [*reader.audit(), *reader.blobs(), *reader.texts(), *reader.followed()] == []
    assert filed(ledger, a_report(DAM))[0].outcome == "new"


def test_a_reader_sees_the_same_while_others_write(ledger: Ledger) -> None:
    filed(ledger, a_report(DAM))
    with ledger.reading_from() as reader:
        before = reader.counts()
        filed(ledger, a_report(DAM), a_report(FLOOD))
        assert reader.counts() == before
        assert [entry.superseded for entry in reader.entries()] == [None]
    assert len(found(ledger, "*")) == 2


def test_what_is_not_yet_kept_is_seen_by_nobody_else(ledger: Ledger) -> None:
    with ledger.writing("test") as writer:
        put(writer, a_report(DAM))
        assert found(ledger, "*") == []
    assert len(found(ledger, "*")) == 1


def test_threads_that_write_at_once_lose_nothing(ledger: Ledger) -> None:
    def write(thread: int) -> None:
        for number in range(5):
            with ledger.writing(f"thread {thread}") as writer:
                put(writer, a_report(DAM), f"{thread}-{number}.html")

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(write, range(3)))
    with ledger.reading_from() as reader:
        counts, log = reader.counts(), list(reader.audit())
    assert (counts.articles, counts.statements, counts.identities, counts.captures) == (15, 15, 1, 15)
    assert len(log) == 15
    assert list(broken_links(log)) == []


def test_many_threads_read_at_once(ledger: Ledger) -> None:
    lines = list(filed(ledger, a_report(DAM, FLOOD))[0].lines)

    def read(_: int) -> Iterator[int]:
        with ExitStack() as stack:
            readers = [stack.enter_context(ledger.reading_from()) for _ in range(2)]
            return [line.id for reader in readers for line in reader.lines(lines)]  # type: ignore[return-value]

    with ThreadPoolExecutor(7) as threads:
        assert list(threads.map(read, range(16))) == [lines * 2] * 16
