"""What a ledger in memory keeps; each change is sealed into the audit log in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from attribune.errors import LedgerError
from attribune.ledger.addition import Added, Addition, Carried, Known, Vectors
from attribune.ledger.audit import START, AuditEntry
from attribune.ledger.contract import CaptureCard
from attribune.ledger.decision import Decision, DecisionKind
from attribune.ledger.entry import Entry
from attribune.ledger.memory.placing import Placed, Placing, next_id
from attribune.ledger.memory.reader import MemoryReader
from attribune.ledger.memory.state import KeptCapture, KeptIdentity
from attribune.ledger.merging import Counted, along, merged, origins_of, standing, undoable
from attribune.ledger.moments import next_moment
from attribune.ledger.rereading import of_the_same
from attribune.ledger.review import Review, Verdict
from attribune.ledger.sealing import seal_of_capture
from attribune.ledger.source import STANDS, Followed, Item, SavedSearch
from attribune.reading import Reading
from attribune.version import program


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class MemoryWriter(MemoryReader):
    """One transaction of changes by ``by``; see :class:`attribune.ledger.contract.LedgerWriter`."""

    by: str
    now: datetime = field(default_factory=_now)

    def __post_init__(self) -> None:
        """Let the moment come after that of the last change."""
        self.now = next_moment(self.now, self.state.audit[-1].recorded if self.state.audit else None)

    def add(self, addition: Addition) -> Added:
        """Put an article in: as new, as the next version at its locator, or as known where the text is the same."""
        article, sha256 = addition.reading.article, addition.capture.sha256
        last = next((one for one in self.entries(locator=addition.locator) if one.superseded is None), None)
        self.state.blobs.setdefault(sha256, addition.capture.data)
        if last is not None and last.article.id == article.id:
            found = seal_of_capture(self._put_capture(addition, last.id))
            self._record("capture", addition.locator, {"article": last.id, "capture": sha256, "found": found})
            return Added("known", last.id, 0)
        entry = self._put_entry(addition, last.version + 1 if last is not None else 1)
        found = seal_of_capture(self._put_capture(addition, entry.id))
        placed = self._place(entry, addition.reading, addition.known, addition.vectors)
        detail = {"article": entry.id, "version": entry.version, "text": article.id, "capture": sha256}
        detail |= {"found": found, "day": entry.day.isoformat(), "program": program(), **placed.detail}
        detail["model"] = addition.vectors.model if addition.vectors else None
        if last is not None:
            self.state.entries[last.id] = replace(self.state.entries[last.id], superseded=self.now)
            self._supersede_readings(last.id)
            detail["reviews"] = self._carry(addition.carried, placed.lines)
        self._record("article", addition.locator, detail)
        return Added("version" if last is not None else "new", entry.id, len(placed.lines), placed.lines)

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
        known_as = self._known(self.state.entries, entry, "article")
        same = of_the_same(known_as, reading)
        self._supersede_readings(entry)
        placed = self._place(known_as, same, known, vectors)
        detail = {"article": entry, "program": program(), **placed.detail}
        detail["model"] = vectors.model if vectors else None
        self._record("reread", known_as.locator, detail | {"reviews": self._carry(carried, placed.lines)})
        return Added("known", entry, len(placed.lines), placed.lines)

    def review(
        self, line: int, verdict: Verdict, *, corrections: Mapping[str, str] | None = None, note: str | None = None
    ) -> Review:
        """Say what is right or wrong about a line."""
        self._known(self.state.lines, line, "line")
        review = self._put_review(Review(0, line, verdict, self.by, self.now, dict(corrections or {}), note))
        detail = {"review": review.id, "line": line, "verdict": verdict, "corrections": dict(review.corrections)}
        self._record("review", f"line {line}", detail, note)
        return review

    def decide(
        self, kind: DecisionKind, identity: int, other: int | None, *, appearances: Collection[int] = (), reason: str
    ) -> Decision:
        """Merge two identities, keep them apart, or split appearances off one."""
        some = tuple(sorted(appearances)) if kind == "split" else ()
        self._known(self.state.identities, identity, "speaker")
        if other is not None:
            self._known(self.state.identities, other, "speaker")
        stands = standing(self.decisions())
        origins = origins_of(stands, identity, self._owners(some)) if kind == "split" else ()
        target = self._split_off(identity, some) if other is None else other
        made = [] if other is not None else [self.state.identities[target]]
        if kind == "merge":
            identity, target = merged(stands, identity, target)
        number = next_id(self.state.decisions)
        decision = Decision(number, kind, identity, target, self.by, reason, self.now, some, origins=origins)
        self.state.decisions[number] = decision
        if kind == "split":
            self._move(some, target)
        detail = {"decision": number, "speaker": identity, "other": target, "appearances": list(some)}
        named = [[one.id, one.name, one.kind, one.key] for one in made]
        detail |= {"origins": list(origins), "made": named, "moved": [[one, target] for one in some]}
        self._record(kind, f"speaker {identity}", detail, reason)
        return decision

    def undo(self, decision: int, *, reason: str) -> Decision:
        """Take a decision back."""
        made = undoable(decision, self.decisions())
        more = self._along(made) if made.appearances else ()
        undone = self.state.decisions[decision] = replace(made, undone=self.now, along=more)
        moved = [*zip(made.appearances, made.origins, strict=True), *more]
        for appearance, origin in moved:
            self._move([appearance], origin)
        detail = {"decision": decision, "moved": list(map(list, moved))}
        self._record("undo", f"speaker {made.identity}", detail, reason)
        return undone

    def follow(self, url: str, *, title: str | None = None, outlet: str | None = None) -> Followed:
        """Follow a feed; the one that is there already, where it is."""
        known = next((feed for feed in self.state.feeds.values() if feed.url == url), None)
        if known is not None and known.removed is None:
            return known
        feed = Followed(next_id(self.state.feeds), url, self.now, title, outlet)
        feed = feed if known is None else replace(known, removed=None)
        self.state.feeds[feed.id] = feed
        self._record("follow", url, {"feed": feed.id, "title": feed.title, "outlet": feed.outlet})
        return feed

    def mark_feed(self, feed: Followed) -> None:
        """Write down how a feed stands after it was asked."""
        if any(one.url == feed.url and one.id != feed.id for one in self.state.feeds.values()):
            raise LedgerError(f"{feed.url}: another feed has that address")
        known = self.state.feeds.get(feed.id)
        if known is not None and known.removed is None:
            self.state.feeds[feed.id] = replace(known, **{name: getattr(feed, name) for name in STANDS})
            if (known.url, known.title, known.outlet) != (feed.url, feed.title, feed.outlet):
                self._record("feed", feed.url, {"feed": feed.id, "title": feed.title, "outlet": feed.outlet})

    def mark_items(self, items: Iterable[Item]) -> None:
        """Write down what a feed named, and how each stands."""
        for item in items:
            self._known(self.state.feeds, item.feed, "feed")
            self.state.items[item.feed, item.url] = item

    def unfollow(self, feed: int) -> None:
        """Follow a feed no longer."""
        one = self._known({one.id: one for one in self.followed()}, feed, "feed")
        self.state.feeds[feed] = replace(one, removed=self.now)
        self._record("unfollow", one.url, {"feed": feed})

    def keep_search(
        self, name: str, query: str, *, like: str | None, alert: str, target: str | None, last: int
    ) -> SavedSearch:
        """Keep a search under a name; one of that name that is there is replaced."""
        for one in self.searches():
            if one.name == name:
                self.state.searches[one.id] = replace(one, removed=self.now)
        number = next_id(self.state.searches)
        search = SavedSearch(number, name, query, like, alert, target, last, self.now)  # type: ignore[arg-type]
        self.state.searches[number] = search
        detail = {"search": number, "query": query, "like": like, "alert": alert, "target": target}
        self._record("search", name, detail)
        return search

    def mark_search(self, search: int, last: int) -> None:
        """Write down up to which line a kept search has told."""
        if search in self.state.searches:
            self.state.searches[search] = replace(self.state.searches[search], last=last)

    def drop_search(self, search: int) -> None:
        """Keep a search no longer."""
        one = self._known({one.id: one for one in self.searches()}, search, "search")
        self.state.searches[search] = replace(one, removed=self.now)
        self._record("drop search", f"search {search}", {"search": search})

    @staticmethod
    def _known(rows: Mapping[int, Any], number: int, noun: str) -> Any:
        if number not in rows:
            raise LedgerError(f"{noun} {number}: is not in the ledger; nothing was changed")
        return rows[number]

    def _put_entry(self, addition: Addition, version: int) -> Entry:
        reading, capture = addition.reading, addition.capture
        article, captured = reading.article, (capture.captured or self.now).astimezone(UTC)
        number, program_ = next_id(self.state.entries), program()
        self.state.texts.setdefault(article.id, article.text)
        entry = Entry(
            id=number,
            locator=addition.locator,
            version=version,
            article=article,
            capture=capture.sha256,
            captured=captured,
            recorded=self.now,
            superseded=None,
            reader=reading.reader,
            program=program_,
            statements=len(reading.statements),
        )
        self.state.entries[number] = entry
        return entry

    def _put_capture(self, addition: Addition, entry: int) -> CaptureCard:
        capture = addition.capture
        card = CaptureCard(
            sha256=capture.sha256,
            place=addition.found_at,
            kind=capture.kind,
            name=capture.name,
            file=capture.file,
            url=capture.url,
            charset=capture.charset,
            part=capture.part,
            captured=(capture.captured or self.now).astimezone(UTC),
            recorded=self.now,
            program=program(),
        )
        self.state.captures[next_id(self.state.captures)] = KeptCapture(entry, card.place, card)
        return card

    def _place(self, entry: Entry, reading: Reading, known: Mapping[int, Known], vectors: Vectors | None) -> Placed:
        return Placing(self.state, entry, entry.day, reading, self.now).place(known, vectors)

    def _supersede_readings(self, entry: int) -> None:
        for number, stored in self.state.readings.items():
            if stored.entry == entry and stored.superseded is None:
                self.state.readings[number] = replace(stored, superseded=self.now)
        for number, kept in self.state.lines.items():
            if kept.line.entry == entry and kept.line.superseded is None:
                self.state.lines[number] = replace(kept, line=replace(kept.line, superseded=self.now))

    def _put_review(self, review: Review) -> Review:
        kept = replace(review, id=next_id(self.state.reviews))
        self.state.reviews[kept.id] = kept
        return kept

    def _carry(self, carried: Mapping[int, Carried], lines: Sequence[int]) -> list[dict[str, Any]]:
        """Give the reviews of older lines to the lines of a newer reading; what came of each, for the audit log."""
        told = []
        for line, review in sorted(self._standing_reviews(None).items()):
            found = carried.get(line)
            if found is None:
                continue
            if found.number is None:
                told.append({"review": review.id, "to": None, "reason": found.reason})
                continue
            certain, target = found.certain and review.certain, lines[found.number]
            moved = replace(review, line=target, recorded=self.now, carried=review.id, certain=certain)
            new = self._put_review(replace(moved, reason=found.reason))
            told.append({"review": review.id, "to": new.id, "line": target, "certain": certain, "reason": found.reason})
        return told

    def _along(self, split: Decision) -> tuple[tuple[int, int], ...]:
        counted = [
            Counted(
                number,
                kept.appearance.speaker.name,
                self.state.entries[kept.appearance.entry].locator,
                self.state.readings[kept.reading].recorded,
            )
            for number, kept in self.state.appearances.items()
            if kept.appearance.identity == split.other
        ]
        is_own = self.state.identities[split.other].recorded == split.recorded
        return along(split, counted, self.decisions(), is_own=is_own)

    def _owners(self, appearances: Iterable[int]) -> Mapping[int, int | None]:
        known = self.state.appearances
        return {one: known[one].appearance.identity if one in known else None for one in appearances}

    def _split_off(self, identity: int, appearances: Sequence[int]) -> int:
        """A new identity for some appearances, under the name that they have."""
        number, speaker = next_id(self.state.identities), self.state.appearances[appearances[0]].appearance.speaker
        key = self.state.identities[identity].key
        self.state.identities[number] = KeptIdentity(number, speaker.name, speaker.kind, key, self.now)
        return number

    def _move(self, appearances: Iterable[int], identity: int) -> None:
        """Count some appearances to another identity."""
        for one in appearances:
            kept = self.state.appearances[one]
            moved = replace(kept.appearance, identity=identity)
            self.state.appearances[one] = replace(kept, appearance=moved)

    def _record(self, action: str, subject: str, detail: Mapping[str, Any], reason: str | None = None) -> None:
        last = self.state.audit[-1] if self.state.audit else None
        number, previous = (last.number + 1, last.seal) if last else (1, START)
        entry = AuditEntry(number, self.now, self.by, action, subject, detail, reason, previous, "")
        self.state.audit.append(replace(entry, seal=entry.expected))
