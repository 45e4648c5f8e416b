from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Span
from attribune.evaluate.words import Fragment, Words, tokens_in, words_of
from tests.evaluate.build import spans

TEXT = "“Stop,” he said -- “now,” at O'Brien's St. Odile's e-mail _x"


def tokens(text: str) -> list[str]:
    words = words_of(text)
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It's gone.", ["It's", "gone", "."], id="inner apostrophe"),
        pytest.param("O’Dell’s", ["O’Dell’s"], id="curly apostrophe"),
        pytest.param("U.S. troops", ["U.S", ".", "troops"], id="inner dot"),
        pytest.param("mother-in-law --", ["mother-in-law", "-", "-"], id="hyphens and a dash"),
        pytest.param("1,200", ["1", ",", "200"], id="comma parts"),
        pytest.param(" \n\t", [], id="white space"),
    ],
)
def test_tokens_are_words_and_single_marks(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize("span", [Span(3, 3), Span(5, 2), Span(500, 900), Span(-9, 0)])
def test_a_span_without_a_word_is_no_fragment(span: Span) -> None:
    assert words_of(TEXT).fragments([span]) == ()


def test_marks_at_the_edges_make_no_difference() -> None:
    words = words_of(TEXT)
    assert words.fragments(spans(TEXT, "“Stop,”")) == words.fragments(spans(TEXT, "Stop")) != ()


def test_part_of_a_word_counts_as_the_word() -> None:
    assert words_of("Lodra fell").fragments([Span(3, 7)]) == (Fragment(0, 2),)


def test_a_token_that_starts_with_an_underscore_is_no_word() -> None:
    assert words_of(TEXT).fragments(spans(TEXT, "_x")) == ()


def test_fragments_that_touch_but_for_marks_are_one() -> None:
    text = "gone, “all gone” she said"
    assert words_of(text).fragments(spans(text, "gone", "all gone")) == (Fragment(0, 5),)


def test_fragments_with_a_word_between_stay_apart() -> None:
    text = "gone, she said, all gone"
    assert len(words_of(text).fragments(spans(text, "gone,", "all"))) == 2


def test_a_fragment_inside_another_vanishes_in_it() -> None:
    assert words_of("one two three").fragments([Span(0, 13), Span(4, 7)]) == (Fragment(0, 3),)


def test_order_of_spans_makes_no_difference() -> None:
    words = words_of("one two three four")
    assert words.fragments([Span(14, 18), Span(0, 3)]) == words.fragments([Span(0, 3), Span(14, 18)])


@given(st.text("ab '’.-_“\n", max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=6))
def test_fragments_are_ordered_apart_and_end_in_words(text: str, pairs: list[tuple[int, int]]) -> None:
    words: Words = words_of(text)
    found = words.fragments(Span(*pair) for pair in pairs)
    assert all(words.is_word[one.start] and words.is_word[one.end - 1] for one in found)
    assert all(any(words.is_word[a.end : b.start]) for a, b in pairwise(found))
    assert len(tokens_in(found)) == sum(one.end - one.start for one in found)
