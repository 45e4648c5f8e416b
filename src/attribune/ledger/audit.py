"""The audit log: every change with who, when, what and why, each entry sealed with the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

START = "0" * 64  # what the first entry is sealed with


@dataclass(frozen=True)
class AuditEntry:
    """One change. ``seal`` is the SHA-256 of everything else in it, the seal of the entry before included."""

    number: int
    recorded: datetime
    by: str
    action: str
    subject: str
    detail: Mapping[str, Any]
    reason: str | None
    previous: str
    seal: str

    @property
    def expected(self) -> str:
        """The seal that its words give."""
        words = [self.number, self.recorded.isoformat(), self.by, self.action, self.subject, dict(self.detail)]
        return seal_of([*words, self.reason, self.previous])


def seal_of(value: object) -> str:
    """SHA-256 of a value as JSON with its keys in order, in hexadecimal."""
    words = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def broken_links(entries: Iterable[AuditEntry]) -> Iterator[str]:
    """A sentence for each entry that was changed, taken out or put in afterwards."""
    previous, number = START, 0
    for entry in entries:
        number += 1
        if entry.number != number:
            yield f"audit entry {number} is missing: the next is {entry.number}"
            number = entry.number
        elif entry.previous != previous:
            yield f"audit entry {entry.number} does not follow from the one before it"
        if entry.seal != entry.expected:
            yield f"audit entry {entry.number} was changed after it was written"
        previous = entry.seal
