"""What a ledger in a database keeps; each change is sealed into the audit log in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, select, update

from attribune.errors import LedgerError
from attribune.ledger.addition import Added, Addition, Carried, Known, Vectors
from attribune.ledger.decision import Decision, DecisionKind
from attribune.ledger.merging import merged, origins_of, undoable
from attribune.ledger.moments import next_moment
from attribune.ledger.rereading import of_the_same
from attribune.ledger.review import Review, Verdict
from attribune.ledger.sealing import seal_of_capture
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.ledger.sql import audit, feeds, people, reviewing, write
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.read import parts
from attribune.ledger.sql.reader import SqlReader
from attribune.ledger.sql.rows import spaced_terms
from attribune.reading import Reading
from attribune.version import program


def _now() -> datetime:
    return datetime.now(UTC)


def _unknown(noun: str, number: int) -> LedgerError:
    return LedgerError(f"{noun} {number}: is not in the ledger; nothing was changed")


@dataclass
class SqlWriter(SqlReader):
    """One transaction of changes by ``by``; see :class:`attribune.ledger.contract.LedgerWriter`."""

    by: str
    now: datetime = field(default_factory=_now)

    def __post_init__(self) -> None:
        """Let the moment come after that of the last change."""
        self.now = next_moment(self.now, audit.newest(self.connection))

    def add(self, addition: Addition) -> Added:
        """Put an article in: as new, as the next version at its locator, or as known where the text is the same."""
        last = self._newest_version(addition.locator)
        article, capture = addition.reading.article, addition.capture
        write.put_blob(self.connection, capture)
        if last is not None and last.sha256 == article.id:
            card = write.put_capture(self.connection, capture, addition.found_at, last.id, self._stamp(None))
            detail = {"article": last.id, "capture": capture.sha256, "found": seal_of_capture(card)}
            self._record("capture", addition.locator, detail)
            return Added("known", last.id, 0)
        captured = (capture.captured or self.now).astimezone(UTC)
        stamp = self._stamp((article.published or captured).date())
        version = last.version + 1 if last is not None else 1
        about = {
            "locator": addition.locator,
            "version": version,
            "day": stamp.day,
            "capture": capture.sha256,
            "captured_at": captured,
            "recorded_at": self.now,
        }
        number = write.put_article(self.connection, addition.reading, about)
        card = write.put_capture(self.connection, capture, addition.found_at, number, stamp)
        put = write.put_reading(self.connection, number, addition.reading, addition.known, stamp)
        write.put_vectors(self.connection, put, addition.vectors)
        detail = {"article": number, "version": version, "text": article.id, "capture": capture.sha256}
        detail |= {"found": seal_of_capture(card), "day": stamp.day.isoformat(), "program": stamp.program, **put.detail}
        detail["model"] = addition.vectors.model if addition.vectors else None
        if last is not None:
            self._supersede_article(last.id)
            detail["reviews"] = reviewing.carry(self, addition.carried, put.lines)
        self._record("article", addition.locator, detail)
        return Added("version" if last is not None else "new", number, len(put.lines), put.lines)

    def reread(
        self,
        entry: int,
        reading: Reading,
        *,
        known: Mapping[int, Known],
        vectors: Vectors | None,
        carried: Mapping[int, Carried],
    ) -> Added:
        """A newer reading of an article that is in; the older one is superseded, its reviews are carried over."""
        known_as = self.entry(entry)
        if known_as is None:
            raise _unknown("article", entry)
        same = of_the_same(known_as, reading)
        self._supersede_readings(entry)
        put = write.put_reading(self.connection, entry, same, known, self._stamp(known_as.day))
        write.put_vectors(self.connection, put, vectors)
        told = reviewing.carry(self, carried, put.lines)
        detail = {"article": entry, "program": program(), **put.detail, "reviews": told}
        detail["model"] = vectors.model if vectors else None
        self._record("reread", known_as.locator, detail)
        return Added("known", entry, len(put.lines), put.lines)

    def review(
        self, line: int, verdict: Verdict, *, corrections: Mapping[str, str] | None = None, note: str | None = None
    ) -> Review:
        """Say what is right or wrong about a line."""
        self._check(t.statements, "line", line)
        review = Review(0, line, verdict, self.by, self.now, dict(corrections or {}), note)
        kept = reviewing.put(self, review)
        detail = {"review": kept.id, "line": line, "verdict": verdict, "corrections": dict(kept.corrections)}
        self._record("review", f"line {line}", detail, note)
        return kept

    def decide(
        self, kind: DecisionKind, identity: int, other: int | None, *, appearances: Collection[int] = (), reason: str
    ) -> Decision:
        """Merge two identities, keep them apart, or split appearances off one."""
        some = tuple(sorted(appearances)) if kind == "split" else ()
        for one in (identity, other):
            self._check(t.speakers, "speaker", one)
        stands = self._standing(None)
        origins = origins_of(stands, identity, self._owners(some)) if kind == "split" else ()
        made = self._split_off(identity, some) if other is None else None
        target = made[0] if made else other or 0
        if kind == "merge":
            identity, target = merged(stands, identity, target)
        number = write.next_id(self.connection, t.decisions)
        decision = Decision(number, kind, identity, target, self.by, reason, self.now, some, origins=origins)
        row = {
            "id": number,
            "kind": kind,
            "speaker_id": identity,
            "other_id": target,
            "appearances": list(map(list, zip(some, origins, strict=True))),
            "along": [],
            "reason": reason,
            "by": self.by,
            "recorded_at": self.now,
        }
        write.put(self.connection, t.decisions, [row])
        if kind == "split":
            self._move(some, target)
        detail = {"decision": number, "speaker": identity, "other": target, "appearances": list(some)}
        detail |= {"origins": list(origins), "made": [list(made)] if made else []}
        detail |= {"moved": [[one, target] for one in some]}
        self._record(kind, f"speaker {identity}", detail, reason)
        return decision

    def undo(self, decision: int, *, reason: str) -> Decision:
        """Take a decision back."""
        decisions = self.decisions()
        made = undoable(decision, decisions)
        more = people.along(self.connection, made, decisions) if made.appearances else ()
        undone, row = t.decisions.c.id == decision, {"undone_at": self.now, "along": list(map(list, more))}
        self.connection.execute(update(t.decisions).where(undone).values(row))
        moved = [*zip(made.appearances, made.origins, strict=True), *more]
        for origin in {origin for _, origin in moved}:
            self._move([one for one, home in moved if home == origin], origin)
        detail = {"decision": decision, "moved": list(map(list, moved))}
        self._record("undo", f"speaker {made.identity}", detail, reason)
        return replace(made, undone=self.now, along=more)

    def follow(self, url: str, *, title: str | None = None, outlet: str | None = None) -> Followed:
        """Follow a feed; the one that is there already, where it is."""
        known = next((feed for feed in self.followed() if feed.url == url), None)
        if known is not None:
            return known
        feed = feeds.follow(self.connection, url, title, outlet, self.now)
        self._record("follow", url, feeds.detail_of(feed))
        return feed

    def mark_feed(self, feed: Followed) -> None:
        """Write down how a feed stands after it was asked."""
        known = next((one for one in self.followed() if one.id == feed.id), None)
        feeds.mark_feed(self.connection, feed)
        if known is not None and (known.url, feeds.detail_of(known)) != (feed.url, feeds.detail_of(feed)):
            self._record("feed", feed.url, feeds.detail_of(feed))

    def mark_items(self, items: Iterable[Item]) -> None:
        """Write down what a feed named, and how each stands."""
        feeds.save_items(self.connection, items)

    def unfollow(self, feed: int) -> None:
        """Follow a feed no longer."""
        one = next((followed for followed in self.followed() if followed.id == feed), None)
        if one is None:
            raise _unknown("feed", feed)
        feeds.end_feed(self.connection, feed, self.now)
        self._record("unfollow", one.url, {"feed": feed})

    def keep_search(
        self, name: str, query: str, *, like: str | None, alert: str, target: str | None, last: int
    ) -> SavedSearch:
        """Keep a search under a name; one of that name that is there is replaced."""
        number = write.next_id(self.connection, t.saved_searches)
        search = SavedSearch(number, name, query, like, alert, target, last, self.now)  # type: ignore[arg-type]
        feeds.put_search(self.connection, search)
        detail = {"search": number, "query": query, "like": like, "alert": alert, "target": target}
        self._record("search", name, detail)
        return search

    def mark_search(self, search: int, last: int) -> None:
        """Write down up to which line a kept search has told."""
        c = t.saved_searches.c
        self.connection.execute(update(t.saved_searches).where(c.id == search).values(last=last))

    def drop_search(self, search: int) -> None:
        """Keep a search no longer."""
        if search not in {one.id for one in self.searches()}:
            raise _unknown("search", search)
        feeds.end_search(self.connection, t.saved_searches.c.id == search, self.now)
        self._record("drop search", f"search {search}", {"search": search})

    def _check(self, table: Table, noun: str, number: int | None) -> None:
        """Make sure that there is a row with that number, where one is given."""
        chosen = select(table.c.id).where(table.c.id == number)
        if number is not None and self.connection.scalar(chosen) is None:
            raise _unknown(noun, number)

    def _owners(self, appearances: Iterable[int]) -> Mapping[int, int | None]:
        """The identities of some appearances."""
        a, wanted = t.appearances.c, list(appearances)
        rows = {
            row.id: row.speaker_id
            for some in parts(wanted)
            for row in self.connection.execute(select(a.id, a.speaker_id).where(a.id.in_(some)))
        }
        return {one: rows.get(one) for one in wanted}

    def _stamp(self, day: Any) -> write.Stamp:
        return write.Stamp(self.now, day, program())

    def _newest_version(self, locator: str) -> Any:
        a = t.articles.c
        chosen = select(a.id, a.sha256, a.version).where(a.locator == locator, a.superseded_at.is_(None))
        return self.connection.execute(chosen).first()

    def _supersede_article(self, number: int) -> None:
        a = t.articles.c
        self.connection.execute(update(t.articles).where(a.id == number).values(superseded_at=self.now))
        self._supersede_readings(number)

    def _supersede_readings(self, article: int) -> None:
        r, s = t.readings.c, t.statements.c
        chosen = select(r.id).where(r.article_id == article, r.superseded_at.is_(None))
        readings = self.connection.execute(chosen).scalars().all()
        lines = select(s.id).where(s.reading_id.in_(readings))
        for table, which in (
            (t.timeline, t.timeline.c.statement_id.in_(lines)),
            (t.statements, s.reading_id.in_(readings)),
            (t.readings, r.id.in_(readings)),
        ):
            self.connection.execute(update(table).where(which).values(superseded_at=self.now))

    def _split_off(self, identity: int, appearances: tuple[int, ...]) -> write.Made:
        """A new identity for some appearances, under the name that they have."""
        a = t.appearances.c
        first = self.connection.execute(select(t.appearances).where(a.id == appearances[0])).one()
        number = write.next_id(self.connection, t.speakers)
        key = self.connection.scalar(select(t.speakers.c.key).where(t.speakers.c.id == identity))
        row = {"id": number, "name": first.name, "kind": first.kind, "key": key, "recorded_at": self.now}
        write.put(self.connection, t.speakers, [{**row, "terms": spaced_terms(first.name)}])
        return number, first.name, first.kind, key

    def _move(self, appearances: Iterable[int], identity: int) -> None:
        """Count some appearances to another identity, in the index too."""
        a, s = t.appearances.c, t.statements.c
        for some in parts(appearances):
            chosen = select(s.id).where(s.appearance_id.in_(some))
            lines = self.connection.execute(chosen).scalars().all()
            with reviewing.reindexing(self, lines):
                self.connection.execute(update(t.appearances).where(a.id.in_(some)).values(speaker_id=identity))

    def _record(self, action: str, subject: str, detail: Mapping[str, Any], reason: str | None = None) -> None:
        self._changed.clear()
        audit.record(
            self.connection,
            recorded=self.now,
            by=self.by,
            change=(action, subject),
            detail=detail,
            reason=reason,
        )
