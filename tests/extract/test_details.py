"""Figures, times and places, each with the statement in whose words it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.extract.details import Contents, with_details
from attribune.extract.entities import Entities, Entity
from attribune.statement import Role, Statement
from tests.builders import a_span, a_statement

TEXT = (
    "Some 40 people fled Norway in 2014.\n"
    "Korvin said 12 boats had left Oslo on Monday, where the mayor had said 7 boats were lost in Bergen.\n"
    "It rained for 3 days."
)
ARTICLE = Article(TEXT, published=datetime(2031, 3, 5, 9, tzinfo=UTC))
OUTER = a_statement(
    ARTICLE, "12 boats had left Oslo on Monday, where the mayor had said 7 boats were lost in Bergen", id=0
)
INNER = a_statement(ARTICLE, "7 boats were lost in Bergen", id=1, parent=0)


def places(**kinds: str) -> Entities:
    return Entities(places=tuple(Entity(a_span(ARTICLE, words), kind) for words, kind in kinds.items()))


PLACES = places(Norway="place", Oslo="place", Bergen="place")


def detailed(entities: Entities = PLACES) -> list[Statement]:
    return with_details(ARTICLE, [OUTER, INNER], entities)[0]


def test_figures_belong_to_the_innermost_statement() -> None:
    outer, inner = detailed()
    assert [one.low for one in outer.figures] == [12]
    assert [one.low for one in inner.figures] == [7]


def test_figures_in_nobodys_words_are_the_outlets() -> None:
    assert [one.low for one in with_details(ARTICLE, [OUTER, INNER], Entities())[1]] == [40]


def test_times_are_counted_from_the_day_of_publication() -> None:
    outer, inner = detailed()
    assert [one.start.isoformat() for one in outer.when] == ["2031-03-03"]
    assert inner.when == ()


def test_a_time_is_not_told_where_the_day_of_publication_is_not_known() -> None:
    found, _ = with_details(Article(TEXT), [OUTER, INNER], Entities())
    assert found[0].when == ()


def test_places_belong_to_the_innermost_statement() -> None:
    assert [[one.name for one in statement.where] for statement in detailed()] == [["Oslo"], ["Bergen"]]


@pytest.mark.parametrize(
    ("kind", "expected"), [("place", ["place"]), ("government", ["government"]), ("adjective", [])], ids=str
)
def test_a_government_is_told_from_a_place_and_an_adjective_is_none(kind: str, expected: list[str]) -> None:
    assert [one.kind for one in detailed(places(Oslo=kind))[0].where] == expected


def test_an_article_without_statements_has_the_outlets_figures() -> None:
    found, figures = with_details(Article("12 people fled."), [], Entities())
    assert (found, [one.low for one in figures]) == ([], [12])


def content(identity: int, *spans: tuple[int, int]) -> Statement:
    return Statement(identity, None, None, Role(tuple(Span(*span) for span in spans)), "indirect")


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, 0), (4, 0), (5, 1), (7, 2), (8, 2), (9, 1), (11, 0), (19, 0), (20, None), (30, 0), (35, None)],
    ids=str,
)
def test_the_innermost_content_holds_a_position(position: int, expected: int | None) -> None:
    contents = Contents([content(2, (7, 9)), content(0, (0, 20), (30, 35)), content(1, (5, 11))])
    assert contents.innermost(Span(position, position + 1)) == expected


def test_a_long_content_is_not_lost_behind_many_short_ones() -> None:
    short = [content(number, (10 * number, 10 * number + 5)) for number in range(1, 40)]
    assert Contents([content(0, (0, 1000)), *short]).innermost(Span(500, 501)) == 0


def test_of_the_same_words_the_inner_statement_has_them() -> None:
    assert Contents([content(0, (0, 9), (20, 40)), content(1, (0, 9))]).innermost(Span(3, 4)) == 1


def test_without_contents_everything_is_in_nobodys_words() -> None:
    assert Contents([]).innermost(Span(0, 1)) is None


@dataclass(frozen=True)
class Sign:
    span: Span


def test_details_are_shared_out_in_their_order() -> None:
    signs = [Sign(Span(place, place + 1)) for place in (3, 50, 1, 60)]
    assert Contents([content(0, (0, 9))]).share(signs) == {0: [signs[0], signs[2]], None: [signs[1], signs[3]]}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=12), st.integers(0, 50))
def test_the_shortest_content_of_all_is_found(pieces: list[tuple[int, int]], position: int) -> None:
    statements = [content(number, (start, start + length)) for number, (start, length) in enumerate(pieces)]
    holding = [one for one in statements if one.content.start <= position < one.content.end]
    best = min(holding, key=lambda one: (one.content.spans[0].length, -one.id), default=None)
    assert Contents(statements).innermost(Span(position, position + 1)) == (best.id if best else None)
