"""Articles and spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span


def test_a_span_gives_the_words_it_points_to() -> None:
    assert Span(4, 8).of("The 🌉 fell") == "🌉 fe"


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        pytest.param(Span(0, 3), Span(3, 5), False, id="touching"),
        pytest.param(Span(0, 4), Span(3, 5), True, id="sharing"),
        pytest.param(Span(0, 9), Span(3, 5), True, id="covering"),
    ],
)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


def test_the_id_is_the_hash_of_the_text() -> None:
    assert Article("a").id == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_paragraphs_are_lines_without_white_space_and_furniture() -> None:
    article = Article("Home >\n\n  The bridge fell. \nIt rained.", furniture=(Span(0, 6),))
    assert [span.of(article.text) for span in article.paragraphs] == ["The bridge fell.", "It rained."]


def test_the_paragraph_of_a_position_is_found() -> None:
    article = Article("One.\n\nTwo.")
    assert article.paragraph_at(0) == Span(0, 4)
    assert article.paragraph_at(9) == Span(6, 10)
    assert article.paragraph_at(4) is None
    assert Article(" ").paragraph_at(0) is None


@given(st.text(alphabet="a 🌉\u0301\n\t", max_size=40))
def test_paragraphs_hold_every_word_once(text: str) -> None:
    article = Article(text)
    assert "".join("".join(span.of(text).split()) for span in article.paragraphs) == "".join(text.split())
