"""Words and word pieces, with what the network is told about each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.reader.tokens import (
    DIGITS,
    INITIAL,
    INSIDE,
    LOWER,
    MIXED,
    PARAGRAPH_START,
    SHAPES,
    SIGN,
    TITLE,
    UPPER,
    shape_of,
)
from tests.scored import tokens_of

TEXT = "The bridge's fall.\n\n“Nobody came,” Korvin said."


def words_of(article: Article) -> list[str]:
    tokens = tokens_of(article)
    return [article.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def test_words_and_marks_are_words() -> None:
    assert words_of(Article("The bridge's fall.")) == ["The", "bridge", "'", "s", "fall", "."]


def test_furniture_is_left_out() -> None:
    assert words_of(Article("Home >\nIt fell.", furniture=(Span(0, 6),))) == ["It", "fell", "."]


def test_every_house_style_gives_the_same_pieces() -> None:
    styles = [
        '"Nobody came," she said.',
        "“Nobody came,” she said.",
        "''Nobody came,'' she said.",
        "‘Nobody came,’ she said.",
    ]
    pieces = [tokens_of(Article(text)).pieces.tolist() for text in styles]
    assert pieces == [pieces[0]] * len(styles)


def test_signs_tell_quotations_and_paragraph_starts() -> None:
    tokens = tokens_of(Article(TEXT))
    signs = dict(zip(words_of(Article(TEXT)), tokens.signs[tokens.first].tolist(), strict=True))
    assert signs["The"] == PARAGRAPH_START
    assert signs["“"] == INSIDE + PARAGRAPH_START
    assert signs["Nobody"] == INSIDE
    assert signs["Korvin"] == 0


def test_paragraphs_point_to_their_first_words() -> None:
    tokens = tokens_of(Article(TEXT))
    assert tokens.paragraphs.tolist() == [0, 6, len(tokens)]


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param(" \n\n ", id="blank")])
def test_no_text_gives_no_tokens(text: str) -> None:
    tokens = tokens_of(Article(text))
    assert len(tokens) == len(tokens.pieces) == 0
    assert tokens.paragraphs.tolist() == [0]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_words_lie_in_the_text_in_order_and_apart(text: str) -> None:
    tokens = tokens_of(Article(text))
    assert np.all(tokens.starts < tokens.ends)
    assert np.all(tokens.ends[:-1] <= tokens.starts[1:])
    assert tokens.ends[-1:].sum() <= len(text)
    assert len(tokens.signs) == len(tokens.pieces)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("bridge", LOWER),
        ("é", LOWER),
        ("3rd", LOWER),
        ("Lodra", TITLE),
        ("Él", TITLE),
        ("LODRA", UPPER),
        ("3D", UPPER),
        ("A", INITIAL),
        ("Š", INITIAL),
        ("McRae", MIXED),
        ("iPhone", MIXED),
        ("½", MIXED),
        ("北京", MIXED),
        ("2031", DIGITS),
        ("٣", DIGITS),
        (",", SIGN),
        ("“", SIGN),
        ("🌉", SIGN),
    ],
    ids=str,
)
def test_a_word_has_its_shape(word: str, shape: int) -> None:
    assert shape_of(word) == shape


def test_every_word_of_a_text_has_its_shape() -> None:
    shapes = tokens_of(Article("A BRIDGE in Lodra: 12 dead")).shapes
    assert shapes.tolist() == [INITIAL, UPPER, LOWER, TITLE, SIGN, DIGITS, LOWER]


@given(st.text(min_size=1, max_size=8))
def test_any_word_has_a_shape_that_is_not_a_windows_frame(word: str) -> None:
    assert 0 < shape_of(word) < SHAPES
