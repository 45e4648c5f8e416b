"""Windows over an article's words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.reader.windows import find_windows
from tests.scored import tokens_of


def windows_of(text: str, limit: int) -> list[Span]:
    return find_windows(tokens_of(Article(text)), text, limit)


def test_paragraphs_that_fit_share_a_window() -> None:
    assert windows_of("One two.\nThree four.", 6) == [Span(0, 6)]


def test_a_paragraph_stays_whole_where_it_fits() -> None:
    assert windows_of("One two.\nThree four.", 5) == [Span(0, 3), Span(3, 6)]


def test_a_long_paragraph_is_cut_at_a_sentences_end() -> None:
    assert windows_of("One two three four. Five six seven.", 7) == [Span(0, 5), Span(5, 9)]


def test_a_sentence_without_end_is_cut_between_words() -> None:
    assert windows_of("one two three four five six seven", 4) == [Span(0, 4), Span(4, 7)]


def test_a_word_longer_than_a_window_is_a_window() -> None:
    assert windows_of("a" + "qxz" * 30 + " b", 4)[0] == Span(0, 1)


@settings(deadline=None)
@given(st.text(alphabet="Ab c.\n", max_size=120), st.integers(min_value=2, max_value=12))
def test_windows_cover_every_word_once(text: str, limit: int) -> None:
    windows = windows_of(text, limit)
    assert [word for window in windows for word in range(*window)] == list(range(len(tokens_of(Article(text)))))


def test_a_paragraph_without_words_is_in_no_window() -> None:
    assert windows_of("\x1b\nIt fell.", 10) == [Span(0, 3)]
