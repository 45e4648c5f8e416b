from __future__ import annotations

from lxml import html

from attribune.page import fragment_html, page_html
from attribune.page.numbers import numbers_of
from attribune.page.view import view_of
from attribune.statement import Statement
from tests.builders import a_speaker, a_statement, an_article
from tests.page.build import a_figure

KORVIN, VELK = a_speaker(0, "Ida Korvin"), a_speaker(1, "Tomas Velk")


def _told(article, statements, figures=()) -> dict[str, list[tuple]]:
    view = view_of(article, [KORVIN, VELK], statements, linked=True, figures=figures)
    return {
        counts: [(one.words, one.voice.name, one.statements) for one in found]
        for counts, found in numbers_of(view).items()
    }


def _flood():
    article = an_article(
        "Korvin said 31 people drowned and 6 are missing. Velk said 20 to 25 died. Some 40 houses fell."
    )
    drowned = a_figure(article, "31 people", 31, 31, counts="killed", of="people")
    missing = a_figure(article, "6", 6, 6, counts="missing")
    died = a_figure(article, "20 to 25", 20, 25, counts="killed")
    statements = [
        a_statement(article, "31 people drowned and 6 are missing", "Korvin", "said", id=0, figures=(drowned, missing)),
        a_statement(article, "20 to 25 died", "Velk", id=1, speaker=1, figures=(died,)),
    ]
    return article, statements, (a_figure(article, "Some 40 houses", 40, 40, approximate=True, of="houses"),)


def _nested() -> tuple:
    article = an_article("Korvin said Velk counted 31 dead.")
    figure = a_figure(article, "31 dead", 31, 31, counts="killed")
    outer = a_statement(article, "Velk counted 31 dead", "Korvin", "said", id=0, figures=(figure,))
    inner = a_statement(article, "31 dead", "Velk", "counted", id=1, speaker=1, parent=0, figures=(figure,))
    return article, outer, inner


def test_numbers_stand_under_what_they_count_with_whose_they_are() -> None:
    assert _told(*_flood()) == {
        "killed": [("31 people", "Ida Korvin", (0,)), ("20 to 25", "Tomas Velk", (1,))],
        "missing": [("6", "Ida Korvin", (0,))],
        "other": [("about 40 houses", "outlet’s own voice", ())],
    }


def test_what_a_voice_tells_twice_is_one_number() -> None:
    article = an_article("Korvin said 31 died. Korvin said 31 died.")
    statements = [
        a_statement(article, "31 died", id=nth, nth=nth, figures=(a_figure(article, "31", 31, 31, nth=nth),))
        for nth in (0, 1)
    ]

    assert _told(article, statements) == {"other": [("31", "Ida Korvin", (0, 1))]}


def test_a_number_in_a_nested_statement_is_the_inner_speakers() -> None:
    article, outer, inner = _nested()

    assert _told(article, [outer, inner]) == {"killed": [("31", "Tomas Velk", (1,))]}


def test_a_number_that_two_statements_share_is_both_speakers() -> None:
    article, outer, inner = _nested()
    beside = Statement(**{**vars(inner), "parent": None})

    assert _told(article, [outer, beside]) == {"killed": [("31", "Ida Korvin", (0,)), ("31", "Tomas Velk", (1,))]}


def test_a_headlines_number_is_that_of_the_statement_it_repeats() -> None:
    article = an_article("Flood kills 31\nKorvin said 31 people drowned.")
    short = a_figure(article, "31", 31, 31, counts="killed")
    full = a_figure(article, "31 people", 31, 31, counts="killed", of="people")
    title = a_statement(article, "Flood kills 31", id=0, speaker=None, repeats=1, figures=(short,))
    lead = a_statement(article, "31 people drowned", "Korvin", "said", id=1, figures=(full,))

    assert _told(article, [title, lead]) == {"killed": [("31 people", "Ida Korvin", (0, 1))]}


def test_a_headlines_number_that_the_statement_lacks_stays_its_own() -> None:
    article = an_article("Flood kills 40\nKorvin said 31 people drowned.")
    title = a_statement(article, "Flood kills 40", id=0, repeats=1, figures=(a_figure(article, "40", 40, 40),))
    lead = a_statement(article, "31 people", id=1, figures=(a_figure(article, "31", 31, 31),))

    assert _told(article, [title, lead]) == {"other": [("40", "Ida Korvin", (0,)), ("31", "Ida Korvin", (1,))]}


def test_the_table_links_each_number_to_its_statement_or_its_place_in_the_text() -> None:
    article, statements, own = _flood()
    page = html.document_fromstring(page_html(article, [KORVIN, VELK], statements, figures=own))

    links = page.xpath("//table[@class='numbers']//td/a")

    targets = [page.get_element_by_id(link.get("href")[1:]) for link in links]
    assert [link.text for link in links] == ["#0", "#1", "#0", "text"]
    assert [target.get("data-id") for target in targets] == ["0", "1", "0", None]
    assert targets[3].text == "Some 40 houses"


def test_the_tables_rows_say_what_is_counted_and_who_counts() -> None:
    article, statements, own = _flood()
    page = html.document_fromstring(page_html(article, [KORVIN, VELK], statements, figures=own))

    rows = [
        [part.text_content() for part in row.xpath("th[@scope='rowgroup'] | th//span[@class='title']/span")]
        for row in page.xpath("//table[@class='numbers']//tr")
    ]

    assert rows == [
        ["killed"], ["31 people", "Ida Korvin"], ["20 to 25", "Tomas Velk"],
        ["missing"], ["6", "Ida Korvin"],
        ["other"], ["about 40 houses", "outlet’s own voice"],
    ]  # fmt: skip


def test_without_numbers_there_is_no_table() -> None:
    article = an_article("Korvin said it rained.")

    page = page_html(article, [KORVIN], [a_statement(article, "it rained", "Korvin", "said")])

    assert not html.document_fromstring(page).xpath("//table[@class='numbers']")


def test_the_fragment_tells_the_numbers_without_links() -> None:
    article, statements, own = _flood()

    tree = html.fragment_fromstring(fragment_html(article, [KORVIN, VELK], statements, figures=own))

    (table,) = tree.xpath(".//table[@class='numbers']")
    assert "31 people" in table.text_content()
    assert not table.xpath(".//a")
