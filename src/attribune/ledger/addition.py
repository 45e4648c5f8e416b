"""The addition: what is put into the ledger for one article, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from attribune.capture import Capture
from attribune.reading import Reading

Outcome = Literal["new", "version", "known"]


@dataclass(frozen=True)
class Known:
    """The identity of one of the article's speakers: one that the ledger has, or a new one with a key."""

    identity: int | None = None
    key: str | None = None


@dataclass(frozen=True)
class Carried:
    """Where a review goes when an article is read anew: the number of the statement in the new reading, if one."""

    number: int | None
    certain: bool
    reason: str


@dataclass(frozen=True)
class Vectors:
    """What search by meaning needs of one reading: codes and vectors, row for row its statements.

    ``model`` is what made them; those of different models are never compared.
    """

    model: str
    codes: bytes
    vectors: bytes


@dataclass(frozen=True)
class Addition:
    """One article with everything that was read in it.

    ``place`` is the file or address where these bytes will be looked for again; by it and their hash they are skipped.
    ``known`` has the identity of each named speaker by its id in the reading; ``carried`` what becomes of the reviews
    of the version before, by the lines' ids.
    """

    locator: str
    capture: Capture
    reading: Reading
    known: Mapping[int, Known] = field(default_factory=dict)
    vectors: Vectors | None = None
    carried: Mapping[int, Carried] = field(default_factory=dict)
    place: str | None = None

    @property
    def found_at(self) -> str:
        """The place; where none is named, the capture's address, file or name."""
        return self.place or self.capture.url or self.capture.file or self.capture.name


@dataclass(frozen=True)
class Codes:
    """Codes of one reading as the ledger keeps them; row for row its lines, which are numbered from ``line``."""

    reading: int
    line: int
    model: str
    codes: bytes


@dataclass(frozen=True)
class Added:
    """What came of it: a ``new`` article, a new ``version`` of one, or a text that was ``known`` already."""

    outcome: Outcome
    entry: int
    statements: int
    lines: tuple[int, ...] = ()
