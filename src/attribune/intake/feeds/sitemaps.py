"""Sitemaps, Google's news sitemaps and sitemap indexes to items."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from attribune.errors import TooLarge, Unreadable
from attribune.intake.feeds.document import Document
from attribune.intake.feeds.feed import Feed
from attribune.intake.feeds.item import Item
from attribune.intake.feeds.limits import SITEMAP_ELEMENTS, SITEMAP_ITEMS
from attribune.intake.feeds.links import first_of_each, plain_title, web_link
from attribune.intake.feeds.moments import first_moment

ENTRIES = {"urlset": "url", "sitemapindex": "sitemap"}
DATES = ("news:publication_date", "lastmod")
NEWS = "/sitemap-news/"  # in the address of its namespace


def read_sitemap(document: Document, url: str) -> Feed:
    """The sitemap or index; :class:`TooLarge` and :class:`Unreadable` where it is too much or no XML at all."""
    from lxml import etree

    events = _events(etree, document.text)
    try:
        entries = _walk(events, ENTRIES[document.root])
        items = first_of_each((_item(entry, url) for entry in entries), SITEMAP_ITEMS)
    except etree.LxmlError as cause:
        raise Unreadable(f"is a sitemap of broken XML ({str(cause)[:200]}); give another one") from cause
    if not items and len(events.error_log):
        raise Unreadable("is a sitemap of broken XML in which no page was found; give another one")
    return Feed("index" if document.root == "sitemapindex" else "sitemap", None, items)


def _events(etree: Any, text: str) -> Any:
    return etree.iterparse(
        io.BytesIO(text.encode("utf-8")),
        events=("start", "end"),
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )


def _walk(events: Any, name: str) -> Iterator[dict[str, str]]:
    """What each entry says of its page, under elements' names; those of news begin with ``news:``."""
    entry: dict[str, str] = {}
    space = ""
    for count, (event, element) in enumerate(events):
        if count > 2 * SITEMAP_ELEMENTS:
            raise TooLarge(f"is a sitemap of more than {SITEMAP_ELEMENTS:,} elements; give a smaller one")
        space = space if count else _split(element)[0]
        tag = _name(element, space)
        if event == "start":
            entry = {} if tag == name else entry
            continue
        if tag == name:
            yield entry
            element.clear()
        elif element.text and element.text.strip():
            entry.setdefault(tag, element.text.strip())


def _name(element: Any, space: str) -> str:
    """The element's name; one from elsewhere keeps its namespace, as pictures and videos have titles too."""
    found, name = _split(element)
    if found == space:
        return name
    return f"news:{name}" if NEWS in found else f"{found}:{name}"


def _split(element: Any) -> tuple[str, str]:
    """Namespace and name."""
    space, _, name = str(element.tag).rpartition("}")
    return space, name


def _item(entry: dict[str, str], url: str) -> Item | None:
    link = web_link(entry.get("loc"), url)
    if link is None:
        return None
    return Item(
        link,
        title=plain_title(entry.get("news:title")),
        published=first_moment(entry.get(name) for name in DATES),
        outlet=plain_title(entry.get("news:name")),
    )
