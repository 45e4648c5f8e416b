"""The nearest in meaning among the lines of a query, however many those are."""

from __future__ import annotations

from datetime import datetime

import pytest

from attribune.desk import meanings
from attribune.desk.desk import Desk
from tests.desk.conftest import Filled
from tests.desk.news import line_of


def near(desk: Desk, query: str = "", at: datetime | None = None, limit: int = 2) -> list[tuple[int, float | None]]:
    return [(hit.line.id, hit.score) for hit in desk.search(query, like="people died", limit=limit, at=at).hits]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines are more than are looked at one by one."""
    monkeypatch.setattr(meanings, "CHOSEN", 1)
    monkeypatch.setattr(meanings, "SPARE", 0)


@pytest.mark.parametrize(
    "query", ["kind:named_person", "speaker:Korvin", "-killed", "status:corrected", "zeppelin", ""]
)
@pytest.mark.parametrize("ranked", [0, 2_000], ids=["among the query's", "the nearest first"])
@pytest.mark.parametrize("then", [True, False], ids=["as of then", "now"])
def test_a_query_with_many_lines_finds_what_one_with_few_finds(
    full_desk: Desk, filled: Filled, monkeypatch: pytest.MonkeyPatch, query: str, ranked: int, then: bool
) -> None:
    full_desk.review(line_of(full_desk, "boats"), "corrected", corrections={"speaker": "Ida Korvin"})
    full_desk.review(line_of(full_desk, "alarm"), "corrected", corrections={"speaker": "Vera Lindqvist"})
    at = filled.between if then else None
    few = near(full_desk, query, at)
    monkeypatch.setattr(meanings, "CHOSEN", 1)
    monkeypatch.setattr(meanings, "SPARE", 0)
    monkeypatch.setattr(meanings, "RANKED", ranked)
    assert near(full_desk, query, at) == few


def test_the_oldest_of_many_lines_is_found(full_desk: Desk, many: None) -> None:
    oldest = min(hit.line.id for hit in full_desk.search("speaker:Korvin OR speaker:Brandl").hits)
    found = near(full_desk, "speaker:Korvin OR speaker:Brandl", limit=10)
    assert oldest in [line for line, _ in found]


def test_of_some_lines_each_has_its_score(full_desk: Desk) -> None:
    every = dict(near(full_desk, limit=10))
    with full_desk.ledger.reading_from() as reader:
        assert meanings.Meanings().scores(reader, "people died", list(every)) == every
        assert meanings.Meanings().scores(reader, "people died", [99]) == {99: -1.0}
