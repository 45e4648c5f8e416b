"""Lines found, each shown in its sentence; as the ledger stands, and as it stood."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attribune.desk.desk import Desk
from attribune.desk.rows import COLUMNS
from attribune.desk.searching import Search
from attribune.errors import UsageError
from tests.desk.conftest import Filled
from tests.desk.news import contents, line_of


@pytest.mark.parametrize(("query", "word"), [("dam", "dam"), ("speaker:Brandl killed", "killed"), ("boat", "boats")])
def test_a_hit_shows_the_sentence_and_marks_the_words_in_it(full_desk: Desk, query: str, word: str) -> None:
    (hit,) = full_desk.search(query).hits
    text = hit.line.article.text
    assert hit.line.content in hit.sentence.of(text)
    assert [mark.of(text) for mark in hit.marks] == [word]
    assert all(hit.sentence.covers(mark) for mark in hit.marks)


def test_a_sentence_is_the_whole_one(full_desk: Desk) -> None:
    (hit,) = full_desk.search("dam").hits
    assert (
        hit.sentence.of(hit.line.article.text) == "Mayor Ida Korvin said on Monday that the dam above Lodra had held."
    )


def test_without_words_everything_is_found_newest_first(full_desk: Desk) -> None:
    found = full_desk.search()
    assert found.count == len(found.hits) == full_desk.counts().statements == 6
    days = [hit.line.day for hit in found.hits]
    assert days == sorted(days, reverse=True)


def test_a_limit_and_an_offset_cut_the_hits_and_not_the_count(full_desk: Desk) -> None:
    every = [hit.line.id for hit in full_desk.search().hits]
    found = full_desk.search(limit=2, offset=3)
    assert ([hit.line.id for hit in found.hits], found.count) == (every[3:5], 6)


def test_what_is_not_there_is_not_found(full_desk: Desk) -> None:
    found = full_desk.search("zeppelin")
    assert (found.hits, found.count) == ((), 0)


def test_a_broken_query_is_wrong_usage(full_desk: Desk) -> None:
    with pytest.raises(UsageError):
        full_desk.search("(dam")


def test_a_ledger_answers_as_it_stood(full_desk: Desk, filled: Filled) -> None:
    moments = (filled.before - timedelta(seconds=1), filled.between, filled.after)
    killed = [contents(full_desk, "killed", at=at) for at in moments]
    assert killed == [
        [],
        ["that 12 people were killed in the flood"],
        ["that 14 people were killed in the flood"],
    ]
    assert [full_desk.search("alarm", at=at).count for at in moments] == [0, 0, 1]


def test_articles_and_lines_are_those_of_the_moment(full_desk: Desk, filled: Filled) -> None:
    assert [entry.version for entry in full_desk.articles(at=filled.between)] == [1, 1]
    assert sorted(entry.version for entry in full_desk.articles()) == [1, 1, 2]
    assert len(full_desk.lines(1, at=filled.between)) == 2
    assert full_desk.reading(1, at=filled.between).article.text != full_desk.reading(3).article.text


def test_an_article_that_is_not_there_is_wrong_usage(full_desk: Desk) -> None:
    with pytest.raises(UsageError, match="article 99 is not in the ledger"):
        full_desk.reading(99)


def test_a_corrected_speaker_is_found_by_the_right_name(full_desk: Desk) -> None:
    line = line_of(full_desk, "boats")
    full_desk.review(line, "corrected", corrections={"speaker": "Vera Lindqvist"})
    assert [hit.line.id for hit in full_desk.search("speaker:Lindqvist").hits] == [line]


def test_lines_are_found_by_what_was_said_of_them(full_desk: Desk) -> None:
    dam, killed, boats = (line_of(full_desk, word) for word in ("the dam", "killed", "boats"))
    full_desk.review(dam, "confirmed")
    full_desk.review(killed, "rejected", note="it was 13")
    full_desk.review(boats, "corrected", corrections={"quote": "mixed"})
    found = {
        status: [hit.line.id for hit in full_desk.search(f"status:{status}").hits]
        for status in ("confirmed", "rejected", "corrected")
    }
    assert found == {"confirmed": [dam], "rejected": [killed], "corrected": [boats]}
    assert full_desk.search("status:unreviewed").count == 3


def test_a_search_can_be_asked_for_in_the_order_of_learning(full_desk: Desk) -> None:
    ids = [hit.line.id for hit in full_desk.find(Search(order="recorded")).hits]
    assert ids == sorted(ids, reverse=True)


def test_hits_become_a_frame(full_desk: Desk) -> None:
    full_desk.review(line_of(full_desk, "boats"), "corrected", corrections={"speaker": "Vera Lindqvist"})
    frame = full_desk.to_frame("people OR boats")
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["speaker"]) == ["Vera Lindqvist", "Tomas Brandl"]
    assert list(full_desk.to_frame("zeppelin").columns) == list(COLUMNS)


def test_a_ledger_in_memory_can_do_the_same(filled: Filled) -> None:
    with Desk.open("memory:", by="Ada") as desk:
        assert [one.outcome for one in desk.add(filled.news)] == ["new"] * 3
        assert contents(desk, "killed") == ["that 14 people were killed in the flood"]
        assert list(desk.verify()) == []
