"""The feeds that a page names in its head."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice

from attribune.intake.encoding import decode_page
from attribune.intake.feeds.links import web_link

HEAD = 300_000  # characters of a page in which its head lies
MOST = 50
TYPES = {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
MOST_TAGS = 2_000
TAG = re.compile(r"""<(?:link|base)\b(?:[^<>"']|"[^"<]{0,2000}"|'[^'<]{0,2000}'){0,2000}>""", re.IGNORECASE)


def find_feeds(data: bytes, url: str) -> list[str]:
    """The addresses of the feeds that a page at ``url`` names as its own, in order."""
    return named_feeds(decode_page(data), url)


def named_feeds(page: str, url: str) -> list[str]:
    """As :func:`find_feeds`, of a page's text."""
    tags = [_Tag(tag.group()) for tag in islice(TAG.finditer(page[:HEAD]), MOST_TAGS)]
    bases = (web_link(tag.given.get("href"), url) for tag in tags if tag.name == "base")
    base = next(filter(None, bases), url)
    links = (web_link(tag.given.get("href"), base) for tag in tags if tag.names_feed)
    return list(dict.fromkeys(filter(None, links)))[:MOST]


class _Tag(HTMLParser):
    """One start tag, taken apart: its name and what it gives."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.name = ""
        self.given: dict[str, str] = {}
        self.feed(text)

    @property
    def names_feed(self) -> bool:
        """Whether it is a link to a feed."""
        relations, kind = self.given.get("rel", "").lower().split(), self.given.get("type", "").strip().lower()
        return self.name == "link" and "alternate" in relations and kind in TYPES

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag gives, the first of each name."""
        self.name = tag
        self.given = {name: value or "" for name, value in reversed(attrs)}
