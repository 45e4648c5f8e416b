"""Contents that report somebody's words, as texts of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.extract.excerpts import FEWEST, Excerpts, find_excerpts
from attribune.reader.tokens import INSIDE, PARAGRAPH_START
from attribune.statement import Role, Statement
from tests.builders import Words, a_statement
from tests.scored import tokens_of

TEXT = (
    "Korvin said the mayor had told reporters that it fell.\n"
    "“The guards,” Lund said, “have told us that it was weak.”\n"
    "Cole said it rained all day in the old town.\n"
    "Brook said that “the guards” had told him it “fell at noon”.\n"
)
ARTICLE = Article(TEXT)
MAYOR = "the mayor had told reporters that it fell"
GUARDS = ("“The guards,”", "“have told us that it was weak.”")
MIXED = "that “the guards” had told him it “fell at noon”"


def excerpts(*contents: Words, **options: object) -> Excerpts | None:
    found = [a_statement(ARTICLE, content, id=number, **options) for number, content in enumerate(contents)]
    return find_excerpts(TEXT, found, tokens_of(ARTICLE))


def some(*contents: Words, **options: object) -> Excerpts:
    found = excerpts(*contents, **options)
    assert found is not None
    return found


def words_of(found: Excerpts) -> list[str]:
    starts, ends = found.tokens.starts, found.tokens.ends
    return [TEXT[start:end] for start, end in zip(starts, ends, strict=True)]


def test_a_content_that_reports_speech_is_a_paragraph_of_its_own() -> None:
    found = some(MAYOR, "it rained all day in the old town", MIXED)
    assert found.hosts == (0, 2)
    assert found.tokens.paragraphs.tolist() == [0, 8, 21]
    assert " ".join(words_of(found)[:8]) == MAYOR


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("it rained all day in the old town", id="nobody speaks"),
        pytest.param("told reporters that it fell", id="too short"),
    ],
)
def test_other_contents_are_not_read_again(content: str) -> None:
    assert excerpts(content) is None


def test_a_content_inside_another_is_not_read_again() -> None:
    assert excerpts(MAYOR, parent=0) is None


def test_nothing_is_read_again_in_an_article_without_statements() -> None:
    assert excerpts() is None


def test_the_fewest_words_do() -> None:
    assert len(some("mayor had told reporters that it").tokens) == FEWEST


def test_quotation_marks_at_the_edges_are_left_out() -> None:
    assert " ".join(words_of(some(GUARDS))) == "The guards , ” “ have told us that it was weak ."


def test_a_content_of_marks_alone_is_no_excerpt() -> None:
    text = "told “ “ “ ” ” ”"
    article = Article(text)
    content = a_statement(article, ["told", "“ “ “ ” ” ”"])
    assert find_excerpts(text, [content], tokens_of(article)) is None


def test_each_word_keeps_its_pieces_place_and_shape() -> None:
    found = some(GUARDS, MIXED)
    tokens, whole = found.tokens, tokens_of(ARTICLE)
    ends, whole_ends = np.append(tokens.first[1:], len(tokens.pieces)), np.append(whole.first[1:], len(whole.pieces))
    for word, place in enumerate(found.words.tolist()):
        pieces = whole.pieces[whole.first[place] : whole_ends[place]]
        assert tokens.pieces[tokens.first[word] : ends[word]].tolist() == pieces.tolist()
        assert tokens.shapes[word] == whole.shapes[place]
        assert (tokens.starts[word], tokens.ends[word]) == (whole.starts[place], whole.ends[place])
    assert len(tokens.signs) == len(tokens.pieces)


def test_only_the_first_word_of_each_excerpt_starts_a_paragraph() -> None:
    tokens = some(GUARDS, MIXED).tokens
    starting = np.flatnonzero(tokens.signs & PARAGRAPH_START)
    assert starting.tolist() == tokens.first[tokens.paragraphs[:-1]].tolist()


@pytest.mark.parametrize(("quote", "inside"), [("direct", False), ("mixed", True)])
def test_a_content_wholly_in_quotation_marks_is_read_as_plain_text(quote: str, inside: bool) -> None:
    tokens = some(MIXED, quote=quote).tokens
    assert bool(np.any(tokens.signs & INSIDE)) is inside
    assert tokens.quotations == ()


def test_a_word_belongs_to_the_statement_in_whose_content_it_stands() -> None:
    found = some(MAYOR, "it rained all day in the old town", MIXED)
    assert [found.host_at(word) for word in (0, 7, 8, 20)] == [0, 0, 2, 2]
    assert [found.paragraph_at(word) for word in (7, 8)] == [Span(0, 8), Span(8, 21)]


def test_a_range_of_words_is_cut_where_the_article_has_others() -> None:
    assert [span.of(TEXT) for span in some(GUARDS).spans(Span(0, 8))] == ["The guards,”", "“have told us"]


def test_a_range_of_words_in_a_row_is_one_span() -> None:
    assert [span.of(TEXT) for span in some(MAYOR).spans(Span(1, 4))] == ["mayor had told"]


@pytest.mark.parametrize(
    ("verb", "read"),
    [
        ("said", True),
        ("says", True),
        ("say", True),
        ("denied", True),
        ("warned", True),
        ("claim", True),
        ("note", False),
        ("notes", False),
        ("noted", True),
        ("included", False),
        ("held", False),
        ("thought", False),
        ("walked", False),
    ],
    ids=str,
)
def test_some_verbs_tell_of_speech_whatever_stands_around_them(verb: str, read: bool) -> None:
    text = f"Korvin said it was so that they {verb} that all was lost for good."
    content = a_statement(Article(text), f"it was so that they {verb} that all was lost for good")
    found = find_excerpts(text, [content], tokens_of(Article(text)))
    assert (found is not None) is read


PARTS: Sequence[str] = ("the mayor", "told", "“", "”", "said it fell", ",", "🌉", "é", "\n", "that", "'")


@given(st.lists(st.sampled_from(PARTS), max_size=30), st.data())
def test_any_content_gives_whole_words_in_order(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=0, max_size=6)))
    spans = [Span(one, two) for one, two in zip(cuts[::2], cuts[1::2], strict=False)]
    statements = [Statement(n, None, None, Role((span,)), "indirect") for n, span in enumerate(spans)]
    found = find_excerpts(text, statements, tokens_of(Article(text)))
    if found is None:
        return
    assert np.all(np.diff(found.tokens.starts) > 0)
    for number, host in enumerate(found.hosts):
        words = found.paragraph_at(int(found.tokens.paragraphs[number]))
        assert all(spans[host].covers(span) for span in found.spans(words))
