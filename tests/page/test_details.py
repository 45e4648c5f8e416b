from __future__ import annotations

import pytest
from lxml import html

from attribune.article import Article
from attribune.page import page_html
from attribune.statement import Anonymity, Figure, Statement, When, Where
from tests.builders import a_reading, a_span, a_speaker, a_statement, an_article
from tests.page.build import a_figure, a_when, a_where

TEXT = "Korvin said some 20 boats left Norvik for Syria on 9 March. About 40 houses burnt."


def _details(article: Article) -> tuple[Figure, When, Where]:
    return (
        a_figure(article, "some 20 boats", 20, 20, approximate=True, counts="fled", of="boats"),
        a_when(article, "9 March", "2031-03-09", "2031-03-10"),
        a_where(article, "Syria", country="SY"),
    )


def _page(article: Article, statements: list[Statement], speakers=None, figures: tuple[Figure, ...] = ()):
    speakers = [a_speaker(name="Ida Korvin")] if speakers is None else speakers
    return html.document_fromstring(page_html(article, speakers, statements, figures=figures))


def _dressed(**options):
    article = an_article(TEXT, outlet="Norvik Post")
    figure, when, where = _details(article)
    content = "some 20 boats left Norvik for Syria on 9 March"
    fields = {"figures": (figure,), "when": (when,), "where": (where,), **options}
    return article, a_statement(article, content, "Korvin", "said", **fields)


def _card(page, number: int = 0) -> dict[str, list[str]]:
    rows = page.xpath(f"//li[@data-id='{number}']//dl/div")
    return {row.xpath("string(dt)"): [entry.text_content() for entry in row.xpath("dd")] for row in rows}


def test_details_are_marked_inside_the_statements_words() -> None:
    article, statement = _dressed()

    (words,) = _page(article, [statement]).xpath("//span[@data-r='content']")

    assert [(one.get("class"), one.text, one.get("title")) for one in words] == [
        ("figure", "some 20 boats", "about 20 boats · fled"),
        ("where", "Syria", "Syria (SY)"),
        ("when", "9 March", "9 March 2031"),
    ]
    assert words.text_content() == statement.content.text(TEXT)


def test_a_figure_in_the_outlets_own_voice_says_so() -> None:
    article, statement = _dressed()
    own = a_figure(article, "About 40 houses", 40, 40, approximate=True, of="houses")

    (mark,) = _page(article, [statement], figures=(own,)).xpath("//span[@class='figure own']")

    assert (mark.text, mark.get("title")) == ("About 40 houses", "about 40 houses (outlet’s own voice)")


def test_a_detail_over_the_edge_of_a_statement_is_marked_on_both_sides() -> None:
    article = an_article("Korvin said 20 boats left.")
    statement = a_statement(article, "20", "Korvin", "said", figures=(a_figure(article, "20 boats", 20, 20),))

    assert _page(article, [statement]).xpath("//span[@class='figure']/text()") == ["20", " boats"]


def test_details_on_the_same_words_share_one_mark() -> None:
    article, statement = _dressed()
    when = a_when(article, "some 20 boats", "2031-01-01", "2032-01-01", granularity="year")
    statement = _dressed(when=(when,))[1]

    (mark,) = _page(article, [statement]).xpath("//span[text()='some 20 boats']")

    assert (mark.get("class"), mark.get("title")) == ("figure when", "about 20 boats · fled; 2031")


def test_the_card_lists_numbers_days_and_places() -> None:
    article, statement = _dressed()

    card = _card(_page(article, [statement]))

    assert {name: card[name] for name in ("Numbers", "When", "Where")} == {
        "Numbers": ["about 20 boats · fled"],
        "When": ["9 Mar 2031"],
        "Where": ["Syria (SY)"],
    }


