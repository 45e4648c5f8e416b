from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from lxml import html

from attribune.article import Article
from attribune.page import fragment_html, page_html
from attribune.statement import Anonymity, Figure, Speaker, Stance, Statement, Where
from tests.builders import a_span, a_speaker, a_statement, an_article
from tests.page.test_segments import texts_with_statements

EVIL = "</title></style></script><script>alert(1)</script><img src=x onerror='a()'>\" onload=\"b()"
LINES = "//div[@class='text']//p"


def _page(article: Article, speakers=(), statements=(), **options: Any):
    return html.document_fromstring(page_html(article, speakers, statements, **options))


def _lines(page) -> list[str]:
    return [line.text_content() for line in page.xpath(f"//h1[@class='line'] | {LINES}")]


def _korvin() -> tuple[Article, list[Speaker], list[Statement]]:
    article = an_article("Gates open\n“We wait,” Ida Korvin said, “and we watch.”\nIt rained.", title="Gates open")
    statement = a_statement(
        article,
        ["“We wait,”", "“and we watch.”"],
        "Ida Korvin",
        "said",
        quote="direct",
        stance=Stance("promise_vow", "promised", "distancing"),
        reasons=("Marks around the words.",),
        confidence=0.874,
    )
    return article, [a_speaker(role="chief engineer", affiliation="Water Board", reasons=("Named.",))], [statement]


def test_the_text_stands_on_the_page_word_for_word() -> None:
    page = _page(*_korvin())

    assert _lines(page) == ["Gates open", "“We wait,” Ida Korvin said, “and we watch.”", "It rained."]


def test_each_segment_names_its_statement_and_role() -> None:
    page = _page(*_korvin())

    found = [(seg.text, seg.get("data-s"), seg.get("data-r")) for seg in page.xpath("//span[@data-r]")]

    assert found == [
        ("“We wait,”", "0", "content"),
        ("Ida Korvin", "0", "source"),
        ("said", "0", "cue"),
        ("“and we watch.”", "0", "content"),
    ]


def test_each_segment_says_who_and_how_without_script() -> None:
    page = _page(*_korvin())

    assert set(page.xpath("//span[@data-r]/@title")) == {"Ida Korvin: promises, promised"}


def test_the_gutter_points_to_the_statements_card() -> None:
    page = _page(*_korvin())

    (pointer,) = page.xpath("//a[@class='pointer']")

    assert page.get_element_by_id(pointer.get("href")[1:]).get("data-id") == "0"


def test_the_card_tells_everything_about_the_statement() -> None:
    page = _page(*_korvin())

    card = " ".join(page.xpath("//li[@data-id]")[0].itertext())

    for words in (
        "Ida Korvin",
        "person · chief engineer · Water Board",
        "“We wait,” … “and we watch.”",
        "promises (“said”)",
        "promised",
        "outlet keeps its distance",
        "direct quote",
        "87 %",
        "Named.",
        "Marks around the words.",
    ):
        assert words in card


def test_nested_segments_carry_both_statements_innermost_first() -> None:
    article = an_article("Korvin said Velk denied it.")
    outer = a_statement(article, "Velk denied it", "Korvin", "said", id=0, speaker=0)
    inner = a_statement(article, "it", "Velk", "denied", id=1, speaker=1, parent=0)

    page = _page(article, [a_speaker(0), a_speaker(1, "Tomas Velk")], [outer, inner])

    (it,) = page.xpath("//span[text()='it' and @data-r]")
    assert (it.get("data-s"), it.get("data-r")) == ("1 0", "content content")
    assert "nested" in it.get("class")
    assert "inside #0" in page.xpath("//li[@data-id='1']")[0].text_content()


def test_a_repeat_is_lighter_and_says_what_it_repeats() -> None:
    article = an_article("Gates stay open\nKorvin said gates stay open.", title="Gates stay open")
    title = a_statement(article, "Gates stay open", id=0, repeats=1)
    lead = a_statement(article, "gates stay open", "Korvin", "said", id=1)

    page = _page(article, [a_speaker()], [title, lead])

    assert "again" in page.xpath("//h1/span/@class")[0].split()
    assert "↺ repeats #1" in page.xpath("//li[@data-id='0']")[0].text_content()


def test_a_statement_that_no_one_is_known_to_make_is_grey() -> None:
    article = an_article("Some expect rain.")

    page = _page(article, [], [a_statement(article, "rain", "Some", "expect", speaker=None)])

    assert {"k-none", "l-none"} <= set(page.xpath("//span[text()='rain']/@class")[0].split())
    assert "no single speaker" in page.xpath("//li[@data-id='0']")[0].text_content()


def test_furniture_is_set_apart() -> None:
    article = an_article("Share this\nIt rained.")
    article = an_article(article.text, furniture=(a_span(article, "Share this"),))

    page = _page(article)

    assert page.xpath("//p[@class='furniture']/text()") == ["Share this"]
    assert _lines(page) == ["Share this", "It rained."]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Another title", "Another title"), (None, "Untitled article"), ("it  RAINED.", "It rained.")],
    ids=["not in the text", "none", "in the text with other spacing"],
)
def test_the_headline(title: str | None, shown: str) -> None:
    page = _page(an_article("It rained.", title=title))

    assert page.xpath("string(//h1)") == shown


def test_a_text_of_furniture_only_has_no_headline_of_its_own() -> None:
    article = an_article("Share this")
    article = an_article("Share this", title="Share this", furniture=(a_span(article, "Share this"),))

    assert _page(article).xpath("count(//p[@class='furniture'])") == 1


