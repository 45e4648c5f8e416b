"""The audit log: every change once, sealed with the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from attribune.ledger.audit import START, AuditEntry, broken_links
from attribune.ledger.contract import Ledger
from tests.ledger.build import DAM, FLOOD, a_report, filed, put


def log(ledger: Ledger) -> list[AuditEntry]:
    """A log of every kind of change."""
    added = filed(ledger, a_report(DAM, FLOOD), by="Ana")[0]
    with ledger.writing("Ben") as writer:
        put(writer, a_report(DAM, FLOOD), "report-0.html")
        writer.review(added.lines[0], "confirmed", note="heard it")
        writer.undo(writer.decide("merge", 1, 2, reason="one post").id, reason="two posts")
        writer.reread(added.entry, a_report(DAM, FLOOD), known={}, vectors=None, carried={})
    with ledger.reading_from() as reader:
        return list(reader.audit())


def test_each_change_is_one_entry_with_who_and_why(ledger: Ledger) -> None:
    told = [(entry.number, entry.by, entry.action, entry.subject, entry.reason) for entry in log(ledger)]
    assert told == [
        (1, "Ana", "article", "report-0.html", None),
        (2, "Ben", "capture", "report-0.html", None),
        (3, "Ben", "review", "line 1", "heard it"),
        (4, "Ben", "merge", "speaker 1", "one post"),
        (5, "Ben", "undo", "speaker 1", "two posts"),
        (6, "Ben", "reread", "report-0.html", None),
    ]


def test_the_seals_are_those_of_the_words_and_make_one_chain(ledger: Ledger) -> None:
    entries = log(ledger)
    assert [entry.seal for entry in entries] == [entry.expected for entry in entries]
    assert [entry.previous for entry in entries] == [START, *(entry.seal for entry in entries[:-1])]
    assert list(broken_links(entries)) == []


def test_every_ledger_keeps_the_same_log(ledgers: dict[str, Ledger]) -> None:
    def told(detail: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in detail.items() if name != "found"}  # it seals the moment of capture

    logs = [[(one.action, one.subject, told(one.detail)) for one in log(ledger)] for ledger in ledgers.values()]
    assert logs[0] == logs[1] == logs[2]


def test_no_entry_is_older_than_the_one_before_it(ledger: Ledger) -> None:
    entries = log(ledger)
    later = entries[-1].recorded + timedelta(days=1)
    with ledger.writing("Ana") as writer:  # while the clock is a day ahead
        writer.now = later  # type: ignore[attr-defined]
        writer.review(1, "rejected")
    with ledger.writing("Ana") as writer:
        writer.review(1, "confirmed")
    with ledger.reading_from() as reader:
        assert list(reader.audit())[-1].recorded == later + timedelta(microseconds=1)
        assert [review.recorded for review in reader.reviews(1)][-2:] == [later, later + timedelta(microseconds=1)]


def test_a_changed_entry_is_told(ledger: Ledger) -> None:
    entries = log(ledger)
    entries[2] = replace(entries[2], reason="never heard it")
    assert list(broken_links(entries)) == ["audit entry 3 was changed after it was written"]


def test_a_changed_entry_with_a_new_seal_breaks_the_next(ledger: Ledger) -> None:
    entries = log(ledger)
    changed = replace(entries[2], reason="never heard it")
    entries[2] = replace(changed, seal=changed.expected)
    assert list(broken_links(entries)) == ["audit entry 4 does not follow from the one before it"]


def test_an_entry_taken_out_is_told(ledger: Ledger) -> None:
    entries = log(ledger)
    del entries[2]
    assert list(broken_links(entries)) == ["audit entry 3 is missing: the next is 4"]


def test_an_entry_put_in_is_told(ledger: Ledger) -> None:
    entries = log(ledger)
    false = replace(entries[3], number=3, previous=entries[2].seal)
    entries[3:3] = [replace(false, seal=false.expected)]
    assert "audit entry 4 is missing: the next is 3" in list(broken_links(entries))
