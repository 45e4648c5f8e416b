"""Vectors of statements, and the search among them by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from attribune.ledger.addition import Vectors
from attribune.ledger.contract import LedgerReader
from attribune.ledger.query import Node
from attribune.reading import Reading


def vectors_of(reading: Reading) -> Vectors | None:
    """Codes and vectors of a reading's statements; none where it has no statement."""
    return None


@dataclass
class Meanings:
    """The index of one ledger's vectors, filled when it is first asked and kept up to date."""

    last: int = 0
    index: Any = field(default=None)

    def nearest(
        self, reader: LedgerReader, words: str, limit: int, *, only: Node, at: datetime | None
    ) -> Sequence[tuple[int, float]]:
        """Ids of the lines that are nearest in meaning, with their scores; of those only that a query finds."""
        raise NotImplementedError
