"""Feeds polled: what is new in them is fetched and added, politely and no more often than allowed."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from attribune.capture import Capture
from attribune.desk.adding import Filed, add_captures
from attribune.desk.fetching import fetch_pages
from attribune.errors import Gone, InputError
from attribune.fetch import Fetched, Fetcher
from attribune.intake import Failure
from attribune.intake.feeds import Feed, read_feed
from attribune.ledger.contract import Ledger
from attribune.ledger.source import Followed, Item

OFTEN = timedelta(hours=1)  # between two polls of a feed that tells when nothing changed
SELDOM = timedelta(hours=3)  # of one that does not
LONGEST = timedelta(hours=24)  # after many failures
TRIES = 4  # of an article's address
SITEMAPS = 10  # of an index, the newest
MOST = 100  # new addresses of one feed that are fetched in one poll

PollState = Literal["new", "unchanged", "waiting", "failed", "gone"]


@dataclass(frozen=True)
class Polled:
    """How a feed answered: with ``new`` addresses, ``unchanged``, not asked as it is not due (``waiting``), or not."""

    feed: Followed
    state: PollState
    found: int = 0
    problem: str | None = None


@dataclass(frozen=True)
class Poller:
    """Polls the feeds of one ledger."""

    ledger: Ledger
    fetcher: Fetcher
    by: str
    jobs: int = 1
    most: int = MOST

    def poll(self, *, only: Sequence[int] = (), force: bool = False) -> Generator[Polled | Filed, None, None]:
        """Ask each feed that is due (all, with ``force``), then fetch and add what is new in them."""
        with self.ledger.reading_from() as reader:
            feeds = [feed for feed in reader.followed() if not only or feed.id in only]
        for feed in feeds:
            yield self._ask(feed, force=force)
        yield from self._add_items(feeds)

    def _ask(self, feed: Followed, *, force: bool) -> Polled:
        now = datetime.now(UTC)
        if feed.due is not None and feed.due > now and not force:
            return Polled(feed, "waiting")
        try:
            fetched = self.fetcher.fetch(feed.url, etag=feed.etag, last_modified=feed.modified)
            listed = None if fetched.status == NOT_MODIFIED else self._whole(read_feed(fetched.body, fetched.url))
        except Gone as error:
            return self._gone(feed, error)
        except InputError as error:
            return self._failed(feed, error, now)
        return self._answered(feed, fetched, listed, now)

    def _whole(self, feed: Feed) -> Feed:
        """The feed; of an index of sitemaps what the newest of them list."""
        if feed.kind != "index":
            return feed
        newest = sorted(feed.items, key=lambda item: item.published or EARLIEST, reverse=True)[:SITEMAPS]
        found = []
        for item in newest:
            fetched = self.fetcher.fetch(item.url)
            found.extend(read_feed(fetched.body, fetched.url).items)
        return Feed("sitemap", feed.title, tuple(found))

    def _gone(self, feed: Followed, error: Gone) -> Polled:
        with self.ledger.writing(self.by) as writer:
            writer.unfollow(feed.id)
        return Polled(feed, "gone", problem=str(error))

    def _failed(self, feed: Followed, error: InputError, now: datetime) -> Polled:
        wait = min(OFTEN * 2 ** min(feed.failures, 10), LONGEST)
        due = max(now + wait, getattr(error, "retry_at", None) or now)
        failed = replace(feed, polled=now, due=due, failures=feed.failures + 1, problem=str(error))
        with self.ledger.writing(self.by) as writer:
            writer.mark_feed(failed)
        return Polled(failed, "failed", problem=str(error))

    def _answered(self, feed: Followed, fetched: Fetched, listed: Feed | None, now: datetime) -> Polled:
        conditional = fetched.etag or fetched.last_modified
        asked = replace(
            feed,
            url=fetched.moved_to or feed.url,
            title=feed.title or (listed.title if listed else None),
            etag=fetched.etag,
            modified=fetched.last_modified,
            polled=now,
            due=now + (OFTEN if conditional else SELDOM),
            failures=0,
            problem=None,
        )
        with self.ledger.writing(self.by) as writer:
            new = [] if listed is None else _new_items(feed, listed, {item.url for item in writer.items(feed.id)}, now)
            writer.mark_feed(asked)
            writer.mark_items(new)
        return Polled(asked, "new" if new else "unchanged", len(new))

    def _add_items(self, feeds: Iterable[Followed]) -> Iterator[Filed]:
        """Fetch and add what is new, and what failed and may be tried again."""
        now = datetime.now(UTC)
        with self.ledger.reading_from() as reader:
            waiting = [item for feed in feeds for item in _due(reader.items(feed.id), now)[: self.most]]
        by_url = {item.url: item for item in waiting}
        asked: dict[str, Item] = {}

        def captures() -> Iterator[Capture | Failure]:
            for url, got in fetch_pages(self.fetcher, by_url):
                asked[got.name] = by_url[url]
                yield got

        for filed in add_captures(self.ledger, captures(), by=self.by, jobs=self.jobs):
            with self.ledger.writing(self.by) as writer:
                writer.mark_items([_marked(asked[filed.name], filed)])
            yield filed


NOT_MODIFIED = 304
EARLIEST = datetime.min.replace(tzinfo=UTC)


def _new_items(feed: Followed, listed: Feed, known: set[str], now: datetime) -> list[Item]:
    return [
        Item(feed.id, item.url, now, item.title, item.published)
        for item in {item.url: item for item in listed.items}.values()
        if item.url not in known
    ]


def _due(items: Iterable[Item], now: datetime) -> list[Item]:
    """What may be fetched now, newest first."""
    due = [item for item in items if item.status == "new" or _again(item, now)]
    return sorted(due, key=lambda item: item.published or item.seen, reverse=True)


def _again(item: Item, now: datetime) -> bool:
    return item.status == "failed" and item.tries < TRIES and (item.due is None or item.due <= now)


def _marked(item: Item, filed: Filed) -> Item:
    """How an item stands after it was tried."""
    if filed.failure is None:
        return replace(
            item, status="known" if filed.outcome == "known" else "added", tries=item.tries + 1, problem=None
        )
    error, now = filed.failure.error, datetime.now(UTC)
    status: Literal["gone", "failed"] = "gone" if isinstance(error, Gone) else "failed"
    due = max(now + OFTEN * 2**item.tries, getattr(error, "retry_at", None) or now)
    return replace(item, status=status, tries=item.tries + 1, due=due, problem=str(error))
