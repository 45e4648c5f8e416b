from __future__ import annotations

import pytest

from attribune.ledger.query import Phrase, fts5, tsquery, tsvector


@pytest.mark.parametrize(
    ("terms", "literal"),
    [
        pytest.param(["b", "a", "b"], "'b':1,3 'a':2", id="positions"),
        pytest.param(["it's", "a\\b"], "'it''s':1 'a\\\\b':2", id="quoting"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_a_tsvector_holds_each_term_once(terms: list[str], literal: str) -> None:
    assert tsvector(terms) == literal


def test_positions_end_where_a_tsvector_ends() -> None:
    literal = tsvector([*(["a"] * 300), *map(str, range(16_300))])
    assert literal.startswith("'a':1,2,3")
    assert ",255 '0':301 " in literal
    assert "'16082':16383 '16083':16383 " in literal


@pytest.mark.parametrize("term", ["it's", 'say "so"', "back\\slash"])
def test_no_term_ends_its_quotation(term: str) -> None:
    phrase = Phrase("content", (term,))
    assert tsquery(phrase).strip("'").replace("''", "").count("'") == 0
    assert fts5(phrase).strip('"').replace('""', "").count('"') == 0
