"""The whole page, and the fragment for a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.article import Article
from attribune.page.body import body, headline
from attribune.page.cards import cards
from attribune.page.legend import legend, strip
from attribune.page.markup import Markup, asset, digest, element, joined, void, web_address
from attribune.page.numbers import numbers
from attribune.page.view import View, view_of
from attribune.statement import Figure, Speaker, Statement

LINKED_WITHOUT_SCRIPT = 200  # statements for which a notebook gets a style rule of its own each


def page_html(
    article: Article,
    speakers: Sequence[Speaker],
    statements: Sequence[Statement],
    *,
    figures: Sequence[Figure] = (),
    reader_line: str = "",
) -> str:
    """One self-contained page that asks nothing of any network.

    ``figures`` are those in the outlet's own voice; ``reader_line`` says what read the article.
    """
    view = view_of(article, speakers, statements, linked=True, figures=figures)
    main = element("main", _article(view, reader_line), class_="attribune page", id="attribune")
    script = asset("page.js")
    page = element("html", _head(article, script), element("body", main, _inline("script", script)), lang="en")
    return f"<!doctype html>\n{page}\n"


def fragment_html(
    article: Article,
    speakers: Sequence[Speaker],
    statements: Sequence[Statement],
    *,
    figures: Sequence[Figure] = (),
) -> str:
    """The article's text with every statement highlighted, as HTML for a notebook's cell."""
    view = view_of(article, speakers, statements, linked=False, figures=figures)
    rules = "".join(_rule(view, one) for one in view.statements[:LINKED_WITHOUT_SCRIPT])
    more = element("summary", f"{len(view.statements)} statements")
    details = element("details", more, cards(view))
    whose = element("details", element("summary", "Whose words"), legend(view), numbers(view), class_="whose")
    inside = (_inline("style", asset("page.css") + rules), _header(view), whose, body(view), details)
    return element("div", *inside, class_="attribune fragment", id=view.key)


def _rule(view: View, statement: Statement) -> str:
    """All parts of a statement light up while the pointer is on one of them."""
    part = f'[data-s~="{statement.id}"]'
    return f"#{view.key}:has({part}:hover) .seg{part}{{--lit:1}}\n"


def _inline(name: str, source: str) -> Markup:
    """A style sheet or script of our own, which holds nothing of an article."""
    return element(name, Markup(source))


def _head(article: Article, script: str) -> Markup:
    style = asset("page.css")
    policy = (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        void("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        void("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name_="generator", content="Attribune"),  # a folder that is read passes such pages over
        void("meta", name_="referrer", content="no-referrer"),
        void("meta", name_="color-scheme", content="light dark"),
        element("title", f"{article.title or 'Untitled article'} · who said what"),
        _inline("style", style),
    )


def _article(view: View, reader_line: str) -> Markup:
    column = element("article", body(view), class_="column")
    pane = element("div", class_="pane", aria_live="polite")
    aside = element("aside", legend(view), numbers(view), pane, class_="side")
    statements = element("section", element("h2", "Statements"), cards(view), class_="ledger")
    footer = element("footer", _footer(view, reader_line))
    return joined(_header(view), element("div", aside, column, class_="sheet"), statements, footer)


def _header(view: View) -> Markup:
    return element("header", element("p", _dateline(view.article), class_="dateline"), headline(view), strip(view))


def _dateline(article: Article) -> Markup:
    parts = [element("span", article.outlet or "Outlet not known", class_="outlet", dir="auto")]
    if article.published:
        day = f"{article.published.day} {article.published:%B %Y}"
        parts.append(element("time", day, datetime=article.published.isoformat()))
    if address := web_address(article.url):
        parts.append(element("a", "original", href=address, rel="noreferrer noopener external"))
    return joined(*parts)


def _footer(view: View, reader_line: str) -> Markup:
    read = f"Read by {reader_line}. " if reader_line else ""
    return element("p", f"{read}Attribune says who said it, not what is true. Article {view.article.id[:16]}.")
