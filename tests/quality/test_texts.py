"""Corpora's tokens as running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.texts import in_part, join


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Korvin left .", "Korvin left."),
        ("Korvin 's dog , Rex , did n't bark !", "Korvin's dog, Rex, didn't bark!"),
        ("they ’ll see ( it ) [ now ]", "they’ll see (it) [now]"),
        ('" It fell , " he said . " Yes . "', '"It fell," he said. "Yes."'),
        ("“ It fell ”", "“It fell”"),
        ("$ 5 and 7 % of it", "$5 and 7% of it"),
        ("a well - known man", "a well-known man"),
        (". Korvin", ". Korvin"),
        ("", ""),
    ],
    ids=str,
)
def test_tokens_are_joined_as_they_are_written(tokens: str, text: str) -> None:
    assert join([tokens.split()])[0] == text + "\n"


def test_each_sentence_is_a_line_and_a_quotation_ends_with_it() -> None:
    assert join([['"', "Yes"], ["No", '"', "he", "said"]])[0] == '"Yes\nNo "he said\n'


@given(st.lists(st.lists(st.text(min_size=1, max_size=5), max_size=8), max_size=4))
def test_every_token_stands_where_it_is_said_to(sentences: list[list[str]]) -> None:
    text, spans = join(sentences)
    assert [[span.of(text) for span in placed] for placed in spans] == sentences


def test_one_text_in_so_many_is_kept_and_always_the_same() -> None:
    kept = [key for key in map(str, range(1000)) if in_part(key, 4)]
    assert 200 < len(kept) < 300
    assert kept == [key for key in map(str, range(1000)) if in_part(key, 4)]


def test_of_one_in_one_all_are_kept() -> None:
    assert all(in_part(key, 1) for key in "abc")
