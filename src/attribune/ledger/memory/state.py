"""Everything that a ledger in memory holds, as plain dictionaries of its nouns."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields
from datetime import datetime

from attribune.ledger.addition import Codes
from attribune.ledger.audit import AuditEntry
from attribune.ledger.contract import CaptureCard, StoredReading
from attribune.ledger.decision import Decision
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance
from attribune.ledger.line import Line
from attribune.ledger.review import Review
from attribune.ledger.source import Followed, Item, SavedSearch
from attribune.statement import SpeakerKind


@dataclass(frozen=True)
class KeptCapture:
    """A capture of an article; ``place`` is the file or address it was found at."""

    entry: int
    place: str
    card: CaptureCard


@dataclass(frozen=True)
class KeptLine:
    """A line as it was put in, without what people said later; ``appearance`` is its speaker's."""

    line: Line
    reading: int
    appearance: int | None


@dataclass(frozen=True)
class KeptAppearance:
    """A speaker of one reading; its identity is that of now."""

    appearance: Appearance
    reading: int


@dataclass(frozen=True)
class KeptIdentity:
    """A speaker across articles, without what is counted."""

    id: int
    name: str
    kind: SpeakerKind
    key: str | None
    recorded: datetime


@dataclass(frozen=True)
class KeptVectors:
    """What search by meaning needs of one reading."""

    codes: Codes
    vectors: bytes


@dataclass(frozen=True)
class State:
    """All rows by their ids, oldest first; a view of it never changes, as each writer works on a copy."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    captures: dict[int, KeptCapture] = field(default_factory=dict)
    readings: dict[int, StoredReading] = field(default_factory=dict)
    vectors: dict[int, KeptVectors] = field(default_factory=dict)
    lines: dict[int, KeptLine] = field(default_factory=dict)
    appearances: dict[int, KeptAppearance] = field(default_factory=dict)
    identities: dict[int, KeptIdentity] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)
    reviews: dict[int, Review] = field(default_factory=dict)
    feeds: dict[int, Followed] = field(default_factory=dict)
    items: dict[tuple[int, str], Item] = field(default_factory=dict)
    searches: dict[int, SavedSearch] = field(default_factory=dict)
    audit: list[AuditEntry] = field(default_factory=list)

    def copy(self) -> State:
        """Another state with the same rows, which a writer may change."""
        return State(**{one.name: copy(getattr(self, one.name)) for one in fields(self)})
