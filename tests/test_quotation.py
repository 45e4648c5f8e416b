"""Quotations in every house style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.quotation import Quotation, find_quotations

STYLES = [
    pytest.param('"We held," she said.', ['"We held,"'], id="straight"),
    pytest.param("“We held,” she said.", ["“We held,”"], id="curly"),
    pytest.param("'We held,' she said.", ["'We held,'"], id="straight-single"),
    pytest.param("‘We held,’ she said.", ["‘We held,’"], id="curly-single"),
    pytest.param("«We held», she said.", ["«We held»"], id="guillemets"),
    pytest.param("»We held«, she said.", ["»We held«"], id="guillemets-inward"),
    pytest.param("„We held“, she said.", ["„We held“"], id="low-marks"),
    pytest.param("`We held,` she said.", ["`We held,`"], id="backticks"),
    pytest.param("``We held,'' she said.", ["``We held,''"], id="tex"),
    pytest.param("''We held,'' she said.", ["''We held,''"], id="doubled-single"),
    pytest.param('The "panic" and the "rout" began.', ['"panic"', '"rout"'], id="two"),
    pytest.param('("We held," she said)', ['"We held,"'], id="bracket"),
    pytest.param('She said:"We held."', ['"We held."'], id="no-space-before"),
]
NONE = [
    pytest.param("The workers' rights and Korvin's men.", id="apostrophes"),
    pytest.param("It's the boys' own '90s rock 'n' roll.", id="elisions"),
    pytest.param("He stood 6' 2 tall, 5' from us.", id="feet"),
    pytest.param("Nothing to see.", id="plain"),
]


def quoted(text: str) -> list[str]:
    return [one.span.of(text) for one in find_quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_a_quotation_is_found_with_its_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_an_apostrophe_opens_nothing(text: str) -> None:
    assert quoted(text) == []


def test_the_words_inside_stand_between_the_marks() -> None:
    text = "``We held,'' she said."
    (one,) = find_quotations(text, Span(0, len(text)))
    assert one.inside.of(text) == "We held,"
    assert one.closed


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    assert quoted("'The workers' rights were ignored,' he said.") == ["'The workers' rights were ignored,'"]


def test_an_unclosed_mark_lasts_to_the_paragraphs_end() -> None:
    text = '"We held. We will hold again.'
    assert find_quotations(text, Span(0, len(text))) == (Quotation(Span(0, len(text)), 1, 0, False),)


def test_a_mark_that_opens_again_ends_the_one_left_open() -> None:
    assert quoted('"We held, he said. "We will hold."') == ['"We held, he said. ', '"We will hold."']


def test_an_unclosed_single_mark_inside_a_paragraph_is_no_quotation() -> None:
    assert quoted("He said 'we will hold and left.") == []
    assert quoted("'Fighters have left.") == []


def test_a_single_mark_that_opens_a_paragraph_may_be_left_open() -> None:
    assert quoted("‘They came at night and took the boats.") == ["‘They came at night and took the boats."]


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert quoted("\"He told me 'go home' and left,\" she said.") == ["\"He told me 'go home' and left,\""]


def test_only_the_paragraph_is_read() -> None:
    text = '"One"\n"Two"'
    assert [one.span.of(text) for one in find_quotations(text, Span(6, 11))] == ['"Two"']


@given(st.text(alphabet="ab s.,'\"“”‘’`«»\n", max_size=60))
def test_quotations_lie_in_the_paragraph_in_order_and_apart(text: str) -> None:
    for paragraph in Article(text).paragraphs:
        end = paragraph.start
        for one in find_quotations(text, paragraph):
            assert end <= one.span.start <= one.inside.start <= one.inside.end <= one.span.end <= paragraph.end
            end = one.span.end
