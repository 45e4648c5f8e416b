from __future__ import annotations

from textwrap import wrap

import pytest

from attribune.errors import NoArticle
from attribune.intake.limits import DEFAULT
from attribune.intake.pdf import HYPHEN
from attribune.intake.pdf_layout import join_hyphens, read_pdf
from tests.intake.pdfs import Line, lines_from, write_pdf
from tests.intake.texts import HEADLINE, LEAD, SECOND, THIRD, read_one


def paragraphs(*pages: list[Line]) -> list[str]:
    return [line for line in read_pdf(write_pdf(*pages), DEFAULT)[0].split("\n") if line]


def block(top: float, text: str) -> list[Line]:
    return lines_from(top, *wrap(text, 80))


def test_lines_are_joined_to_paragraphs_where_space_stands_between_these() -> None:
    page = lines_from(780, HEADLINE, size=20) + block(730, LEAD) + block(690, SECOND) + block(650, THIRD)
    assert paragraphs(page) == [HEADLINE, LEAD, SECOND, THIRD]


def test_a_sentence_that_ends_in_a_short_line_ends_a_paragraph() -> None:
    assert paragraphs(block(700, LEAD) + block(700 - 2 * 13.2, THIRD)) == [LEAD, THIRD]


def test_an_indented_line_begins_a_paragraph() -> None:
    first, *rest = block(686.8, THIRD)
    full = "The council met until late on Tuesday evening in the old hall by the harbour, no."
    assert paragraphs([Line(full, 700), first._replace(x=84), *rest]) == [full, THIRD]


def test_items_and_headings_stand_alone() -> None:
    lines = [
        "Notes",
        "• One thing that is said",
        "• Another thing that is said in more words than the first one was and longer",
    ]
    assert paragraphs(lines_from(700, *lines)) == lines


def test_a_paragraph_goes_on_behind_the_end_of_a_page() -> None:
    first, second = wrap(LEAD, 80)[:1], wrap(LEAD, 80)[1:]
    assert paragraphs(lines_from(60, *first), lines_from(800, *second)) == [LEAD]


def test_running_lines_and_page_numbers_are_left_out() -> None:
    texts = (LEAD, SECOND, THIRD)
    pages = [
        [Line(f"Harbour report 203{n}", 800), *block(700, text), Line(f"Page {n} of 3", 30)]
        for n, text in enumerate(texts, start=1)
    ]
    assert paragraphs(*pages) == list(texts)


def test_a_line_that_stands_on_one_page_stays() -> None:
    assert paragraphs([Line("Harbour report.", 800), *block(700, LEAD)], block(700, THIRD)) == [
        "Harbour report.",
        LEAD,
        THIRD,
    ]


def test_pages_that_are_all_alike_keep_their_lines() -> None:
    assert paragraphs(*[lines_from(700, "The same words.")] * 2) == ["The same words. The same words."]


def test_pages_without_letters_hold_pictures() -> None:
    with pytest.raises(NoArticle, match="run OCR first"):
        read_pdf(write_pdf([Line("12 %", 700)]), DEFAULT)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (f"The govern{HYPHEN}ment", "The government"),
        (f"a long{HYPHEN}term plan", "a long-term plan"),
        (f"the Anglo{HYPHEN}Saxon way", "the Anglo-Saxon way"),
        (f"a well-read and well{HYPHEN}read man", "a well-read and well-read man"),
        (f"rescue-ship, rescue{HYPHEN}ship", "rescue-ship, rescue-ship"),
        (f"overboard, over{HYPHEN}board", "overboard, overboard"),
        ("co-\noperate", "co-operate"),
        ("hos\xadpital, har\xad\nbour", "hospital, harbour"),
        (f"in 2030{HYPHEN}31", "in 2030-31"),
        ("they said -\nand left", "they said -and left"),
    ],
)
def test_a_hyphen_goes_where_only_the_lines_end_made_it(text: str, joined: str) -> None:
    assert join_hyphens(text) == joined


@pytest.mark.parametrize(
    ("meta", "size", "title"),
    [
        pytest.param("Harbour Minister Promises New Bridge", 11, "Harbour Minister Promises New Bridge", id="metadata"),
        pytest.param("Microsoft Word - final_v3.doc", 20, HEADLINE, id="first big line"),
        pytest.param("Untitled", 11, None, id="none"),
        pytest.param(None, 20, HEADLINE, id="no metadata"),
    ],
)
def test_the_title_is_what_the_first_page_says(meta: str | None, size: float, title: str | None) -> None:
    page = lines_from(780, *wrap(HEADLINE, 30), size=size) + block(700, LEAD) + block(600, THIRD)
    assert read_pdf(write_pdf(page, title=meta), DEFAULT)[1] == title


def test_a_pdf_becomes_an_article_with_its_title() -> None:
    article = read_one(write_pdf(lines_from(780, HEADLINE, size=20) + block(700, LEAD)), "a.pdf")
    assert (article.title, article.text) == (HEADLINE, f"{HEADLINE}\n\n{LEAD}")
