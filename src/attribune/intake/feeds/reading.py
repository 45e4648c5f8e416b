"""Reading a feed: its kind is told by its first element, and each kind has its own reader."""

from __future__ import annotations

from attribune.errors import NoArticle, Unreadable
from attribune.intake.feeds.discovery import named_feeds
from attribune.intake.feeds.document import Document, open_document
from attribune.intake.feeds.feed import Feed
from attribune.intake.feeds.json_feed import read_json_feed
from attribune.intake.feeds.sitemaps import ENTRIES, read_sitemap
from attribune.intake.feeds.syndication import read_syndication
from attribune.intake.kinds import PAGE

SYNDICATION = {"rss", "feed", "rdf", "channel"}
MOST_NAMED = 3  # feeds in a message


def read_feed(data: bytes, url: str) -> Feed:
    """The items of an RSS, Atom or JSON feed, a sitemap or a sitemap index that came from ``url``; gzip is unpacked.

    Raises :class:`NoArticle` for a page or another thing that is no feed, :class:`Unreadable` for a document that
    declares entities or can't be taken apart, and :class:`TooLarge`.
    """
    document = open_document(data)
    if document.root in SYNDICATION:
        return read_syndication(document, url)
    if document.root in ENTRIES:
        return read_sitemap(document, url)
    if document.text.startswith("{"):
        return read_json_feed(document.text, url)
    raise _no_feed(document, url)


def _no_feed(document: Document, url: str) -> NoArticle | Unreadable:
    if not document.text:
        return Unreadable("is empty, no feed; give the feed's address")
    if document.root != "html" and not PAGE.match(document.text[:100].encode()):
        return NoArticle("is no feed and no sitemap; give the address of one")
    feeds = named_feeds(document.text, url)
    if not feeds:
        return NoArticle("is a page that names no feed; give the address of a feed or sitemap")
    more = f" and {len(feeds) - MOST_NAMED} more" if len(feeds) > MOST_NAMED else ""
    return NoArticle(f"is a page, not a feed; give one that it names: {', '.join(feeds[:MOST_NAMED])}{more}")
