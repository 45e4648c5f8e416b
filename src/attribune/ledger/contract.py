"""What every ledger can do, whatever keeps it; reading and writing are different types.

``at`` is a moment: the ledger answers as it would have answered then. Without it, it answers as of now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from attribune.ledger.addition import Added, Addition, Carried, Codes, Known, Vectors
from attribune.ledger.audit import AuditEntry
from attribune.ledger.decision import Decision, DecisionKind
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance, Assignment, Identity
from attribune.ledger.line import Line
from attribune.ledger.query import Node
from attribune.ledger.review import Review, Verdict
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.reading import Reading

Order = Literal["recorded", "published"]  # newest first, by when the ledger learned of it or by its day


@dataclass(frozen=True)
class Counts:
    """How much a ledger holds: articles with all their versions, and what is current in it."""

    articles: int
    versions: int
    statements: int
    identities: int
    captures: int
    outlets: int


@dataclass(frozen=True)
class CaptureCard:
    """A capture as the ledger knows it, without its bytes.

    ``place`` is where the bytes are looked for again, ``program`` what read the text from them.
    """

    sha256: str
    place: str
    kind: str
    name: str
    file: str | None
    url: str | None
    charset: str | None
    part: str | None
    captured: datetime
    recorded: datetime
    program: str


@dataclass(frozen=True)
class StoredReading:
    """A reading with its id, what the ledger said of it when it was written, and the words that were kept beside it.

    ``words`` are, for each statement, its source's, cue's and content's as they were stored.
    """

    id: int
    entry: int
    reading: Reading
    seal: str
    program: str
    recorded: datetime
    superseded: datetime | None
    words: tuple[tuple[str | None, str | None, str], ...]


class LedgerReader(Protocol):
    """Everything that can be asked. Ids that the ledger does not know give nothing, never an error."""

    def counts(self) -> Counts:
        """How much it holds."""

    def is_known(self, place: str, sha256: str) -> bool:
        """Whether a current article was read from these bytes, found at this file or address."""

    def entries(
        self, *, locator: str | None = None, text: str | None = None, at: datetime | None = None
    ) -> Iterator[Entry]:
        """Articles, oldest first: current ones; every version of one where a locator is given; or of a text's hash."""

    def entry(self, entry: int) -> Entry | None:
        """The article with that id."""

    def reading(self, entry: int, *, at: datetime | None = None) -> StoredReading | None:
        """The newest reading of an article."""

    def readings(self) -> Iterator[StoredReading]:
        """All readings, old ones too."""

    def captures(self, entry: int) -> Sequence[CaptureCard]:
        """What an article was read from, oldest first."""

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """All bytes that are kept, each with its SHA-256; damaged ones as they are."""

    def texts(self) -> Iterator[tuple[str, str]]:
        """All canonical texts, each with its SHA-256."""

    def texts_like(self, start: str) -> Sequence[str]:
        """Hashes of texts that begin with these digits, at most two of them."""

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a capture."""

    def search(
        self, query: Node, *, limit: int, offset: int = 0, order: Order = "published", at: datetime | None = None
    ) -> Sequence[int]:
        """Ids of the lines that a query finds, newest first."""

    def found_among(self, query: Node, ids: Collection[int], *, at: datetime | None = None) -> set[int]:
        """Those of some lines that a query finds."""

    def count(self, query: Node, *, at: datetime | None = None, most: int = 10_000) -> int:
        """How many lines it finds, counted up to ``most``."""

    def lines(self, ids: Sequence[int], *, at: datetime | None = None) -> Sequence[Line]:
        """The lines with these ids, in that order."""

    def lines_of(self, entry: int, *, at: datetime | None = None) -> Sequence[Line]:
        """The lines of an article's newest reading, in the article's order."""

    def reviewed(self, locator: str) -> Sequence[Line]:
        """The lines that were reviewed in any version or reading of the article at a locator, oldest first."""

    def codes(self, *, after: int = 0) -> Iterator[Codes]:
        """Codes of current and past readings with ids above ``after``."""

    def vectors(self, readings: Collection[int]) -> Mapping[int, bytes]:
        """Vectors of these readings, by id."""

    def identities(
        self, *, name: str | None = None, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Identity]:
        """Speakers across articles, most heard first; those only whose names hold all the words of ``name``."""

    def identity(self, identity: int, *, at: datetime | None = None) -> Identity | None:
        """The speaker that an id stands for, merged ones included."""

    def with_keys(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Ids of identities with these keys, to which any appearance is counted: not those that an undo left empty."""

    def appearances(
        self, identities: Collection[int], *, limit: int | None = None, at: datetime | None = None
    ) -> Sequence[Appearance]:
        """The articles' own speakers that are counted to these identities (not to those merged in), oldest first.

        ``limit`` leaves the newest so many.
        """

    def assignments(self) -> Iterator[Assignment]:
        """Which identity each appearance is counted to, of all readings, by the appearances' ids."""

    def known_as(self) -> Iterator[tuple[int, str, str, str | None, datetime]]:
        """Id, name, kind, key and time of recording of every identity, by their ids."""

    def index_problems(self) -> Iterator[str]:
        """Where the index of search holds other terms than the statements: all of them are made again."""

    def decisions(self) -> Sequence[Decision]:
        """All decisions on speakers, undone ones too, oldest first."""

    def reviews(self, line: int) -> Sequence[Review]:
        """All reviews of a line, oldest first."""

    def all_reviews(self) -> Iterator[Review]:
        """The reviews of all lines, by their ids."""

    def followed(self) -> Sequence[Followed]:
        """The feeds that are followed."""

    def items(self, feed: int) -> Sequence[Item]:
        """What a feed named so far, oldest first."""

    def searches(self) -> Sequence[SavedSearch]:
        """The searches that are kept."""

    def audit(self) -> Iterator[AuditEntry]:
        """Every change, oldest first."""

    def problems(self) -> Iterator[str]:
        """What the database itself finds wrong: damaged pages, an index that lacks rows."""