def test_several_places_share_a_line_and_are_named_once() -> None:
    article = an_article("Korvin said Syria warned Moscow and Syria’s Norvik.")
    places = (
        a_where(article, "Syria", country="SY"),
        a_where(article, "Moscow", country="RU", kind="government"),
        Where(a_span(article, "Syria", 1), "Syria", country="SY"),
        a_where(article, "Norvik"),
    )
    statement = a_statement(article, "Syria warned Moscow and Syria’s Norvik", "Korvin", "said", where=places)

    assert _card(_page(article, [statement]))["Where"] == ["Syria (SY) · Moscow (RU), the government · Norvik"]


def test_a_part_names_its_whole_from_another_statement() -> None:
    article = an_article("Korvin said 34 drowned. He said 12 were children.")
    whole = a_figure(article, "34", 34, 34, counts="killed")
    part = a_figure(article, "12", 12, 12, counts="killed", of="children", whole=whole.span)
    statements = [
        a_statement(article, "34 drowned", "Korvin", "said", id=0, figures=(whole,)),
        a_statement(article, "12 were children", "He", id=1, figures=(part,)),
    ]

    assert _card(_page(article, statements), 1)["Numbers"] == ["12 children of the 34 · killed"]


def test_a_whole_that_was_not_found_is_not_named() -> None:
    article, statement = _dressed()
    part = a_figure(article, "some 20 boats", 20, 20, whole=a_span(article, "40"))
    statement = _dressed(figures=(part,))[1]

    assert _card(_page(article, [statement]))["Numbers"] == ["20"]


def test_a_card_without_details_has_no_rows_for_them() -> None:
    article, statement = _dressed(figures=(), when=(), where=())

    assert list(_card(_page(article, [statement]))) == ["Cue", "Commitment", "Distance", "Words", "Confidence"]


@pytest.mark.parametrize("outlet", ["Norvik Post", None])
@pytest.mark.parametrize("outer", [0, None], ids=["known", "not known"])
def test_a_nested_statements_card_tells_through_whom_it_comes(outlet: str | None, outer: int | None) -> None:
    article = an_article("Korvin said Velk denied it.", outlet=outlet)
    statements = [
        a_statement(article, "Velk denied it", "Korvin", "said", id=0, speaker=outer),
        a_statement(article, "it", "Velk", "denied", id=1, speaker=1, parent=0),
    ]
    speakers = [a_speaker(0), a_speaker(1, "Tomas Velk")]

    page = _page(article, statements, speakers)

    chain = a_reading(article, speakers, statements).chain_of(statements[1])
    assert _card(page, 1)["Through"] == [" › ".join(chain)]
    assert "Through" not in _card(page, 0)


def test_a_circle_of_parents_has_a_chain_that_ends() -> None:
    article = an_article("Korvin said Velk denied it.")
    statements = [a_statement(article, "it", id=number, speaker=number, parent=1 - number) for number in (0, 1)]
    speakers = [a_speaker(0), a_speaker(1, "Tomas Velk")]

    assert _card(_page(article, statements, speakers), 1)["Through"] == ["the outlet › Ida Korvin › Tomas Velk"]


@pytest.mark.parametrize(
    ("plural", "specificity", "reason", "expected"),
    [
        pytest.param(
            False, 3, "because he\n was afraid",
            "unnamed, one person, a role in a body or place; reason given: “because he was afraid”", id="reason given",
        ),
        pytest.param(False, 2, None, "unnamed, one person, a role or a body", id="a role"),
        pytest.param(True, 1, None, "unnamed, several people, only the kind told", id="a kind"),
        pytest.param(True, 0, None, "unnamed, several people, neither kind nor role told", id="nobody"),
    ],
)  # fmt: skip
def test_the_card_says_how_an_unnamed_speaker_is_told(plural, specificity, reason, expected) -> None:
    article = an_article("An official, unnamed because he\n was afraid, said it rained.")
    why = None if reason is None else a_span(article, reason)
    anonymity = Anonymity(a_span(article, "An official"), plural, specificity, why)
    speaker = a_speaker(0, "an official", "unnamed_individual", anonymity=anonymity)

    page = _page(article, [a_statement(article, "it rained", "An official", "said")], [speaker])

    assert _card(page)["Speaker"] == [expected]
