"""RSS of every version and Atom to items, by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from attribune.errors import TooLarge, Unreadable
from attribune.intake.about import EARLIEST
from attribune.intake.feeds.document import Document
from attribune.intake.feeds.feed import Feed
from attribune.intake.feeds.item import Item
from attribune.intake.feeds.limits import FEED_CHARACTERS, FEED_ITEMS, FEED_TAGS, NAMESPACES, TAG_ATTRIBUTES
from attribune.intake.feeds.links import first_of_each, plain_ref, plain_title, web_id, web_link

HEADERS = {"content-type": "application/xml; charset=utf-8"}
LONG_TAG = re.compile(r"<[^<>]{400,}")
# feedparser looks for an author's e-mail address in a time that grows with the square of the name's length, and no
# author is kept here.
PERSON = re.compile(
    r"<(/?)(?:[\w.-]+:)?(?:author|creator|contributor|publisher|owner|managingeditor|webmaster)\b", re.IGNORECASE
)
DATES = ("published_parsed", "created_parsed", "updated_parsed")


def read_syndication(document: Document, url: str) -> Feed:
    """The feed; :class:`TooLarge` where its parsing would take many seconds."""
    _check_size(document.text)
    parsed = _parse(document.text, url)
    items = (_item(entry, url) for entry in parsed["entries"])
    if parsed["bozo"] and not parsed["entries"]:
        raise Unreadable("is a feed of broken XML in which no article was found; give another feed")
    return Feed("feed", plain_title(_value(parsed["feed"], "title")), first_of_each(items, FEED_ITEMS))


def _check_size(text: str) -> None:
    if len(text) > FEED_CHARACTERS or text.count("<") > FEED_TAGS:
        raise TooLarge(
            f"is a feed of more than {FEED_CHARACTERS:,} characters or {FEED_TAGS:,} tags; give one with fewer articles"
        )
    if text.count("xmlns") > NAMESPACES:
        raise TooLarge(f"is a feed that declares more than {NAMESPACES:,} namespaces; give another feed")
    if any(tag.group().count("=") > TAG_ATTRIBUTES for tag in LONG_TAG.finditer(text)):
        raise TooLarge(f"is a feed with more than {TAG_ATTRIBUTES} attributes in a tag; give another feed")


def _parse(text: str, url: str) -> Any:
    import feedparser

    data = PERSON.sub(r"<\1person", text).encode("utf-8")
    stream = io.BytesIO(data)  # the bytes themselves would be tried as a file's name
    headers = {**HEADERS, "content-location": url}
    try:
        return feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception as cause:  # the border: feedparser raises what its many parts raise on broken markup
        raise Unreadable(f"is a feed that can't be taken apart ({type(cause).__name__}); give another feed") from cause


def _item(entry: Any, url: str) -> Item | None:
    links = (web_link(text, url) for text in _links(entry))
    link = next(filter(None, links), None) or web_id(_value(entry, "id"))
    if link is None:
        return None
    source = _value(entry, "source")
    return Item(
        link,
        title=plain_title(_value(entry, "title")),
        published=_published(entry),
        ref=plain_ref(_value(entry, "id")),
        outlet=plain_title(_value(source, "title")) if isinstance(source, Mapping) else None,
    )


def _links(entry: Any) -> Iterator[object]:
    """What may be the article's address, the likeliest first."""
    yield _value(entry, "link")
    links = _value(entry, "links")
    for link in links if isinstance(links, Iterable) else ():
        if isinstance(link, Mapping) and _value(link, "rel") == "alternate":
            yield _value(link, "href")


def _published(entry: Any) -> datetime | None:
    for name in DATES:
        moment = _moment(_value(entry, name))
        if moment is not None:
            return moment
    return None


def _moment(parts: Any) -> datetime | None:
    """feedparser's nine numbers in UTC as a moment."""
    try:
        year, month, day, hour, minute, second = parts[:6]
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (TypeError, ValueError, OverflowError):
        return None
    return moment if moment.year >= EARLIEST else None


def _value(mapping: Any, key: str) -> object:
    """What is under the very key: feedparser's own look-up would answer with another key's value, and warn."""
    return dict.get(mapping, key)
