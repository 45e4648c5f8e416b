"""What a ledger in a database answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from attribune.ledger.addition import Codes
from attribune.ledger.audit import AuditEntry
from attribune.ledger.contract import CaptureCard, Counts, Order, StoredReading
from attribune.ledger.decision import Decision
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance, Assignment, Identity
from attribune.ledger.line import Line
from attribune.ledger.merging import Standing, standing
from attribune.ledger.query import Node
from attribune.ledger.review import Review
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.ledger.sql import audit, feeds, lines, people, read
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.checking import differing, misindexed
from attribune.ledger.sql.documents import changed_documents
from attribune.ledger.sql.search import Compiler, current
from attribune.ledger.widening import speaks_of_speakers, widened

BLOBS = 50  # at a time
DIGITS = 64  # of a hash


@dataclass
class SqlReader:
    """A view of the tables in one transaction; see :class:`attribune.ledger.contract.LedgerReader`."""

    connection: Connection
    _changed: dict[datetime, Mapping[int, Sequence[str]]] = field(default_factory=dict, init=False, repr=False)

    def counts(self) -> Counts:
        """How much it holds."""
        a, s = t.articles.c, t.statements.c

        def number(column: object, *where: object) -> int:
            return self.connection.scalar(select(column).where(*where)) or 0  # type: ignore[call-overload]

        return Counts(
            articles=number(func.count(a.id), a.superseded_at.is_(None)),
            versions=number(func.count(a.id)),
            statements=number(func.count(s.id), s.superseded_at.is_(None)),
            identities=number(func.count(t.speakers.c.id)),
            captures=number(func.count(t.captures.c.id)),
            outlets=number(func.count(a.outlet.distinct()), a.superseded_at.is_(None)),
        )

    def is_known(self, place: str, sha256: str) -> bool:
        """Whether a current article was read from these bytes, found at this file or address."""
        c = t.captures.c
        chosen = select(t.articles.c.id).join(t.captures, c.article_id == t.articles.c.id)
        found = chosen.where(c.sha256 == sha256, c.place == place, t.articles.c.superseded_at.is_(None))
        return self.connection.execute(found.limit(1)).first() is not None

    def entries(
        self, *, locator: str | None = None, text: str | None = None, at: datetime | None = None
    ) -> Iterator[Entry]:
        """Articles, oldest first."""
        a, chosen = t.articles.c, read.choose_articles()
        if locator is None and text is None:
            chosen = chosen.where(current(a, at))
        if locator is not None:
            chosen = chosen.where(a.locator == locator)
        if text is not None:
            chosen = chosen.where(a.sha256 == text)
        if at is not None:
            chosen = chosen.where(a.recorded_at <= at)
        return read.entries(self.connection, chosen, at)

    def entry(self, entry: int) -> Entry | None:
        """The article with that id."""
        return next(read.entries(self.connection, read.choose_articles().where(t.articles.c.id == entry)), None)

    def reading(self, entry: int, *, at: datetime | None = None) -> StoredReading | None:
        """The newest reading of an article."""
        return read.newest_reading(self.connection, entry, at)

    def readings(self) -> Iterator[StoredReading]:
        """All readings, old ones too."""
        return read.stored_readings(self.connection, select(t.readings))

    def captures(self, entry: int) -> Sequence[CaptureCard]:
        """What an article was read from, oldest first."""
        return read.capture_cards(self.connection, entry)

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """All bytes that are kept, each with its SHA-256."""
        last, c = "", t.blobs.c
        while rows := self.connection.execute(
            select(t.blobs).where(c.sha256 > last).order_by(c.sha256).limit(BLOBS)
        ).all():
            yield from ((row.sha256, read.unpacked(row.data, row.packing)) for row in rows)
            last = rows[-1].sha256

    def texts(self) -> Iterator[tuple[str, str]]:
        """All canonical texts, each with its SHA-256."""
        last, c = "", t.texts.c
        while rows := self.connection.execute(
            select(t.texts).where(c.sha256 > last).order_by(c.sha256).limit(BLOBS)
        ).all():
            yield from ((row.sha256, row.text) for row in rows)
            last = rows[-1].sha256

    def texts_like(self, start: str) -> Sequence[str]:
        """Hashes of texts that begin with these digits, at most two of them."""
        c = t.texts.c.sha256
        like = select(c).where(c.between(start.ljust(DIGITS, "0"), start.ljust(DIGITS, "f")))
        return self.connection.execute(like.order_by(c).limit(2)).scalars().all()

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a capture."""
        row = self.connection.execute(select(t.blobs).where(t.blobs.c.sha256 == sha256)).first()
        return None if row is None else read.unpacked(row.data, row.packing)

    def search(
        self, query: Node, *, limit: int, offset: int = 0, order: Order = "published", at: datetime | None = None
    ) -> Sequence[int]:
        """Ids of the lines that a query finds, newest first."""
        compiler, query = self._compiled(query, at)
        chosen = compiler.newest(query, order)
        return self.connection.execute(chosen.limit(limit).offset(offset)).scalars().all()

    def found_among(self, query: Node, ids: Collection[int], *, at: datetime | None = None) -> set[int]:
        """Those of some lines that a query finds."""
        compiler, query = self._compiled(query, at)
        chosen, line = compiler.base(query), t.timeline.c.statement_id
        found = (self.connection.execute(chosen.where(line.in_(some))).scalars() for some in read.parts(ids))
        return {one for some in found for one in some}

    def count(self, query: Node, *, at: datetime | None = None, most: int = 10_000) -> int:
        """How many lines it finds, counted up to ``most``."""
        compiler, query = self._compiled(query, at)
        some = compiler.base(query).limit(most).subquery()
        return self.connection.scalar(select(func.count()).select_from(some)) or 0

    def lines(self, ids: Sequence[int], *, at: datetime | None = None) -> Sequence[Line]:
        """The lines with these ids, in that order."""
        return lines.lines_with(self.connection, ids, self._standing(at), at)

    def lines_of(self, entry: int, *, at: datetime | None = None) -> Sequence[Line]:
        """The lines of an article's newest reading, in the article's order."""
        stored = read.newest_reading(self.connection, entry, at)
        if stored is None:
            return []
        return lines.lines_of_reading(self.connection, stored.id, self._standing(at), at)

    def reviewed(self, locator: str) -> Sequence[Line]:
        """The lines that were reviewed in any version or reading of the article at a locator, oldest first."""
        found = lines.reviewed_at(self.connection, locator)
        return self.lines(found) if found else []

    def codes(self, *, after: int = 0) -> Iterator[Codes]:
        """Codes of current and past readings with ids above ``after``."""
        v = t.vectors.c
        chosen = select(v.reading_id, v.first_line, v.model, v.codes).where(v.reading_id > after).order_by(v.reading_id)
        for row in self.connection.execution_options(yield_per=1_000).execute(chosen):
            yield Codes(*row)

    def vectors(self, readings: Collection[int]) -> Mapping[int, bytes]:
        """Vectors of these readings, by id."""
        v = t.vectors.c
        return {
            row.reading_id: row.vectors
            for some in read.parts(readings)
            for row in self.connection.execute(select(v.reading_id, v.vectors).where(v.reading_id.in_(some)))
        }

    def identities(
        self, *, name: str | None = None, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Identity]:
        """Speakers across articles, most heard first."""
        return people.identities_named(self.connection, name, limit, self._standing(at), at)

    def identity(self, identity: int, *, at: datetime | None = None) -> Identity | None:
        """The speaker that an id stands for, merged ones included."""
        return people.identity_of(self.connection, identity, self._standing(at), at)

    def with_keys(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Ids of identities with these keys, to which any appearance is counted."""
        return people.keys_of(self.connection, keys)

    def appearances(
        self, identities: Collection[int], *, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Appearance]:
        """The articles' own speakers that are counted to these identities, the newest so many."""
        return people.appearances_of(self.connection, identities, self._standing(at), limit=limit, at=at)

    def assignments(self) -> Iterator[Assignment]:
        """Which identity each appearance is counted to, of all readings."""
        return people.assignments(self.connection)

    def known_as(self) -> Iterator[tuple[int, str, str, str | None, datetime]]:
        """Id, name, kind, key and time of recording of every identity."""
        return people.known_as(self.connection)

    def decisions(self) -> Sequence[Decision]:
        """All decisions on speakers, undone ones too, oldest first."""
        return people.decisions(self.connection)

    def reviews(self, line: int) -> Sequence[Review]:
        """All reviews of a line, oldest first."""
        return lines.reviews_of(self.connection, [line])

    def all_reviews(self) -> Iterator[Review]:
        """The reviews of all lines, by their ids."""
        return lines.all_reviews(self.connection)

    def followed(self) -> Sequence[Followed]:
        """The feeds that are followed."""
        return feeds.followed(self.connection)

    def items(self, feed: int) -> Sequence[Item]:
        """What a feed named so far, oldest first."""
        return feeds.items(self.connection, feed)

    def searches(self) -> Sequence[SavedSearch]:
        """The searches that are kept."""
        return feeds.searches(self.connection)

    def audit(self) -> Iterator[AuditEntry]:
        """Every change, oldest first."""
        return audit.entries(self.connection)

    def index_problems(self) -> Iterator[str]:
        """Where the index of search holds other terms than the statements."""
        return misindexed(self.connection)

    def problems(self) -> Iterator[str]:
        """What the database itself finds wrong."""
        if self.connection.dialect.name == "sqlite":
            for row in self.connection.execute(text("PRAGMA integrity_check(20)")):
                if row[0] != "ok":
                    yield f"the database's own check: {row[0]}"
            for row in self.connection.execute(text("PRAGMA foreign_key_check")):
                yield f"the database's own check: a row of {row[0]} points to a row of {row[2]} that is not there"
        yield from differing(self.connection)

    def _compiled(self, query: Node, at: datetime | None) -> tuple[Compiler, Node]:
        """What makes SQL of the query, and the query with all names of its speakers."""
        standing = self._standing(at) if speaks_of_speakers(query) or at is not None else Standing()
        if speaks_of_speakers(query):
            query = widened(query, people.groups_of(self.connection, standing))
        if at is not None and at not in self._changed:
            self._changed = {at: changed_documents(self.connection, standing, at)}
        return Compiler(self.connection, at, {} if at is None else self._changed[at]), query

    def _standing(self, at: datetime | None) -> Standing:
        return standing(people.decisions(self.connection), at)
