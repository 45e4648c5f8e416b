"""Every database finds what the twin in memory finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribune.ledger.query import Document, Everything, Facts, Node, Not, Phrase, matches, parse
from tests.ledger.query.samples import documents, term_queries
from tests.ledger.query.stores import POSTGRES, FullText, Vectors, vectors

NO_SERVER = pytest.mark.skipif(POSTGRES is None, reason="ATTRIBUNE_TEST_POSTGRES names no server")
RANDOM = settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def server() -> Iterator[Vectors]:
    with vectors() as store:
        yield store


def fill(store: FullText | Vectors, statements: list[Document]) -> None:
    for number, document in enumerate(statements):
        store.add(number, document.terms())


def expected(node: Node, statements: list[Document]) -> set[int]:
    return {number for number, document in enumerate(statements) if matches(node, document.terms(), Facts())}


@RANDOM
@given(st.lists(documents, max_size=4), term_queries)
def test_sqlite_finds_what_the_twin_finds(statements: list[Document], node: Node) -> None:
    with FullText() as store:
        fill(store, statements)
        assert store.find(node) == expected(node, statements)


@NO_SERVER
@RANDOM
@given(statements=st.lists(documents, max_size=4), node=term_queries)
def test_postgresql_finds_what_the_twin_finds(statements: list[Document], node: Node) -> None:
    with vectors() as store:
        fill(store, statements)
        assert store.find(node) == expected(node, statements)


@NO_SERVER
@RANDOM
@given(text=st.text())
def test_postgresql_keeps_terms_whole(server: Vectors, text: str) -> None:
    document = Document(text, speaker=(text,))
    server.add(1, document.terms())
    assert set(document.terms()) <= server.terms()


MANY = " ".join(f"word{number}" for number in range(1500))


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(MANY, id="and"),
        pytest.param(MANY.replace(" ", " OR "), id="or"),
        pytest.param(MANY.replace(" ", " -"), id="not"),
        pytest.param(f'"{MANY}"', id="phrase"),
        pytest.param("-(word1 OR (word2 " * 10 + "word3" + "))" * 10, id="deep"),
    ],
)
def test_sqlite_takes_the_longest_queries(query: str) -> None:
    with FullText() as store:
        fill(store, [Document(""), Document(MANY)])
        assert store.find(parse(query)) == expected(parse(query), [Document(""), Document(MANY)])


def test_a_query_of_nothing_but_not_finds_the_others() -> None:
    with FullText() as store:
        fill(store, [Document("bridge"), Document("river"), Document("")])
        assert store.find(Not(Phrase("content", ("river",)))) == {0, 2}
        assert store.find(Everything()) == {0, 1, 2}
