"""Links and titles as feeds have them: resolved, of the web, once each; text without its markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urldefrag, urljoin, urlsplit

from attribune.intake.feeds.item import Item

LONGEST_URL, LONGEST_TITLE, LONGEST_REF = 8_000, 1_000, 2_000
CONTROL = re.compile(r"[\x00-\x20\x7f]")
WHOLE = re.compile(r"\s*https?://", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")


def web_link(text: object, base: str) -> str | None:
    """The link as an http or https address, resolved against ``base``; None for anything else."""
    if not isinstance(text, str) or not text.strip():
        return None
    try:
        url = urljoin(base, text.strip().replace(" ", "%20"))
        parts = urlsplit(url)
    except ValueError:
        return None
    sound = parts.scheme in ("http", "https") and parts.netloc and len(url) <= LONGEST_URL
    return url if sound and not CONTROL.search(url) else None


def web_id(text: object) -> str | None:
    """The id as an address, where it is a whole one; None for any other."""
    return web_link(text, "") if isinstance(text, str) and WHOLE.match(text) else None


def plain_title(text: object) -> str | None:
    """The title in one line, without tags and entities; None where nothing is left."""
    if not isinstance(text, str):
        return None
    words = html.unescape(TAG.sub(" ", text[: 4 * LONGEST_TITLE])).split()
    return " ".join(words)[:LONGEST_TITLE] or None


def plain_ref(text: object) -> str | None:
    """The id as it is; None where there is none, or one too long to be kept."""
    if not isinstance(text, str):
        return None
    ref = text.strip()
    return ref if 0 < len(ref) <= LONGEST_REF else None


def first_of_each(items: Iterable[Item | None], most: int) -> tuple[Item, ...]:
    """The items in their order, the first of those that name the same page, and at most so many.

    A list that is longer than twice that, most of it repeated or without links, is not read to its end.
    """
    return tuple(islice(_unique(islice(items, 2 * most)), most))


def _unique(items: Iterable[Item | None]) -> Iterator[Item]:
    seen: set[str] = set()
    for item in items:
        if item is None or (page := urldefrag(item.url).url) in seen:
            continue
        seen.add(page)
        yield item
