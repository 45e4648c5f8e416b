from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from attribune.ledger.query import Document, Everything, Facts, Node, fts5, is_terms, matches, parse, split, tsquery
from tests.ledger.query.samples import documents, facts, queries


@given(queries, documents, facts)
def test_terms_and_rest_find_what_the_query_finds(node: Node, document: Document, known: Facts) -> None:
    terms = replace(
        document,
        of=tuple(figure.of or "" for figure in known.figures),
        counts=tuple(figure.counts for figure in known.figures),
    ).terms()
    parts = split(node)
    assert is_terms(parts.terms)
    assert matches(node, terms, known) == all(matches(part, terms, known) for part in parts)


@pytest.mark.parametrize(
    ("query", "index", "rest"),
    [
        pytest.param("a -b", "a -b", "*", id="terms only"),
        pytest.param("date:2031", "*", "date:2031", id="no terms"),
        pytest.param("a date:2031", "a", "date:2031", id="both"),
        pytest.param("a OR date:2031", "*", "a OR date:2031", id="either"),
        pytest.param("a (b OR (c status:flagged))", "a (b OR c)", "b OR (c status:flagged)", id="inside"),
        pytest.param("a -(b date:2031)", "a", "-(b date:2031)", id="not of both"),
    ],
)
def test_the_index_narrows_where_it_can(query: str, index: str, rest: str) -> None:
    found = split(parse(query))
    assert (str(found.terms), str(found.rest)) == (index, str(parse(rest)))


def test_the_index_knows_what_figures_count() -> None:
    found = split(parse("figure:>5 of:children counts:killed a"))
    assert fts5(found.terms) == '("f_children" AND "n_killed" AND "a")'
    assert str(found.rest) == "figure:>5 of:children counts:killed"


@pytest.mark.parametrize(
    ("query", "sqlite", "postgresql"),
    [
        pytest.param("a", '"a"', "'a'", id="word"),
        pytest.param('speaker:"a b"*', '"s_a s_b" *', "('s_a' <-> 's_b':*)", id="phrase"),
        pytest.param("a -b -c", '("a" NOT ("b" OR "c"))', "('a' & !'b' & !'c')", id="not"),
        pytest.param("a OR -b", '("a" OR ("__" NOT ("b")))', "('a' | !'b')", id="or not"),
        pytest.param("*", '"__"', "'__'", id="everything"),
    ],
)
def test_queries_of_the_databases(query: str, sqlite: str, postgresql: str) -> None:
    assert (fts5(parse(query)), tsquery(parse(query))) == (sqlite, postgresql)


@pytest.mark.parametrize("write", [fts5, tsquery])
def test_what_is_no_term_is_refused(write: Callable[[Node], str]) -> None:
    with pytest.raises(ValueError, match="date:2031"):
        write(parse("a date:2031"))


def test_nothing_is_left_of_everything() -> None:
    assert split(Everything()) == (Everything(), Everything())
