"""What people say of lines, and what search makes of it."""

from __future__ import annotations

import pytest

from attribune.errors import LedgerError
from attribune.ledger.addition import Carried
from attribune.ledger.contract import Ledger
from tests.ledger.build import DAM, FLOOD, a_report, filed, found, now, put


def test_a_review_stands_with_its_line(ledger: Ledger) -> None:
    line = filed(ledger, a_report(DAM))[0].lines[0]
    before = now()
    with ledger.writing("Ana") as writer:
        review = writer.review(line, "confirmed", note="heard it")
    with ledger.reading_from() as reader:
        assert reader.lines([line])[0].review == review
        assert reader.lines([line])[0].status == "confirmed"
        assert reader.lines([line], at=before)[0].status == "unreviewed"
    assert (review.by, review.note, review.certain, review.carried) == ("Ana", "heard it", True, None)


def test_a_later_review_supersedes_the_one_before_and_both_are_kept(ledger: Ledger) -> None:
    line = filed(ledger, a_report(DAM))[0].lines[0]
    with ledger.writing("Ana") as writer:
        first = writer.review(line, "confirmed")
    between = now()
    with ledger.writing("Ben") as writer:
        second = writer.review(line, "rejected")
    with ledger.reading_from() as reader:
        assert list(reader.reviews(line)) == [first, second]
        assert reader.lines([line])[0].review == second
        assert reader.lines([line], at=between)[0].review == first


def test_queries_by_status_follow_the_reviews_and_tell_of_earlier_ones(ledger: Ledger) -> None:
    one, two = filed(ledger, a_report(DAM, FLOOD))[0].lines
    with ledger.writing("Ana") as writer:
        writer.review(one, "confirmed")
    between = now()
    with ledger.writing("Ana") as writer:
        writer.review(one, "rejected")
    assert found(ledger, "status:unreviewed") == [two]
    assert (found(ledger, "status:confirmed"), found(ledger, "status:rejected")) == ([], [one])
    assert (found(ledger, "status:confirmed", at=between), found(ledger, "status:rejected", at=between)) == ([one], [])
    assert found(ledger, "-status:unreviewed dam") == [one]


def test_a_corrected_speaker_is_found_by_the_right_name_and_before_that_by_the_wrong(ledger: Ledger) -> None:
    line = filed(ledger, a_report(DAM))[0].lines[0]
    before = now()
    with ledger.writing("Ana") as writer:
        writer.review(line, "corrected", corrections={"speaker": "Petra Zarko"})
    between = now()
    with ledger.writing("Ana") as writer:
        writer.review(line, "corrected", corrections={"speaker": "Olga Zarko"})
    assert [found(ledger, f"speaker:{name}") for name in ("olga", "petra", "zarko")] == [[line], [], [line]]
    assert [found(ledger, f"speaker:{name}", at=between) for name in ("olga", "petra")] == [[], [line]]
    assert [found(ledger, f"speaker:{name}", at=before) for name in ("korvin", "zarko")] == [[line], []]
    assert found(ledger, "-speaker:korvin", at=before) == []


def test_a_corrected_speaker_is_no_longer_found_by_the_wrong_identity(ledger: Ledger) -> None:
    line = filed(ledger, a_report(DAM))[0].lines[0]
    assert found(ledger, "speaker_id:1") == [line]
    with ledger.writing("Ana") as writer:
        writer.review(line, "corrected", corrections={"speaker": "Petra Zarko"})
    assert found(ledger, "speaker_id:1") == []


@pytest.mark.parametrize(
    ("field", "value", "query"),
    [
        ("cue_class", "deny", "class:deny"),
        ("quote", "direct", "quote:direct"),
        ("commitment", "denied", "commitment:denied"),
        ("distance", "distancing", "distance:distancing"),
    ],
)
def test_a_corrected_class_is_found_by_the_right_value(ledger: Ledger, field: str, value: str, query: str) -> None:
    line = filed(ledger, a_report(DAM))[0].lines[0]
    assert found(ledger, query) == []
    with ledger.writing("Ana") as writer:
        review = writer.review(line, "corrected", corrections={field: value})
    assert (dict(review.corrections), found(ledger, query)) == ({field: value}, [line])


def test_a_line_that_is_not_there_can_not_be_reviewed(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="line 7"), ledger.writing("Ana") as writer:
        writer.review(7, "confirmed")


def test_reviews_of_a_version_are_carried_to_the_next(ledger: Ledger) -> None:
    old = filed(ledger, a_report(DAM, FLOOD))[0].lines
    with ledger.writing("Ana") as writer:
        kept, lost = writer.review(old[0], "confirmed"), writer.review(old[1], "rejected")
    carried = {old[0]: Carried(0, True, "the same words"), old[1]: Carried(None, True, "is gone")}
    with ledger.writing("test") as writer:
        new = put(writer, a_report(DAM), "report-0.html", carried=carried)
    with ledger.reading_from() as reader:
        review, entry = reader.lines(new.lines)[0].review, list(reader.audit())[-1]
    assert review is not None
    assert (review.verdict, review.by, review.carried, review.certain) == ("confirmed", "Ana", kept.id, True)
    assert entry.detail["reviews"] == [
        {"review": kept.id, "to": review.id, "line": new.lines[0], "certain": True, "reason": "the same words"},
        {"review": lost.id, "to": None, "reason": "is gone"},
    ]
