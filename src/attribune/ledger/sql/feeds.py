"""Feeds and kept searches in the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from attribune.errors import LedgerError
from attribune.ledger.source import STANDS, Followed, Item, SavedSearch
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.write import next_id

FEED = {"added": "added_at", "polled": "polled_at", "due": "due_at", "removed": "removed_at"}
ITEM = {"feed": "feed_id", "seen": "seen_at", "due": "due_at"}
SEARCH = {"added": "added_at", "removed": "removed_at"}


def followed(connection: Connection) -> Sequence[Followed]:
    """The feeds that are followed, oldest first."""
    chosen = select(t.feeds).where(t.feeds.c.removed_at.is_(None)).order_by(t.feeds.c.id)
    return [Followed(**_fields(row, FEED)) for row in connection.execute(chosen)]


def follow(connection: Connection, url: str, title: str | None, outlet: str | None, now: datetime) -> Followed:
    """A feed's row; one that was removed is followed again."""
    row = connection.execute(select(t.feeds).where(t.feeds.c.url == url)).first()
    if row is None:
        feed = Followed(next_id(connection, t.feeds), url, now, title, outlet)
        connection.execute(insert(t.feeds).values(_columns(feed, FEED)))
        return feed
    end_feed(connection, row.id, None)
    return Followed(**{**_fields(row, FEED), "removed": None})


def end_feed(connection: Connection, feed: int, removed: datetime | None) -> None:
    """Follow a feed no longer; again, without a moment."""
    connection.execute(update(t.feeds).where(t.feeds.c.id == feed).values(removed_at=removed))


def mark_feed(connection: Connection, feed: Followed) -> None:
    """Write down how a feed stands that is followed still; :class:`LedgerError` where another has its address."""
    c = t.feeds.c
    if connection.scalar(select(c.id).where(c.url == feed.url, c.id != feed.id)) is not None:
        raise LedgerError(f"{feed.url}: another feed has that address")
    columns = _columns(feed, FEED)
    row = {FEED.get(name, name): columns[FEED.get(name, name)] for name in STANDS}
    connection.execute(update(t.feeds).where(c.id == feed.id, c.removed_at.is_(None)).values(row))


def items(connection: Connection, feed: int) -> Sequence[Item]:
    """What a feed named so far, oldest first."""
    columns = [column for column in t.feed_items.c if column.name != "id"]
    chosen = select(*columns).where(t.feed_items.c.feed_id == feed)
    found = [Item(**_fields(row, ITEM)) for row in connection.execute(chosen)]
    return sorted(found, key=lambda item: (item.seen, item.url))  # by code points: databases sort by their languages


def detail_of(feed: Followed) -> dict[str, Any]:
    """What the audit log says of a feed besides its address."""
    return {"feed": feed.id, "title": feed.title, "outlet": feed.outlet}


def save_items(connection: Connection, some: Iterable[Item]) -> None:
    """Write items, whether they are there or not."""
    c = t.feed_items.c
    for item in some:
        row = _columns(item, ITEM)
        changed = connection.execute(update(t.feed_items).where(c.feed_id == item.feed, c.url == item.url).values(row))
        if not changed.rowcount:
            connection.execute(insert(t.feed_items).values(id=next_id(connection, t.feed_items), **row))


def searches(connection: Connection) -> Sequence[SavedSearch]:
    """The searches that are kept, oldest first."""
    c = t.saved_searches.c
    chosen = select(t.saved_searches).where(c.removed_at.is_(None)).order_by(c.id)
    return [SavedSearch(**_fields(row, SEARCH)) for row in connection.execute(chosen)]


def put_search(connection: Connection, search: SavedSearch) -> None:
    """Keep a search; one of that name that is there ends."""
    c = t.saved_searches.c
    end_search(connection, c.name == search.name, search.added)
    connection.execute(insert(t.saved_searches).values(_columns(search, SEARCH)))


def end_search(connection: Connection, which: Any, now: datetime) -> None:
    """Keep some searches no longer."""
    c = t.saved_searches.c
    connection.execute(update(t.saved_searches).where(which, c.removed_at.is_(None)).values(removed_at=now))


def _fields(row: Row[Any], columns: dict[str, str]) -> dict[str, Any]:
    """A row as the fields of its type; ``columns`` has those whose names differ."""
    names = {column: name for name, column in columns.items()}
    return {names.get(column, column): value for column, value in row._mapping.items()}


def _columns(one: Any, columns: dict[str, str]) -> dict[str, Any]:
    return {columns.get(name, name): value for name, value in vars(one).items()}
