"""Articles that are read anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribune.errors import LedgerError
from attribune.ledger.addition import Added, Carried
from attribune.ledger.contract import Ledger
from attribune.reading import ReaderCard, Reading
from tests.ledger.build import DAM, FLOOD, a_report, filed, found, known_by_name, now

NEWER = ReaderCard("test-reader", "1", "1" * 64)


def reread(ledger: Ledger, entry: int, reading: Reading, carried: dict[int, Carried]) -> Added:
    with ledger.writing("test") as writer:
        known = known_by_name(writer, reading)
        return writer.reread(entry, reading, known=known, vectors=None, carried=carried)


def test_a_newer_reading_supersedes_the_older_and_both_are_kept(ledger: Ledger) -> None:
    old = a_report(DAM, FLOOD)
    added = filed(ledger, old)[0]
    before = now()
    newer = replace(old, statements=old.statements[:1], reader=NEWER)
    again = reread(ledger, added.entry, newer, {})
    with ledger.reading_from() as reader:
        stored, then = reader.reading(added.entry), reader.reading(added.entry, at=before)
        every, entry, entry_then = list(reader.readings()), reader.entry(added.entry), next(reader.entries(at=before))
        lines, lines_then = reader.lines_of(added.entry), reader.lines_of(added.entry, at=before)
    assert stored is not None
    assert then is not None
    assert entry is not None
    assert (again.outcome, again.entry, again.statements) == ("known", added.entry, 1)
    assert (stored.reading, then.reading, then.superseded) == (newer, old, None)
    assert [one.superseded is None for one in every] == [False, True]
    assert [(one.reader.version, one.statements) for one in (entry, entry_then)] == [("1", 1), ("0", 2)]
    assert [one.id for one in lines] == list(again.lines) == found(ledger, "dam")
    assert [one.id for one in lines_then] == list(added.lines)
    assert (found(ledger, "killed"), found(ledger, "killed", at=before)) == ([], [added.lines[1]])


def test_reviews_are_carried_over_for_sure_flagged_or_not_at_all(ledger: Ledger) -> None:
    report = a_report(DAM, FLOOD, ("Police", "the road is shut"))
    added = filed(ledger, report)[0]
    with ledger.writing("Ana") as writer:
        writer.review(added.lines[0], "corrected", corrections={"speaker": "Petra Zarko"})
        writer.review(added.lines[1], "confirmed")
        writer.review(added.lines[2], "rejected")
    certain, flagged, gone = Carried(0, True, "the same"), Carried(1, False, "moved"), Carried(None, False, "gone")
    again = reread(ledger, added.entry, report, dict(zip(added.lines, (certain, flagged, gone), strict=True)))
    with ledger.reading_from() as reader:
        lines = reader.lines(again.lines)
    assert [line.status for line in lines] == ["corrected", "flagged", "unreviewed"]
    assert [line.review and line.review.reason for line in lines] == ["the same", "moved", None]
    assert found(ledger, "speaker:zarko") == [again.lines[0]]
    assert found(ledger, "status:flagged") == [again.lines[1]]
    assert found(ledger, "status:confirmed") == []


def test_a_flagged_review_stays_flagged_when_it_is_carried_on(ledger: Ledger) -> None:
    report = a_report(DAM)
    added = filed(ledger, report)[0]
    with ledger.writing("Ana") as writer:
        writer.review(added.lines[0], "confirmed")
    again = reread(ledger, added.entry, report, {added.lines[0]: Carried(0, False, "moved")})
    third = reread(ledger, added.entry, report, {again.lines[0]: Carried(0, True, "the same")})
    with ledger.reading_from() as reader:
        assert reader.lines(third.lines)[0].status == "flagged"


def test_a_reading_of_another_text_or_of_no_article_is_refused(ledger: Ledger) -> None:
    added = filed(ledger, a_report(DAM))[0]
    with pytest.raises(LedgerError, match="of another text"):
        reread(ledger, added.entry, a_report(FLOOD), {})
    with pytest.raises(LedgerError, match="article 99"):
        reread(ledger, 99, a_report(DAM), {})
    assert found(ledger, "dam") == list(added.lines)


def test_the_article_stays_as_the_ledger_has_it(ledger: Ledger) -> None:
    added = filed(ledger, a_report(DAM, title="The dam"))[0]
    reread(ledger, added.entry, a_report(DAM, title="Another title"), {})
    with ledger.reading_from() as reader:
        stored = reader.reading(added.entry)
    assert stored is not None
    assert stored.reading.article.title == "The dam"
