"""Feeds of a site on this machine, polled on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from attribune.desk.adding import Filed
from attribune.desk.desk import Desk
from attribune.desk.polling import Polled, Poller
from attribune.fetch import Manners
from tests.desk.news import page
from tests.fetch.builders import fetcher
from tests.fetch.server import Script, Site, reply


def rss(*links: str, title: str = "Norvik Post") -> bytes:
    items = "".join(f"<item><title>News</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def sitemap(*links: str, kind: str = "urlset", entry: str = "url") -> bytes:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    entries = "".join(f"<{entry}><loc>{link}</loc></{entry}>" for link in links)
    return f'<?xml version="1.0"?><{kind} xmlns="{space}">{entries}</{kind}>'.encode()


def article(text: str) -> Script:
    return reply(200, page(text).encode(), "Content-Type: text/html; charset=utf-8")


def conditional(site: Site, path: str, etag: str, body: bytes) -> Script:
    """An answer that is 304 where its own ETag comes back, letter for letter."""

    def send(connection: Any) -> None:
        known = site.asked[-1].headers.get("if-none-match") == etag
        reply(304 if known else 200, b"" if known else body, f"ETag: {etag}")(connection)

    return send


def poll(desk: Desk, *, only: Sequence[int] = (), force: bool = False, jobs: int = 1) -> list[Polled | Filed]:
    """Everything that a poll tells; nobody waits, as the pauses' clock is the test's."""
    with fetcher(manners=Manners(pause=0.0)) as asking:
        return list(Poller(desk.ledger, asking, "Ada", jobs).poll(only=only, force=force))


def told(found: Sequence[Polled | Filed]) -> list[str]:
    return [one.state if isinstance(one, Polled) else one.outcome for one in found]


def let_pass(desk: Desk, hours: int) -> None:
    """Make everything due so many hours earlier."""
    earlier = timedelta(hours=hours)
    with desk.ledger.writing("test") as writer:
        for feed in writer.followed():
            writer.mark_feed(replace(feed, due=feed.due and feed.due - earlier))
            writer.mark_items(replace(item, due=item.due and item.due - earlier) for item in writer.items(feed.id))


def hours_until(moment: datetime | None) -> int:
    """Whole hours from now, rounded."""
    assert moment is not None
    return round((moment - datetime.now(UTC)) / timedelta(hours=1))
