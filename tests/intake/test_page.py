from __future__ import annotations

import logging

import pytest

from attribune.errors import NoArticle, TooLarge
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.page import Page, read_page
from tests.intake.texts import BODY, HEADLINE, LEAD, PAGE, SECOND, THIRD

STANDFIRST = "Residents cheer, councillors doubt that the money is there."
PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(html: str) -> Page:
    return read_page(html, DEFAULT)


def page(head: str = "", top: str = f"<h1>{HEADLINE}</h1>", body: str = PARAGRAPHS) -> Page:
    return read(f"<html><head>{head}</head><body><article>{top}<div>{body}</div></article></body></html>")


def test_headline_standfirst_and_paragraphs_are_lines_of_their_own() -> None:
    assert read(PAGE).text == f"{HEADLINE}\n\n{STANDFIRST}\n{BODY}"


def test_the_pages_own_words_are_known() -> None:
    about = read(PAGE).about
    assert (about.title, about.outlet, about.language) == (HEADLINE, "Selwyn Post", "en")
    assert about.url == "https://www.selwynpost.example/news/bridge"
    assert about.published is not None
    assert about.published.isoformat() == "2031-03-04T09:30:00+02:00"


@pytest.mark.parametrize(
    "top",
    [
        pytest.param(f'<h1>{HEADLINE}</h1><div class="sub-headline">{STANDFIRST}</div>', id="named by its class"),
        pytest.param(f"<h1>{HEADLINE}</h1><aside><p>{STANDFIRST}</p></aside>", id="repeats the description"),
    ],
)
def test_a_standfirst_is_kept(top: str) -> None:
    html = page(f'<meta name="description" content="{STANDFIRST}">', top)
    assert html.text.split("\n")[:4] == [HEADLINE, "", STANDFIRST, LEAD]


@pytest.mark.parametrize(
    "top",
    [
        pytest.param(f'<h1>{HEADLINE}</h1><p class="standfirst">{LEAD}</p>', id="the lead itself"),
        pytest.param(f'<h1>{HEADLINE}</h1><aside><p class="standfirst">Short</p></aside>', id="too short"),
        pytest.param(f'<h1>{HEADLINE}</h1><aside><div class="deck">{"long words " * 99}</div></aside>', id="too long"),
        pytest.param(f'<h1>{HEADLINE}</h1><aside><h2 class="dek">{HEADLINE}</h2></aside>', id="the headline again"),
    ],
)
def test_what_is_no_standfirst_is_not_added(top: str) -> None:
    assert page(top=top).text.count(LEAD) == 1
    assert page(top=top).text.startswith(f"{HEADLINE}\n\n{LEAD}")


def test_a_page_without_headline_gives_its_text() -> None:
    html = page(top="")
    assert (html.about.title, html.text) == (None, BODY)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html><body></body></html>", id="nothing"),
        pytest.param("\x00<!-- x -->", id="only a comment"),
        pytest.param("", id="empty"),
        pytest.param("<html><body><script>let a = 1</script></body></html>", id="only a script"),
        pytest.param("<html><body><p>***</p></body></html>", id="no words"),
        pytest.param("<html><body>" + "<div>" * 100_000 + "</body></html>", id="deep and empty"),
    ],
)
def test_a_page_without_article_is_none(html: str) -> None:
    with pytest.raises(NoArticle):
        read(html)


@pytest.mark.parametrize(
    "junk",
    [
        pytest.param("<p <a <b" * 20_000, id="unclosed tags"),
        pytest.param("<!--" * 20_000, id="unclosed comments"),
        pytest.param("<b><i>" * 20_000, id="deep marks"),
        pytest.param("<ul><li>" * 20_000, id="deep lists"),
        pytest.param("</div>" * 20_000, id="closed too often"),
        pytest.param("<table><tr><td>" * 3_000, id="deep tables"),
        pytest.param("<p " + " ".join(f"a{number}='1'" for number in range(100_000)) + ">", id="attributes"),
        pytest.param("&#0;&#x110000;&nosuch;" * 5_000, id="bad entities"),
    ],
)
def test_broken_markup_neither_crashes_nor_hangs(junk: str) -> None:
    html = f"<html><body><article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>{junk}</body></html>"
    try:
        assert LEAD in read(html).text
    except NoArticle:
        assert len(junk) > 20_000


def test_a_long_tag_with_few_attributes_stays() -> None:
    assert LEAD in page(body=f'<img alt="{"a" * 30_000}">{PARAGRAPHS}').text


def test_a_page_of_too_many_elements_is_too_large() -> None:
    with pytest.raises(TooLarge, match="more than 10 elements"):
        read_page("<p>a</p>" * 20, Limits(elements=10))


def test_a_foreign_error_becomes_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> str:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "extract", fail)
    with pytest.raises(NoArticle, match=r"can't be taken apart .RecursionError.") as caught:
        read(PAGE)
    assert isinstance(caught.value.__cause__, RecursionError)


def test_a_page_that_precision_finds_empty_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def find(*_: object, favor_precision: bool, **__: object) -> str | None:
        return None if favor_precision else BODY

    monkeypatch.setattr(trafilatura, "extract", find)
    assert LEAD in read(PAGE).text


def test_a_page_gives_the_same_article_each_time() -> None:
    assert read(PAGE) == read(PAGE)


def test_log_lines_stay_off_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("trafilatura").handlers.clear()
    with pytest.raises(NoArticle):
        read("<html><body></body></html>")
    assert capsys.readouterr().err == ""


def test_the_language_of_a_short_page_is_the_declared_one() -> None:
    html = read('<html lang="es-MX"><body><article><p>Ministra promete puente nuevo.</p></article></body></html>')
    assert html.about.language == "es"
