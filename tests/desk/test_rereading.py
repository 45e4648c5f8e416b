"""Articles read anew by another program: reviews and decisions survive."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from attribune.article import Span
from attribune.desk import files, rereading
from attribune.desk.desk import Desk
from attribune.errors import UsageError
from attribune.ledger.sql import writer as sql_writer
from attribune.statement import Role
from tests.desk.conftest import Filled
from tests.desk.news import contents, line_of, problems


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has another version from here on."""
    for module in (rereading, sql_writer):
        monkeypatch.setattr(module, "program", lambda: "attribune/99")


@pytest.fixture
def older(full_desk: Desk, newer: None) -> Desk:
    """A desk over articles that an older program has read."""
    return full_desk


def test_nothing_is_outdated_at_first(full_desk: Desk) -> None:
    assert full_desk.outdated() == []
    assert list(full_desk.reread()) == []


def test_what_another_program_has_read_is_read_anew(older: Desk) -> None:
    lines = [hit.line.id for hit in older.search().hits]
    done = list(older.reread())
    assert sorted(one.entry.id for one in done) == [2, 3, 4]
    assert older.outdated() == []
    assert older.search().count == 6
    assert not set(lines) & {hit.line.id for hit in older.search().hits}
    assert problems(older) == []


def test_another_reader_makes_readings_outdated(full_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    card = files.reader_card()
    monkeypatch.setattr(rereading, "reader_card", lambda: type(card)(card.name, "99", card.sha256))
    assert sorted(full_desk.outdated()) == [2, 3, 4]


def test_reviews_stay_with_their_statements(older: Desk) -> None:
    older.review(line_of(older, "the dam"), "confirmed")
    older.review(line_of(older, "boats"), "corrected", corrections={"speaker": "Vera Lindqvist"})
    done = {one.entry.id: one for one in older.reread()}
    assert sum(one.kept for one in done.values()) == 2
    assert contents(older, "status:confirmed") == ["that the dam above Lodra had held"]
    assert contents(older, "speaker:Lindqvist status:corrected") == ['"We found 30 boats,"']


def test_a_review_is_flagged_where_the_statement_is_not_surely_the_same(
    older: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    older.review(line_of(older, "killed"), "confirmed")
    shorter = _Shortening(files._shared_reader())
    monkeypatch.setattr(files, "_opened", [shorter])
    (done,) = older.reread([3])
    assert (done.kept, done.flagged, done.lost) == (0, 1, 0)
    assert contents(older, "status:flagged") == ["that 14 people were killed in the"]


class _Shortening:
    """A reader whose contents end a word earlier."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.card = reader.card

    def read(self, article: Any) -> Any:
        found = self.reader.read(article)
        statements = []
        for one in found.statements:
            (span,) = one.content.spans
            words = span.of(article.text).rpartition(" ")[0]
            statements.append(replace(one, content=Role((Span(span.start, span.start + len(words)),)), figures=()))
        return replace(found, statements=tuple(statements))


def test_decisions_on_speakers_without_a_full_name_survive(older: Desk) -> None:
    full, surname = (next(one for one in older.speakers() if one.name == name) for name in ("Tomas Brandl", "Brandl"))
    older.merge(full.id, surname.id, reason="the ferry's owner told us")
    before = older.speaker(full.id).identity
    list(older.reread())
    assert older.speaker(full.id).identity.statements == before.statements == 2
    assert len(older.search("speaker:Tomas").hits) == 2
    older.undo(1, reason="another Brandl")
    assert [one.statements for one in older.speakers("Brandl")] == [1, 1]


def test_what_is_read_anew_is_no_news(older: Desk) -> None:
    older.watch("dam", "dam")
    list(older.reread())
    assert list(older.alerts()) == []


def test_the_older_version_of_an_article_is_not_read_anew(older: Desk) -> None:
    (done,) = older.reread([1])
    assert done.added is None
    assert done.failure is not None
    assert "was superseded" in done.failure.line
    assert older.search().count == 6


def test_an_unknown_number_is_wrong_usage(older: Desk) -> None:
    with pytest.raises(UsageError, match="article 99 is not in the ledger"):
        list(older.reread([99]))


def test_an_article_that_fails_keeps_its_older_reading(older: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Faulty:
        card = files.reader_card()

        def read(self, article: Any) -> Any:
            raise ZeroDivisionError

    monkeypatch.setattr(files, "_opened", [Faulty()])
    done = list(older.reread())
    assert [one.failure is not None for one in done] == [True] * 3
    assert older.search().count == 6


def test_as_of_an_earlier_moment_the_older_reading_stands(older: Desk, filled: Filled) -> None:
    list(older.reread())
    assert contents(older, "killed", at=filled.after) == ["that 14 people were killed in the flood"]
