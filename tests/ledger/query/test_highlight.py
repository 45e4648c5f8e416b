from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.ledger.query import Node, highlights, parse
from tests.ledger.query.samples import queries

TEXT = "😀 The old bridge’s piers fell; old bridges and the river burned"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("bridge", ["bridge’s", "bridges"], id="all forms"),
        pytest.param('"old bridge"', ["old bridge’s", "old bridges"], id="phrase"),
        pytest.param('"old bridge" "bridges and"', ["old bridge’s", "old bridges and"], id="overlap"),
        pytest.param("bri* river", ["bridge’s", "bridges", "river"], id="beginning"),
        pytest.param("river -old", ["river"], id="not under not"),
        pytest.param("river OR (fell -speaker:old)", ["fell", "river"], id="tree"),
        pytest.param("speaker:bridge date:2031", [], id="other fields"),
        pytest.param("lake", [], id="no hit"),
    ],
)
def test_words_that_were_found(query: str, expected: list[str]) -> None:
    assert [span.of(TEXT) for span in highlights(parse(query), TEXT)] == expected


@given(queries, st.text(st.sampled_from("ab bridge river É\n😀")))
def test_spans_are_in_order_and_apart(node: Node, text: str) -> None:
    spans = highlights(node, text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
