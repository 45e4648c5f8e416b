"""What a ledger in memory answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from attribune.ledger.addition import Codes
from attribune.ledger.audit import AuditEntry
from attribune.ledger.contract import CaptureCard, Counts, Order, StoredReading
from attribune.ledger.decision import Decision
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance, Assignment, Identity
from attribune.ledger.indexing import NONE, document_of
from attribune.ledger.line import Line
from attribune.ledger.memory.people import People
from attribune.ledger.memory.state import KeptLine, State
from attribune.ledger.moments import end_by, was_current, was_known
from attribune.ledger.query import Facts, Node, matches
from attribune.ledger.review import Review
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.ledger.widening import widened


@dataclass
class MemoryReader:
    """A view of a state that nobody changes; see :class:`attribune.ledger.contract.LedgerReader`."""

    state: State

    def counts(self) -> Counts:
        """How much it holds."""
        current = [entry for entry in self.state.entries.values() if entry.superseded is None]
        return Counts(
            articles=len(current),
            versions=len(self.state.entries),
            statements=sum(kept.line.superseded is None for kept in self.state.lines.values()),
            identities=len(self.state.identities),
            captures=len(self.state.captures),
            outlets=len({entry.article.outlet for entry in current} - {None}),
        )

    def is_known(self, place: str, sha256: str) -> bool:
        """Whether a current article was read from these bytes, found at this file or address."""
        return any(
            kept.place == place and kept.card.sha256 == sha256 and self.state.entries[kept.entry].superseded is None
            for kept in self.state.captures.values()
        )

    def entries(
        self, *, locator: str | None = None, text: str | None = None, at: datetime | None = None
    ) -> Iterator[Entry]:
        """Articles, oldest first."""
        every_version = locator is not None or text is not None
        for entry in self.state.entries.values():
            if locator not in {None, entry.locator} or text not in {None, entry.article.id}:
                continue
            if was_known(entry.recorded, at) and (every_version or end_by(entry.superseded, at) is None):
                yield self._entry(entry, at)

    def entry(self, entry: int) -> Entry | None:
        """The article with that id."""
        found = self.state.entries.get(entry)
        return None if found is None else self._entry(found, None)

    def reading(self, entry: int, *, at: datetime | None = None) -> StoredReading | None:
        """The newest reading of an article."""
        return next(iter(self._newest(entry, at)), None)

    def readings(self) -> Iterator[StoredReading]:
        """All readings, old ones too."""
        yield from self.state.readings.values()

    def captures(self, entry: int) -> Sequence[CaptureCard]:
        """What an article was read from, oldest first."""
        return [kept.card for kept in self.state.captures.values() if kept.entry == entry]

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """All bytes that are kept, each with its SHA-256."""
        yield from sorted(self.state.blobs.items())

    def texts(self) -> Iterator[tuple[str, str]]:
        """All canonical texts, each with its SHA-256."""
        yield from sorted(self.state.texts.items())

    def texts_like(self, start: str) -> Sequence[str]:
        """Hashes of texts that begin with these digits, at most two of them."""
        return [sha256 for sha256 in sorted(self.state.texts) if sha256.startswith(start)][:2]

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a capture."""
        return self.state.blobs.get(sha256)

    def search(
        self, query: Node, *, limit: int, offset: int = 0, order: Order = "published", at: datetime | None = None
    ) -> Sequence[int]:
        """Ids of the lines that a query finds, newest first."""
        found = list(self._found(query, at))
        found.sort(key=lambda line: (line.day, line.id) if order == "published" else (line.id,))
        return [line.id for line in found[::-1][offset : offset + limit]]

    def found_among(self, query: Node, ids: Collection[int], *, at: datetime | None = None) -> set[int]:
        """Those of some lines that a query finds."""
        return {line.id for line in self._found(query, at)} & set(ids)

    def count(self, query: Node, *, at: datetime | None = None, most: int = 10_000) -> int:
        """How many lines it finds, counted up to ``most``."""
        return sum(1 for _ in islice(self._found(query, at), most))

    def lines(self, ids: Sequence[int], *, at: datetime | None = None) -> Sequence[Line]:
        """The lines with these ids, in that order."""
        people, known = People(self.state, at), self.state.lines
        return [
            self._line(known[one], people, at)
            for one in ids
            if one in known and was_known(known[one].line.recorded, at)
        ]

    def lines_of(self, entry: int, *, at: datetime | None = None) -> Sequence[Line]:
        """The lines of an article's newest reading, in the article's order."""
        reading, people = self.reading(entry, at=at), People(self.state, at)
        kept = [one for one in self.state.lines.values() if reading is not None and one.reading == reading.id]
        return [self._line(one, people, at) for one in kept]

    def reviewed(self, locator: str) -> Sequence[Line]:
        """The lines that were reviewed in any version or reading of the article at a locator, oldest first."""
        versions = {entry.id for entry in self.state.entries.values() if entry.locator == locator}
        numbers = sorted({review.line for review in self.state.reviews.values()})
        return [line for line in self.lines(numbers) if line.entry in versions]

    def codes(self, *, after: int = 0) -> Iterator[Codes]:
        """Codes of current and past readings with ids above ``after``."""
        yield from (kept.codes for kept in self.state.vectors.values() if kept.codes.reading > after)

    def vectors(self, readings: Collection[int]) -> Mapping[int, bytes]:
        """Vectors of these readings, by id."""
        return {one: self.state.vectors[one].vectors for one in readings if one in self.state.vectors}

    def identities(
        self, *, name: str | None = None, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Identity]:
        """Speakers across articles, most heard first."""
        return People(self.state, at).identities(name, limit)

    def identity(self, identity: int, *, at: datetime | None = None) -> Identity | None:
        """The speaker that an id stands for, merged ones included."""
        return People(self.state, at).identity(identity)

    def with_keys(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Ids of identities with these keys, to which any appearance is counted."""
        found: dict[str, list[int]] = {}
        heard = {kept.appearance.identity for kept in self.state.appearances.values()}
        for one in self.state.identities.values():
            if one.key is not None and one.key in keys and one.id in heard:
                found.setdefault(one.key, []).append(one.id)
        return found

    def appearances(
        self, identities: Collection[int], *, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Appearance]:
        """The articles' own speakers that are counted to these identities, the newest so many."""
        found = People(self.state, at).appearances(identities)
        return found if limit is None else found[max(0, len(found) - limit) :]

    def assignments(self) -> Iterator[Assignment]:
        """Which identity each appearance is counted to, of all readings."""
        for number, kept in sorted(self.state.appearances.items()):
            one = kept.appearance
            yield Assignment(number, kept.reading, one.speaker.id, one.identity)

    def known_as(self) -> Iterator[tuple[int, str, str, str | None, datetime]]:
        """Id, name, kind, key and time of recording of every identity."""
        known = (one for _, one in sorted(self.state.identities.items()))
        return ((one.id, one.name, one.kind, one.key, one.recorded) for one in known)

    def index_problems(self) -> Iterator[str]:
        """Where the index of search holds other terms than the statements: there is none here."""
        return iter(())

    def decisions(self) -> Sequence[Decision]:
        """All decisions on speakers, undone ones too, oldest first."""
        return list(self.state.decisions.values())

    def reviews(self, line: int) -> Sequence[Review]:
        """All reviews of a line, oldest first."""
        return [review for review in self.state.reviews.values() if review.line == line]

    def all_reviews(self) -> Iterator[Review]:
        """The reviews of all lines, by their ids."""
        return (review for _, review in sorted(self.state.reviews.items()))

    def followed(self) -> Sequence[Followed]:
        """The feeds that are followed."""
        return [feed for feed in self.state.feeds.values() if feed.removed is None]

    def items(self, feed: int) -> Sequence[Item]:
        """What a feed named so far, oldest first."""
        some = (item for item in self.state.items.values() if item.feed == feed)
        return sorted(some, key=lambda item: (item.seen, item.url))

    def searches(self) -> Sequence[SavedSearch]:
        """The searches that are kept."""
        return [search for search in self.state.searches.values() if search.removed is None]

    def audit(self) -> Iterator[AuditEntry]:
        """Every change, oldest first."""
        yield from self.state.audit

    def problems(self) -> Iterator[str]:
        """Nothing: memory has no pages that go bad."""
        yield from ()

    def _entry(self, entry: Entry, at: datetime | None) -> Entry:
        """The article as it stood at a moment, under its newest reading."""
        newest = self._newest(entry.id, at)[-1]
        return replace(
            entry,
            superseded=end_by(entry.superseded, at),
            reader=newest.reading.reader,
            program=newest.program,
            statements=len(newest.reading.statements),
        )

    def _newest(self, entry: int, at: datetime | None) -> Sequence[StoredReading]:
        """The reading of an article that was the newest at a moment; empty where the article was not known."""
        known = [one for one in self.state.readings.values() if one.entry == entry and was_known(one.recorded, at)]
        return [replace(one, superseded=end_by(one.superseded, at)) for one in known[-1:]]

    def _found(self, query: Node, at: datetime | None) -> Iterator[Line]:
        people, reviews = People(self.state, at), self._standing_reviews(at)
        node = widened(query, people.groups())
        for kept in self.state.lines.values():
            if was_current(kept.line.recorded, kept.line.superseded, at):
                review = reviews.get(kept.line.id)
                if matches(node, self._terms(kept, people, review), _facts(kept.line, review)):
                    yield kept.line

    def _terms(self, kept: KeptLine, people: People, review: Review | None) -> Sequence[str]:
        reading, identity = self.state.readings[kept.reading].reading, people.identity_of(kept.appearance)
        corrections = review.corrections if review else NONE
        return document_of(reading, kept.line.statement, identity, corrections).terms()

    def _line(self, kept: KeptLine, people: People, at: datetime | None) -> Line:
        line, identity = kept.line, people.root_of(kept.appearance)
        name = line.name if identity is None else self.state.identities[identity].name
        review = self._standing_reviews(at).get(line.id)
        return replace(line, identity=identity, name=name, superseded=end_by(line.superseded, at), review=review)

    def _standing_reviews(self, at: datetime | None) -> Mapping[int, Review]:
        """The review that stood of each line that had one."""
        return {one.line: one for one in self.state.reviews.values() if was_known(one.recorded, at)}


def _facts(line: Line, review: Review | None) -> Facts:
    status = review.status if review else "unreviewed"
    return Facts(line.day, status, line.statement.figures)  # type: ignore[arg-type]
