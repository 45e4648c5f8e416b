"""Readings of articles that the ledger has already."""

from __future__ import annotations

from dataclasses import replace

from attribune.errors import LedgerError
from attribune.ledger.entry import Entry
from attribune.reading import Reading


def of_the_same(entry: Entry, reading: Reading) -> Reading:
    """The reading, of the article as the ledger has it; :class:`LedgerError` where it is of another text."""
    if reading.article.id != entry.article.id:
        raise LedgerError(f"article {entry.id}: the newer reading is of another text; add it as a version instead")
    return replace(reading, article=entry.article)
