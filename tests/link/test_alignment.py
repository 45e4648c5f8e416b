"""Which of some texts are newer forms of which others."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from attribune.link.alignment import align


def texts(*lines: str) -> list[Counter[str]]:
    return [Counter(line.split()) for line in lines]


def test_texts_are_paired_by_common_words() -> None:
    ours = texts("the bridge fell at night", "rain is coming")
    theirs = texts("more rain is coming", "the bridge fell at dawn")
    assert align(ours, theirs, at_least=0.5) == {0: 1, 1: 0}


def test_two_that_fit_equally_are_none() -> None:
    assert align(texts("a b c"), texts("a b d", "a b e"), at_least=0.5) == {}


def test_of_two_that_fit_equally_the_favoured_is_taken() -> None:
    found = align(texts("a b c"), texts("a b d", "a b e"), at_least=0.5, favoured=lambda _one, two: two == 1)
    assert found == {0: 1}


def test_a_text_that_is_anothers_second_best_is_none() -> None:
    assert align(texts("a b c d", "a b c"), texts("a b c d"), at_least=0.5) == {0: 0}


def test_what_is_not_allowed_is_not_paired() -> None:
    assert align(texts("a b"), texts("a b"), at_least=0.5, allowed=lambda _one, _two: False) == {}


def test_words_that_all_texts_have_are_no_sign() -> None:
    assert align(texts(*["the"] * 30), texts("the"), at_least=0.5) == {}


TEXTS = st.lists(st.lists(st.sampled_from("abcde"), max_size=5).map(Counter), max_size=6)


@given(TEXTS, TEXTS)
def test_an_alignment_is_the_same_the_other_way_round(ours: list[Counter[str]], theirs: list[Counter[str]]) -> None:
    forth, back = align(ours, theirs, at_least=0.3), align(theirs, ours, at_least=0.3)
    assert forth == {one: two for two, one in back.items()}
