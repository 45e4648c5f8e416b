"""The same query finds the same lines in every ledger."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribune.ledger.contract import Ledger, LedgerWriter
from attribune.ledger.query import Node
from attribune.ledger.sql import search
from attribune.reading import Reading
from tests.ledger.build import now, put
from tests.ledger.drawn import sayings
from tests.ledger.query.samples import queries

LOCATORS = count()
VERDICTS = ("confirmed", "rejected", "corrected")
steps = st.sampled_from(("review", "merge", "split", "undo", None))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reading=sayings(), step=steps, choice=st.integers(0, 999), query=queries, early=st.booleans())
def test_random_queries_find_the_same_now_and_as_of_earlier(
    ledgers: dict[str, Ledger], reading: Reading, step: str | None, choice: int, query: Node, early: bool
) -> None:
    locator = f"{next(LOCATORS)}.html"
    before = now()
    for ledger in ledgers.values():
        with ledger.writing("test") as writer:
            put(writer, reading, locator)
    between = now()
    for ledger in ledgers.values():
        with ledger.writing("test") as writer:
            change(writer, step, choice)
    for at in (None, between, before) if early else (None,):
        answers = {kind: answer(ledger, query, at) for kind, ledger in ledgers.items()}
        assert answers["memory"] == answers["sqlite"] == answers["postgresql"], at
        with patch.object(search, "COMMON", 1):  # hits from which days are gone through
            assert answer(ledgers["sqlite"], query, at) == answers["memory"], at


def change(writer: LedgerWriter, step: str | None, choice: int) -> None:
    """One thing that a person does, the same in each ledger."""
    entry = list(writer.entries())[-1].id
    identities, lines = writer.identities(), writer.lines_of(entry)
    heard = writer.appearances([one for identity in identities[:1] for one in identity.members])
    standing = [one.id for one in writer.decisions() if one.undone is None]
    if step == "review":
        corrections = {"speaker": "Mary river"} if choice % 3 == 2 else None
        writer.review(lines[choice % len(lines)].id, VERDICTS[choice % 3], corrections=corrections)  # type: ignore[arg-type]
    if step == "merge" and len(identities) > 1:
        writer.decide("merge", identities[0].id, identities[1 + choice % (len(identities) - 1)].id, reason="drawn")
    if step == "split" and heard:
        writer.decide("split", identities[0].id, None, appearances=[heard[choice % len(heard)].id], reason="drawn")
    if step == "undo" and standing:
        writer.undo(standing[-1], reason="drawn")


def answer(ledger: Ledger, query: Node, at: datetime | None) -> object:
    """Everything that a query and the speakers tell."""
    with ledger.reading_from() as reader:
        ids = reader.search(query, limit=1_000, at=at)
        lines = [(one.id, one.name, one.identity, one.status) for one in reader.lines(ids[:20], at=at)]
        people = reader.identities(at=at)
        heard = reader.appearances([one for identity in people for one in identity.members], at=at)
        return list(ids), reader.count(query, at=at, most=5), lines, list(people), list(heard)
