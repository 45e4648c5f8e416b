"""By what spellings of a word are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link.folding import fold, skeleton, transliterated


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Orbán", "orban"),
        ("ŁUKASZ", "lukasz"),
        ("O’Brien", "obrien"),
        ("Øst", "ost"),
        ("Straße", "strasse"),
        ("İ", "i"),
    ],
)
def test_case_diacritics_and_apostrophes_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("kartapolov", "kartapalov"),
        ("qaddafi", "gadhafi"),
        ("kadafi", "khadafy"),
        ("mohammed", "muhammad"),
        ("zelensky", "zelenskiy"),
        ("yeltsin", "eltsin"),
        ("rouhani", "ruhani"),
        ("abdulla", "abdullah"),
    ],
)
def test_transliterations_have_one_skeleton_and_are_near(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two) != ""
    assert transliterated(one, two) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [("medvedev", "medvedeva"), ("daniel", "danielle"), ("hours", "harris"), ("lee", "li"), ("орлов", "орлав")],
    ids=["a woman's name", "a woman's given name", "too far", "too short", "another script"],
)
def test_other_names_are_no_transliterations(one: str, two: str) -> None:
    assert transliterated(one, two) is None


@given(st.text("aeioukghdmrst", max_size=12), st.text("aeioukghdmrst", max_size=12))
def test_the_distance_is_the_same_both_ways(one: str, two: str) -> None:
    assert transliterated(one, two) == transliterated(two, one)