def test_outlet_date_and_address() -> None:
    moment = datetime(2031, 3, 9, tzinfo=UTC)
    page = _page(an_article("x", outlet="Norvik Post", published=moment, url="https://post.example/a?b=1&c=2"))

    dateline = page.xpath("//p[@class='dateline']")[0]

    assert [part.text for part in dateline] == ["Norvik Post", "9 March 2031", "original"]
    assert dateline.xpath("a/@href") == ["https://post.example/a?b=1&c=2"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", " https://a"])
def test_an_address_that_is_not_of_the_web_is_no_link(url: str) -> None:
    assert not _page(an_article("x", url=url)).xpath("//p[@class='dateline']//a")


def test_the_strip_and_the_table_say_the_same() -> None:
    page = _page(*_korvin())

    rows = [[cell.text_content() for cell in row.xpath("td")] for row in page.xpath("//tbody/tr")]
    widths = page.xpath("//*[local-name()='rect']/@width")

    assert rows == [["5", "42 %"], ["7", "58 %"]]
    assert widths == ["41.67%", "58.33%"]


def test_a_voice_of_less_than_a_percent_is_not_called_nothing() -> None:
    article = an_article("Korvin said no. " + "It rained. " * 100)

    page = _page(article, [a_speaker()], [a_statement(article, "no", "Korvin", "said")])

    assert page.xpath("//tbody/tr[1]/td[2]/text()") == ["<1 %"]


def test_nothing_of_an_article_becomes_markup() -> None:
    article = an_article(f"{EVIL} said {EVIL}\nIt rained.", title=EVIL, outlet=EVIL, url=f"https://a/{EVIL}")
    words = a_span(article, EVIL)
    figure, where = Figure(words, 1, 1, of=EVIL, unit=EVIL), Where(words, EVIL, country=EVIL)
    outer = a_statement(article, EVIL, EVIL, "said", reasons=(EVIL,), figures=(figure,), where=(where,))
    inner = a_statement(article, EVIL, id=1, parent=0)
    anonymity = Anonymity(words, plural=False, specificity=1, reason=words)
    speaker = a_speaker(name=EVIL, role=EVIL, affiliation=EVIL, anonymity=anonymity, reasons=(EVIL,))

    for source in (
        page_html(article, [speaker], [outer, inner], figures=(replace(figure, low=0),), reader_line=EVIL),
        fragment_html(article, [speaker], [outer, inner], figures=(replace(figure, low=0),)),
    ):
        tree = html.document_fromstring(source)
        assert not tree.xpath("//img | //@onerror | //@onload")
        assert not [script for script in tree.xpath("//script/text()") if "alert(1)" in script]


def test_a_language_code_can_not_leave_its_attribute() -> None:
    page = _page(an_article("x", language='en" onload="a()'))

    assert not page.xpath("//@onload")


@pytest.mark.parametrize("odd", ["\x00", "\ud800"], ids=ascii)
def test_code_points_that_html_can_not_hold_are_replaced(odd: str) -> None:
    source = page_html(an_article(f"a{odd}b"), [], [])

    assert "a\ufffdb" in source
    assert source.encode()


def test_a_carriage_return_survives() -> None:
    assert _lines(_page(an_article("a\rb"))) == ["a\rb"]


def test_the_policy_admits_only_the_pages_own_style_and_script() -> None:
    page = _page(*_korvin())

    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        (inline,) = page.xpath(f"//{tag}/text()")
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"
    assert not page.xpath("//@style")


def test_the_page_asks_nothing_of_any_network() -> None:
    article, speakers, statements = _korvin()
    for source in (page_html(article, speakers, statements), fragment_html(article, speakers, statements)):
        assert not re.search(r"https?:|//\w+\.|url\(|@import|\bfetch\(|XMLHttp", source)
        assert not html.document_fromstring(source).xpath("//link | //img | //iframe | //@src | //object")


def test_the_footer_names_the_reader() -> None:
    assert "Read by marl 0.1." in _page(an_article("x"), reader_line="marl 0.1").xpath("string(//footer)")


def test_right_to_left_paragraphs_find_their_own_direction() -> None:
    assert set(_page(an_article("قالت إن المياه\nIt rained.")).xpath(f"{LINES}/@dir")) == {"auto"}


def test_the_fragment_is_one_element_without_script_or_anchor() -> None:
    article, speakers, statements = _korvin()

    tree = html.fragment_fromstring(fragment_html(article, speakers, statements))

    assert tree.get("class") == "attribune fragment"
    assert not tree.xpath(".//script | .//a | .//button")


def test_every_style_of_the_fragment_stays_inside_it() -> None:
    article, speakers, statements = _korvin()
    tree = html.fragment_fromstring(fragment_html(article, speakers, statements))

    css = re.sub(r"/\*.*?\*/", "", tree.xpath("string(//style)"), flags=re.DOTALL)
    selectors = [one.strip() for rule in re.findall(r"([^{}]+)\{", css) for one in rule.split(",")]

    scoped = (
        ".attribune",
        f"#{tree.get('id')}:has(",
        "body:has(> .attribune.page)",
        "@media",
        '[data-jp-theme-light="',
    )
    assert [one for one in selectors if not one.startswith(scoped)] == []


@given(texts_with_statements())
def test_any_text_and_any_spans_make_a_page_that_holds_the_text(case: tuple[str, list[Statement]]) -> None:
    text, statements = case
    article = an_article(text)

    own = [Figure(span, 1, None) for span in article.paragraphs]

    page = _page(article, [a_speaker(0, "שלם"), a_speaker(1, "")], statements, figures=own)

    assert _lines(page) == [span.of(text) for span in article.paragraphs]
    assert len(page.xpath("//li[@data-id]")) == len(statements)
    fragment_html(article, [], statements)
