"""Reviews: checked before they are kept, and kept through newer readings and versions."""

from __future__ import annotations

from typing import Any

import pytest

from attribune.desk.desk import Desk
from attribune.errors import UsageError
from tests.desk.conftest import Filled
from tests.desk.news import DAM_LATER, add, line_of, write_records


def test_a_review_says_who_and_what(full_desk: Desk) -> None:
    line = line_of(full_desk, "boats")
    review = full_desk.review(line, "rejected", note="it was a film")
    assert (review.by, review.status, review.note) == ("Ada", "rejected", "it was a film")
    with full_desk.ledger.reading_from() as reader:
        assert reader.reviews(line) == [review]


@pytest.mark.parametrize(
    ("verdict", "corrections", "found"),
    [
        ("perhaps", None, "'perhaps' is no verdict; give one of confirmed, rejected, corrected"),
        ("corrected", None, "a correction says what is right"),
        ("confirmed", {"quote": "direct"}, "a correction says what is right"),
        ("corrected", {"content": "x"}, "'content' can't be corrected; of a line these can: speaker"),
        ("corrected", {"quote": "direkt"}, "'direkt' is no quote; did you mean direct"),
        ("corrected", {"cue_class": "zzz"}, "'zzz' is no cue_class; known are"),
        ("corrected", {"speaker": "  "}, "the right speaker is empty"),
    ],
)
def test_a_review_that_makes_no_sense_is_wrong_usage(
    full_desk: Desk, verdict: Any, corrections: Any, found: str
) -> None:
    with pytest.raises(UsageError, match=found):
        full_desk.review(line_of(full_desk, "boats"), verdict, corrections=corrections)
    assert full_desk.search("status:unreviewed").count == 6


def test_a_line_that_is_not_there_can_not_be_reviewed(full_desk: Desk) -> None:
    with pytest.raises(UsageError, match="line 999 is not in the ledger"):
        full_desk.review(999, "confirmed")


def test_a_line_of_an_older_version_can_not_be_reviewed(full_desk: Desk, filled: Filled) -> None:
    (old,) = [line.id for line in full_desk.lines(1, at=filled.between) if "12" in line.content]
    with pytest.raises(UsageError, match="was superseded"):
        full_desk.review(old, "confirmed")


def test_reviews_go_over_to_the_next_version(desk: Desk, tmp_path: Any, filled: Filled) -> None:
    record = {
        "id": 1,
        "text": "Mayor Ida Korvin said that 12 people were killed. Chief Tomas Brandl said the dam had held.",
    }
    news = write_records(tmp_path / "news.jsonl", record)
    add(desk, news)
    desk.review(line_of(desk, "the dam"), "confirmed")
    desk.review(line_of(desk, "12"), "rejected")
    later = record["text"].replace("12", "14")  # type: ignore[attr-defined]
    assert add(desk, write_records(news, {**record, "text": later})) == ["version"]
    found = {hit.line.content.split()[-1]: hit.line.status for hit in desk.search().hits}
    assert found == {"killed": "flagged", "held": "confirmed"}
    assert list(desk.verify()) == []
    assert add(desk, write_records(news, {**record, "text": DAM_LATER})) == ["version"]
    assert list(desk.verify()) == []
