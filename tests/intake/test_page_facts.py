from __future__ import annotations

import json

import pytest

from attribune.intake.page_facts import MOST_NODES, Facts, read_facts
from tests.intake.texts import HEADLINE


def facts(head: str, body: str = "", lang: str = "") -> Facts:
    from lxml.html import document_fromstring

    attribute = f' lang="{lang}"' if lang else ""
    return read_facts(document_fromstring(f"<html{attribute}><head>{head}</head><body>{body}<p>x</p></body></html>"))


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


H1 = f"<h1>{HEADLINE}</h1>"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param(meta("og:title", HEADLINE), "", HEADLINE, id="og:title"),
        pytest.param(
            meta("og:title", "How the bridge will be paid"), H1, "How the bridge will be paid", id="og:title first"
        ),
        pytest.param(meta("og:title", HEADLINE.upper()), H1, HEADLINE, id="as it is shown"),
        pytest.param("", H1, HEADLINE, id="h1"),
        pytest.param(linked({"@type": "NewsArticle", "headline": HEADLINE}), "", HEADLINE, id="JSON-LD"),
        pytest.param(f"<title>{HEADLINE} | Selwyn Post</title>", "", HEADLINE, id="title behind a bar"),
        pytest.param("<title>x</title>", "<h1>Selwyn Post</h1><h1>Weather</h1>", "x", id="two other headings"),
        pytest.param("", "<h1>Selwyn Post</h1><h1>Weather</h1>", "Selwyn Post", id="two headings and no name"),
        pytest.param("", "<h1> </h1>", None, id="none"),
        pytest.param(
            meta("og:site_name", "Selwyn Post") + "<title>Who pays? - Selwyn Post</title>", "", "Who pays?", id="dash"
        ),
        pytest.param("<title>Bridge - who pays?</title>", "", "Bridge - who pays?", id="dash that stays"),
        pytest.param(
            "<title>Bridge | who of us pays for it?</title>", "", "Bridge | who of us pays for it?", id="bar that stays"
        ),
        pytest.param("<title>| Post</title>", "", "| Post", id="nothing before the bar"),
    ],
)
def test_the_title_is_found(head: str, body: str, title: str | None) -> None:
    assert facts(head, body).title == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (meta("og:site_name", "Selwyn Post"), "Selwyn Post"),
        (linked({"@type": "NewsArticle", "publisher": {"name": "Selwyn Post"}}), "Selwyn Post"),
        (linked({"@type": ["Report"], "publisher": ["Selwyn Post"]}), "Selwyn Post"),
        ('<link rel="canonical" href="https://www.selwynpost.example/a">', "selwynpost.example"),
        (meta("og:url", "http://[bad"), None),
        ('<link rel="canonical" href="/a">', None),
    ],
)
def test_the_outlet_is_found(head: str, outlet: str | None) -> None:
    assert facts(head).outlet == outlet


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        pytest.param(linked({"@type": "NewsArticle", "datePublished": "2031-03-04"}), "", "2031-03-04", id="JSON-LD"),
        pytest.param(
            linked({"@graph": [{"@type": "WebPage"}, {"@type": "Article", "datePublished": "2031-03-04"}]}),
            "",
            "2031-03-04",
            id="graph",
        ),
        pytest.param(meta("article:published_time", "2031-03-04T10:00Z"), "", "2031-03-04", id="meta"),
        pytest.param("", '<time itemprop="datePublished" datetime="2031-03-04">', "2031-03-04", id="time"),
        pytest.param("", '<time pubdate datetime="2031-03-04">', "2031-03-04", id="time with pubdate"),
        pytest.param(
            '<link rel="canonical" href="https://selwynpost.example/2031/03/04/bridge">', "", "2031-03-04", id="address"
        ),
        pytest.param(meta("article:published_time", "soon"), "", "None", id="no date"),
        pytest.param("", "", "None", id="nothing"),
    ],
)
def test_the_date_is_found(head: str, body: str, published: str) -> None:
    assert str(facts(head, body).published)[:10] == published


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [("en-GB", "", "en"), ("", meta("og:locale", "de_DE"), "de"), ("x", meta("og:locale", "fr"), "fr"), ("", "", None)],
)
def test_the_language_is_found(lang: str, head: str, language: str | None) -> None:
    assert facts(head, lang=lang).language == language


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 100_000,
        "null",
        "",
        '"text"',
        '{"@type": 3}',
        '[{"@type": [null]}]',
        "[" + "[]," * MOST_NODES + "[]]",
    ],
    ids=["broken", "deep", "null", "empty", "string", "odd type", "null type", "many"],
)
def test_bad_linked_data_is_passed_over(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><script>let a</script>'
    assert facts(head + meta("og:title", HEADLINE)).title == HEADLINE
