"""The desk: one open ledger and everything that can be done with it, the same for all who do it."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from attribune.capture import Capture
from attribune.desk import speakers
from attribune.desk.asking import utc, whoami
from attribune.desk.differences import Difference, differences, versions_of
from attribune.desk.searching import Found, Search, search
from attribune.desk.speakers import Known, Suggested
from attribune.errors import MissingExtra, UsageError
from attribune.ledger.contract import Counts, Ledger
from attribune.ledger.decision import Decision
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Identity
from attribune.ledger.line import Line
from attribune.ledger.opening import open_any
from attribune.ledger.query import terms_of
from attribune.ledger.review import Review, Verdict
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.reading import Reading

if TYPE_CHECKING:  # what a verb needs is loaded when it is first used: who searches waits for no reader
    import pandas

    from attribune.desk.adding import Filed
    from attribune.desk.meanings import Meanings
    from attribune.desk.polling import Polled
    from attribune.desk.rereading import Reread
    from attribune.desk.verifying import Problem, Told, Verification
    from attribune.desk.watching import Alert
    from attribune.fetch import Fetcher
    from attribune.intake import Failure, Paths


@dataclass
class Desk:
    """An open ledger; ``by`` is who signs what is changed. Close it, or use it in a ``with`` block."""

    ledger: Ledger
    by: str = field(default_factory=whoami)
    allow: Sequence[str] = ()  # hosts and networks that may be fetched from, though they are not public
    _known_meanings: Meanings | None = field(default=None, repr=False)

    @classmethod
    def open(cls, address: str | Path, *, by: str | None = None, allow: Sequence[str] = ()) -> Self:
        """The ledger in a file, on a server (``postgresql://...``), or an empty one that is forgotten (``memory:``).

        Raises :class:`attribune.errors.LedgerError` where there is none.
        """
        return cls(open_any(str(address)), by or whoami(), allow)

    def close(self) -> None:
        """Let go of files and connections."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, paths: Paths, *, jobs: int = 1, stdin: BinaryIO | None = None) -> Generator[Filed, None, None]:
        """What came of each article behind the paths, in their order, then of each address, as it comes."""
        from attribune.desk.adding import captures_in
        from attribune.desk.fetching import fetch_pages
        from attribune.intake import ADDRESS, find_files

        names = [str(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]
        addresses = [name for name in names if ADDRESS.match(name)]
        files = [name for name in names if not ADDRESS.match(name)]
        if files or not addresses:
            yield from self.add_captures(captures_in(find_files(files), stdin), jobs=jobs)
        if addresses:
            with self._fetcher() as fetcher, closing(fetch_pages(fetcher, addresses)) as pages:
                yield from self.add_captures((got for _, got in pages), jobs=jobs)

    def add_captures(self, captures: Iterable[Capture | Failure], *, jobs: int = 1) -> Generator[Filed, None, None]:
        """What came of each capture."""
        from attribune.desk.adding import add_captures

        return add_captures(self.ledger, captures, by=self.by, jobs=jobs)

    def search(
        self,
        query: str = "",
        *,
        like: str | None = None,
        limit: int = 20,
        offset: int = 0,
        at: datetime | None = None,
    ) -> Found:
        """Lines that a query finds, or that mean what ``like`` says; newest or nearest first."""
        return self.find(Search(query, like, limit, offset, at=utc(at)))

    def find(self, wanted: Search) -> Found:
        """What a search finds."""
        return search(self.ledger, wanted, self._meanings)

    def to_frame(self, query: str = "", *, limit: int = 10_000, at: datetime | None = None) -> pandas.DataFrame:
        """A row for each line that a query finds; :class:`MissingExtra` where pandas is not installed."""
        try:
            import pandas
        except ImportError as cause:
            raise MissingExtra("data frames need pandas: pip install 'attribune[frames]'") from cause
        from attribune.desk.rows import COLUMNS, row_of

        hits = self.search(query, limit=limit, at=utc(at)).hits
        return pandas.DataFrame([row_of(hit.line) for hit in hits], columns=list(COLUMNS))

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self.ledger.reading_from() as reader:
            return reader.counts()

    def articles(self, *, at: datetime | None = None) -> Iterator[Entry]:
        """The current articles, oldest first."""
        with self.ledger.reading_from() as reader:
            yield from reader.entries(at=utc(at))

    def versions(self, name: str | int) -> Sequence[Entry]:
        """All versions of the article that an address, file, number or hash stands for."""
        with self.ledger.reading_from() as reader:
            return versions_of(reader, str(name))

    def reading(self, entry: int, *, at: datetime | None = None) -> Reading:
        """Everything that was read in an article; :class:`UsageError` where the ledger has none of that number."""
        with self.ledger.reading_from() as reader:
            stored = reader.reading(entry, at=utc(at))
        if stored is None:
            raise UsageError(f"article {entry} is not in the ledger")
        return stored.reading

    def lines(self, entry: int, *, at: datetime | None = None) -> Sequence[Line]:
        """The lines of an article, in its order."""
        with self.ledger.reading_from() as reader:
            return reader.lines_of(entry, at=utc(at))

    def diff(self, name: str | int, *, old: int | None = None, new: int | None = None) -> Difference:
        """What changed between two versions of an article; the last two, unless others are named."""
        with self.ledger.reading_from() as reader:
            return differences(reader, str(name), old=old, new=new)

    def review(
        self, line: int, verdict: Verdict, *, corrections: Mapping[str, str] | None = None, note: str | None = None
    ) -> Review:
        """Say what is right or wrong about a line; it stays with the statement when that is read anew."""
        from attribune.desk.reviewing import check_review

        with self.ledger.writing(self.by) as writer:
            check_review(writer, line, verdict, corrections or {})
            return writer.review(line, verdict, corrections=corrections, note=note)

    def speakers(
        self, name: str | None = None, *, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Identity]:
        """Speakers across articles, most heard first; those only whose names hold all the words of ``name``."""
        if name is not None and not terms_of(name):
            raise UsageError(f"{name!r} holds no word of a name; give one, or leave it out for all speakers")
        with self.ledger.reading_from() as reader:
            return reader.identities(name=name, limit=limit, at=utc(at))

    def speaker(self, identity: int, *, at: datetime | None = None) -> Known:
        """Everything that is known of one speaker."""
        with self.ledger.reading_from() as reader:
            return speakers.known_speaker(reader, identity, at=utc(at))

    def suggestions(self, *, at_least: float = 0.6, about: int | None = None) -> list[Suggested]:
        """Speakers that may be one, best first."""
        with self.ledger.reading_from() as reader:
            return speakers.suggestions(reader, at_least=at_least, about=about)

    def merge(self, into: int, other: int, *, reason: str) -> Decision:
        """Count two speakers as one, under the first one's name."""
        return speakers.merge(self.ledger, into, other, by=self.by, reason=reason)

    def keep_apart(self, one: int, other: int, *, reason: str) -> Decision:
        """Say that two speakers are two."""
        return speakers.keep_apart(self.ledger, one, other, by=self.by, reason=reason)

    def split(self, identity: int, articles: Iterable[int], *, reason: str) -> Decision:
        """Count a speaker of some articles as another one."""
        return speakers.split(self.ledger, identity, articles, by=self.by, reason=reason)

    def undo(self, decision: int, *, reason: str) -> Decision:
        """Take a decision on speakers back."""
        return speakers.undo(self.ledger, decision, by=self.by, reason=reason)

    def decisions(self) -> Sequence[Decision]:
        """All decisions on speakers, oldest first."""
        with self.ledger.reading_from() as reader:
            return reader.decisions()

    def follow(self, url: str, *, title: str | None = None, outlet: str | None = None) -> Followed:
        """Follow a feed or sitemap from the next poll on, under this title and outlet, if it is known under others.

        ``outlet`` is that of articles which name none themselves. Raises :class:`UsageError` for what is no address,
        and for one with a password.
        """
        from attribune.desk.addresses import check_address

        check_address(url, "a feed")
        with self.ledger.writing(self.by) as writer:
            known = writer.follow(url, title=title, outlet=outlet)
            feed = replace(known, title=title or known.title, outlet=outlet or known.outlet)
            if feed != known:
                writer.mark_feed(feed)
            return feed

    def unfollow(self, feed: int) -> None:
        """Follow a feed no longer; :class:`UsageError` where none has that number."""
        with self.ledger.writing(self.by) as writer:
            if feed not in {one.id for one in writer.followed()}:
                raise UsageError(f"feed {feed} is not followed; see attribune feed list")
            writer.unfollow(feed)

    def feeds(self) -> Sequence[tuple[Followed, Sequence[Item]]]:
        """The feeds that are followed, each with what it named."""
        with self.ledger.reading_from() as reader:
            return [(feed, reader.items(feed.id)) for feed in reader.followed()]

    def poll(
        self, *, only: Sequence[int] = (), force: bool = False, jobs: int = 1
    ) -> Generator[Polled | Filed | Alert, None, None]:
        """Ask the feeds that are due, add what is new, then run the kept searches."""
        from attribune.desk.polling import Poller
        from attribune.desk.watching import run_watches

        with self._fetcher() as fetcher:
            yield from Poller(self.ledger, fetcher, self.by, jobs).poll(only=only, force=force)
            yield from run_watches(self.ledger, self._meanings(), fetcher, by=self.by)

    def watch(
        self, name: str, query: str = "", *, like: str | None = None, alert: str = "line", target: str | None = None
    ) -> SavedSearch:
        """Keep a search: at each poll it tells of new lines."""
        from attribune.desk.watching import check_watch, newest_line

        check_watch(name, query, like=like, alert=alert, target=target)
        with self.ledger.writing(self.by) as writer:
            last = newest_line(writer)
            return writer.keep_search(name, query, like=like, alert=alert, target=target, last=last)

    def watches(self) -> Sequence[SavedSearch]:
        """The searches that are kept."""
        with self.ledger.reading_from() as reader:
            return reader.searches()

    def unwatch(self, name: str) -> None:
        """Keep a search no longer; :class:`UsageError` where none has that name."""
        with self.ledger.writing(self.by) as writer:
            for one in writer.searches():
                if one.name == name:
                    writer.drop_search(one.id)
                    return
        raise UsageError(f"no watch is called {name!r}; see attribune watch list")

    def alerts(self) -> Iterator[Alert]:
        """What the kept searches newly found, without a poll."""
        from attribune.desk.watching import run_watches

        with self._fetcher() as fetcher:
            yield from run_watches(self.ledger, self._meanings(), fetcher, by=self.by)

    def outdated(self) -> list[int]:
        """Articles that another reader or program has read."""
        from attribune.desk.rereading import outdated

        return outdated(self.ledger)

    def reread(self, entries: list[int] | None = None) -> Generator[Reread, None, None]:
        """Read articles anew, those that are outdated unless others are named; reviews stay with their statements."""
        from attribune.desk.rereading import reread

        return reread(self.ledger, self.outdated() if entries is None else entries, by=self.by)

    def verify(
        self,
        report: Verification | None = None,
        *,
        quick: bool = False,
        head: str | None = None,
        told: Told | None = None,
    ) -> Iterator[Problem]:
        """Everything recomputed; each problem as it is found."""
        from attribune.desk.verifying import Verification, verify

        with self.ledger.reading_from() as reader:
            yield from verify(reader, report or Verification(), quick=quick, head=head, told=told)

    def _meanings(self) -> Meanings:
        from attribune.desk.meanings import Meanings

        self._known_meanings = self._known_meanings or Meanings()
        return self._known_meanings

    def _fetcher(self) -> Fetcher:
        from attribune.fetch import Fetcher

        return Fetcher.open(allow=self.allow)
