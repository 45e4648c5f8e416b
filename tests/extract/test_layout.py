"""Sentences, paragraphs and quotations by position."""

from __future__ import annotations

from attribune.article import Article
from attribune.extract.layout import lay_out
from attribune.quotation import find_quotations

TEXT = 'Mr. Lark met Gen. A. Holt. "The bridge is closed for good," he said!\nThe end came.'


def test_sentences_end_at_full_stops_but_not_after_titles() -> None:
    layout = lay_out(Article(TEXT), ())
    assert [TEXT[start:][:8] for start in layout.sentences] == ["Mr. Lark", '"The bri', "The end "]


def test_a_position_has_its_sentence_and_paragraph() -> None:
    layout = lay_out(Article(TEXT), ())
    position = TEXT.index("end came")
    assert (layout.sentence(position), layout.paragraph(position)) == (2, 1)


def test_quotations_are_sought_where_none_are_given() -> None:
    article = Article(TEXT)
    layout = lay_out(article, find_quotations(TEXT, article.paragraphs[0]))
    assert layout == lay_out(article, ())
    assert layout.quotation(TEXT.index("bridge")) is not None
    assert layout.quotation(TEXT.index("he said")) is None
    assert layout.quotation(0) is None
