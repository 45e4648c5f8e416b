"""Feeds polled: what is new in them is fetched and added, politely and no more often than allowed."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from attribune.capture import Capture
from attribune.desk.adding import Filed, add_captures
from attribune.desk.fetching import Got, fetch_pages
from attribune.desk.files import fault
from attribune.desk.preparing import Listed
from attribune.errors import Gone, InputError, LedgerError, NoArticle, UsageError
from attribune.fetch import Fetched, Fetcher
from attribune.intake import Failure
from attribune.intake.feeds import Feed, read_feed
from attribune.ledger.contract import Ledger, LedgerWriter
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
        """Ask each feed that is due (all, with ``force``), then fetch and add what is new in them.

        Raises :class:`UsageError` for a number in ``only`` that is no feed's.
        """
        with self.ledger.reading_from() as reader:
            followed = reader.followed()
        unknown = sorted(set(only) - {feed.id for feed in followed})
        if unknown:
            raise UsageError(f"feed {unknown[0]} is not followed; see attribune feed list")
        feeds = [feed for feed in followed if not only or feed.id in only]
        for feed in feeds:
            yield self._ask(feed, force=force)
        yield from self._add_items(feeds)

    def _ask(self, feed: Followed, *, force: bool) -> Polled:
        now = datetime.now(UTC)
        if feed.due is not None and feed.due > now and not force:
            return Polled(feed, "waiting")
        try:
            fetched = self.fetcher.fetch(feed.url, etag=feed.etag, last_modified=feed.modified)
            listed = None if fetched.status == NOT_MODIFIED else read_feed(fetched.body, fetched.url)
            if listed is not None and listed.kind == "index":
                listed = self._whole(listed)
                fetched = replace(fetched, etag=None, last_modified=None)  # its sitemaps may change while it does not
        except InputError as error:
            forever = isinstance(error, Gone) and error.status == FOR_GOOD
            return self._gone(feed, error) if forever else self._failed(feed, error, now)
        except Exception as cause:  # noqa: BLE001 - a fault with one feed must not keep others from being asked
            return self._failed(feed, fault(feed.url, cause).error, now)
        return self._answered(feed, fetched, listed, now)

    def _whole(self, feed: Feed) -> Feed:
        """What the newest sitemaps of an index list."""
        newest = sorted(feed.items, key=lambda item: item.published or EARLIEST, reverse=True)[:SITEMAPS]
        read, problems = list[Feed](), list[InputError]()
        for item in newest:
            try:
                fetched = self.fetcher.fetch(item.url)
                read.append(read_feed(fetched.body, fetched.url))
            except InputError as error:
                problems.append(error)
        if problems and not read:
            raise NoArticle(f"is an index of which no sitemap can be read: {problems[0]}") from problems[0]
        return Feed("sitemap", feed.title, tuple(item for one in read if one.kind != "index" for item in one.items))

    def _gone(self, feed: Followed, error: InputError) -> Polled:
        with self.ledger.writing(self.by) as writer:
            writer.unfollow(feed.id)
        return Polled(feed, "gone", problem=str(error))

    def _failed(self, feed: Followed, error: Exception, now: datetime) -> Polled:
        wait = min(OFTEN * 2 ** min(feed.failures, 10), LONGEST)
        due = max(now + wait, getattr(error, "retry_at", None) or now)
        failed = replace(feed, polled=now, due=due, failures=feed.failures + 1, problem=str(error))
        with self.ledger.writing(self.by) as writer:
            _mark(writer, failed)
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
        try:
            return self._marked(asked, listed, now)
        except LedgerError:
            if asked.url == feed.url:
                raise
            return self._marked(replace(asked, url=feed.url), listed, now)  # another feed has the new address

    def _marked(self, feed: Followed, listed: Feed | None, now: datetime) -> Polled:
        with self.ledger.writing(self.by) as writer:
            new = [] if listed is None else _new_items(feed, listed, {item.url for item in writer.items(feed.id)}, now)
            _mark(writer, feed)
            writer.mark_items(new)
        return Polled(feed, "new" if new else "unchanged", len(new))

    def _add_items(self, feeds: Iterable[Followed]) -> Iterator[Filed]:
        """Fetch and add what is new, and what failed and may be tried again."""
        now = datetime.now(UTC)
        with self.ledger.reading_from() as reader:
            outlets = {feed.id: feed.outlet for feed in reader.followed()}
            waiting = [item for feed in feeds for item in _due(reader.items(feed.id), now)[: self.most]]
        by_url: dict[str, list[Item]] = {}
        for item in waiting:
            by_url.setdefault(item.url, []).append(item)
        asked: dict[str, list[Item]] = {}

        def captures(pages: Iterable[Got]) -> Iterator[Capture | Failure]:
            for url, got in pages:
                asked[got.name] = by_url[url]
                yield got

        def listed(capture: Capture) -> Listed:
            return _listed(asked[capture.name], outlets)

        with closing(fetch_pages(self.fetcher, by_url)) as pages:
            found = captures(pages)
            for filed in add_captures(self.ledger, found, by=self.by, jobs=self.jobs, listed=listed):
                with self.ledger.writing(self.by) as writer:
                    writer.mark_items(_tried(item, filed) for item in asked[filed.name])
                yield filed


NOT_MODIFIED, FOR_GOOD = 304, 410
EARLIEST = datetime.min.replace(tzinfo=UTC)


def _mark(writer: LedgerWriter, feed: Followed) -> None:
    """Write down how a feed stands, under the title and outlet that somebody may have given it meanwhile."""
    for one in writer.followed():
        if one.id == feed.id:
            writer.mark_feed(replace(feed, title=one.title or feed.title, outlet=one.outlet))


def _new_items(feed: Followed, listed: Feed, known: set[str], now: datetime) -> list[Item]:
    return [
        Item(feed.id, item.url, now, item.title, item.published)
        for item in {item.url: item for item in listed.items}.values()
        if item.url not in known
    ]


def _listed(items: Sequence[Item], outlets: Mapping[int, str | None]) -> Listed:
    """What the feeds that name an article say of it; without a title, an item's moment is that of its last change."""
    outlet = next((name for item in items if (name := outlets.get(item.feed))), None)
    moments = (item.published for item in items if item.title and item.published and item.published <= item.seen)
    return Listed(outlet, next(moments, None))


def _due(items: Iterable[Item], now: datetime) -> list[Item]:
    """What may be fetched now, newest first."""
    due = [item for item in items if item.status == "new" or _again(item, now)]
    return sorted(due, key=lambda item: item.published or item.seen, reverse=True)


def _again(item: Item, now: datetime) -> bool:
    return item.status == "failed" and item.tries < TRIES and (item.due is None or item.due <= now)


def _tried(item: Item, filed: Filed) -> Item:
    """How an item stands after it was tried."""
    if filed.failure is None:
        return replace(
            item, status="known" if filed.outcome == "known" else "added", tries=item.tries + 1, problem=None
        )
    error, now = filed.failure.error, datetime.now(UTC)
    status: Literal["gone", "failed"] = "gone" if isinstance(error, Gone) else "failed"
    due = max(now + OFTEN * 2**item.tries, getattr(error, "retry_at", None) or now)
    return replace(item, status=status, tries=item.tries + 1, due=due, problem=str(error))
