"""The entry: an article as the ledger holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from attribune.article import Article
from attribune.reading import ReaderCard


@dataclass(frozen=True)
class Entry:
    """One version of an article: where it was found, which version it is there, and when it became known.

    ``locator`` is an address, or a path with the input's own id: the versions of one article share it. ``capture`` is
    the SHA-256 of the bytes it was first read from. ``captured`` is when they were fetched, ``recorded`` when the
    ledger learned of them, ``superseded`` when a newer version came. ``reader`` and ``program`` are of its newest
    reading.
    """

    id: int
    locator: str
    version: int
    article: Article
    capture: str
    captured: datetime
    recorded: datetime
    superseded: datetime | None
    reader: ReaderCard
    program: str
    statements: int

    @property
    def day(self) -> date:
        """When it was published; when it was captured, where that is not known."""
        return (self.article.published or self.captured).date()
