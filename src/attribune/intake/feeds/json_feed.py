"""JSON Feed to items."""

from __future__ import annotations

from collections.abc import Mapping

from attribune.errors import NoArticle, TooLarge
from attribune.intake.feeds.feed import Feed
from attribune.intake.feeds.item import Item
from attribune.intake.feeds.limits import FEED_CHARACTERS, FEED_ITEMS
from attribune.intake.feeds.links import first_of_each, plain_ref, plain_title, web_id, web_link
from attribune.intake.feeds.moments import first_moment
from attribune.intake.records import parse_json

VERSION = "https://jsonfeed.org/version/"
LINKS = ("url", "external_url")
DATES = ("date_published", "date_modified")


def read_json_feed(text: str, url: str) -> Feed:
    """The feed of a JSON text; :class:`NoArticle` where it is another kind of JSON, :class:`TooLarge`."""
    if len(text) > FEED_CHARACTERS:
        raise TooLarge(f"is a feed of more than {FEED_CHARACTERS:,} characters; give one with fewer articles")
    value = parse_json(text)
    if not isinstance(value, Mapping) or not str(value.get("version")).startswith(VERSION):
        raise NoArticle("is JSON, but no JSON Feed; give a feed or sitemap")
    entries = value.get("items")
    items = (_item(entry, url) for entry in entries) if isinstance(entries, list) else ()
    return Feed("feed", plain_title(value.get("title")), first_of_each(items, FEED_ITEMS))


def _item(entry: object, url: str) -> Item | None:
    if not isinstance(entry, Mapping):
        return None
    links = (web_link(entry.get(name), url) for name in LINKS)
    link = next(filter(None, links), None) or web_id(entry.get("id"))
    if link is None:
        return None
    return Item(
        link,
        title=plain_title(entry.get("title")),
        published=first_moment(entry.get(name) for name in DATES),
        ref=plain_ref(entry.get("id")),
    )
