from __future__ import annotations

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.ledger.query.tokens import LONGEST_TERM, fold, tokenize
from tests.ledger.query.stores import FullText


def terms(text: str) -> list[str]:
    return [token.term for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bridges were burning", ["bridg", "were", "burn"], id="stems"),
        pytest.param("Russia's Russia’s", ["russia", "russia"], id="possessive"),
        pytest.param("don't O’Brien", ["dont", "obrien"], id="apostrophe inside"),
        pytest.param("'quoted' ’tis", ["quot", "tis"], id="apostrophes around"),
        pytest.param("anti-tank", ["anti", "tank"], id="hyphen"),
        pytest.param("1,200 12,000,000", ["1200", "12000000"], id="thousands"),
        pytest.param("3.5 1,2 1,2345 1,200km", ["3", "5", "1", "2", "1", "2345", "1", "200km"], id="other numbers"),
        pytest.param("U.N. U.S.-led A.B.Cd", ["un", "us", "led", "ab", "cd"], id="initials"),
        pytest.param("Café Cafe\u0301 CAFÉ", ["cafe"] * 3, id="accents"),
        pytest.param(
            "Straße Øresund Łódź Đurić İzmir Þór", ["strass", "oresund", "lodz", "duric", "izmir", "thor"], id="letters"
        ),
        pytest.param("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"], id="invisible"),
        pytest.param("foo_bar __", ["foo", "bar"], id="underscore"),
        pytest.param("Ελλάς ΕΛΛΆΣ", ["ελλασ", "ελλασ"], id="final sigma"),
        pytest.param("ᾀ α\u0313\u0345", ["α", "α"], id="mark that has a capital"),
        pytest.param("١٢ ²", ["12", "2"], id="digits of other scripts"),
        pytest.param("½", ["1u20442"], id="no index keeps it whole"),
        pytest.param("!! — ’ ŉ", ["n"], id="no letters"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_become_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_offsets_are_of_the_given_text() -> None:
    text = "😀 The mayor’s 1,200 cafe\u0301s."
    assert [text[token.start : token.end] for token in tokenize(text)] == ["The", "mayor’s", "1,200", "cafe\u0301s"]


def test_a_term_has_at_most_sixty_characters() -> None:
    assert [len(term) for term in terms("w" * 10_000 + " " + "ﷺ" * 100)] == [LONGEST_TERM] * 2


@given(st.text())
def test_tokens_are_in_order_and_in_the_text(text: str) -> None:
    tokens = tokenize(text)
    ends = [0, *(token.end for token in tokens)]
    assert all(end <= token.start < token.end <= len(text) for end, token in zip(ends, tokens, strict=False))
    assert all(token.term.isalnum() and len(token.term) <= LONGEST_TERM for token in tokens)


@given(st.text())
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


@given(st.text())
def test_a_folded_word_folds_to_itself(text: str) -> None:
    assert all(fold(word) == [word] for word in fold(text))


@given(st.lists(st.text(max_size=8), max_size=8).map(" ".join))
def test_sqlite_keeps_terms_whole(text: str) -> None:
    with FullText() as store:
        store.add(1, terms(text))
        assert store.terms() == set(terms(text))


def test_sqlite_keeps_every_letter_of_unicode() -> None:
    letters = (f"x{chr(code)}" for code in range(sys.maxunicode + 1) if chr(code).isalnum())
    known = {term for letter in letters for term in terms(letter)}
    with FullText() as store:
        store.add(1, [f"s_{term}" for term in known])
        assert store.terms() == {f"s_{term}" for term in known}


def test_threads_stem_alike() -> None:
    texts = [" ".join(f"walk{letter}ings{number}" for number in range(50)) for letter in "abcdefgh" * 3]
    alone = list(map(terms, texts))
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(terms, texts)) == alone