class LedgerWriter(LedgerReader, Protocol):
    """Everything that can be changed, inside one transaction; each change is one entry of the audit log."""

    def add(self, addition: Addition) -> Added:
        """Put an article in: as new, as the next version at its locator, or as known where the text is the same."""

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

    def review(
        self, line: int, verdict: Verdict, *, corrections: Mapping[str, str] | None = None, note: str | None = None
    ) -> Review:
        """Say what is right or wrong about a line."""

    def decide(
        self, kind: DecisionKind, identity: int, other: int | None, *, appearances: Collection[int] = (), reason: str
    ) -> Decision:
        """Merge two identities, keep them apart, or split appearances off one (to a new one, without ``other``)."""

    def undo(self, decision: int, *, reason: str) -> Decision:
        """Take a decision back; of a split, with what came to the split-off speaker since (see ``Decision.along``)."""

    def follow(self, url: str, *, title: str | None = None, outlet: str | None = None) -> Followed:
        """Follow a feed; the one that is there already, where it is."""

    def mark_feed(self, feed: Followed) -> None:
        """Write down how a feed stands after it was asked; the only change that the audit log leaves out."""

    def mark_items(self, items: Iterable[Item]) -> None:
        """Write down what a feed named, and how each stands; left out of the audit log, too."""

    def unfollow(self, feed: int) -> None:
        """Follow a feed no longer; what it brought stays."""

    def keep_search(
        self, name: str, query: str, *, like: str | None, alert: str, target: str | None, last: int
    ) -> SavedSearch:
        """Keep a search under a name; one of that name that is there is replaced."""

    def mark_search(self, search: int, last: int) -> None:
        """Write down up to which line a kept search has told."""

    def drop_search(self, search: int) -> None:
        """Keep a search no longer."""


class Ledger(Protocol):
    """An open ledger."""

    def reading_from(self) -> AbstractContextManager[LedgerReader]:
        """A view that does not change in the block."""

    def writing(self, by: str) -> AbstractContextManager[LedgerWriter]:
        """One transaction by one person or program: all of it is kept, or none; one at a time."""

    def close(self) -> None:
        """Let go of files and connections."""
