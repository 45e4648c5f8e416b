"""What the audit log says is in the ledger, so that it can be compared with what is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from attribune.ledger.audit import AuditEntry
from attribune.ledger.entry import Entry

Made = tuple[str, str, str | None]  # name, kind and key of a speaker


@dataclass(frozen=True)
class SealedArticle:
    """One version of an article, as it was when it was added."""

    locator: str
    version: int
    text: str
    capture: str
    day: str
    recorded: datetime

    @staticmethod
    def of(entry: Entry) -> SealedArticle:
        """The same of an entry of the ledger."""
        day = entry.day.isoformat()
        return SealedArticle(entry.locator, entry.version, entry.article.id, entry.capture, day, entry.recorded)


@dataclass
class Sealed:
    """What the audit log says, by the ids of the rows; ``ended`` is when an article or a reading was superseded.

    ``found`` are the seals of an article's captures, ``counted`` the identities of appearances by reading and number,
    ``moved`` those of appearances that a split has moved, ``reviewed`` the reviews of lines.
    """

    articles: dict[int, SealedArticle] = field(default_factory=dict)
    found: dict[int, list[str]] = field(default_factory=dict)
    readings: dict[int, tuple[str, datetime]] = field(default_factory=dict)
    ended: dict[tuple[str, int], datetime] = field(default_factory=dict)
    reviews: dict[int, Any] = field(default_factory=dict)
    reviewed: dict[int, list[int]] = field(default_factory=dict)
    decisions: dict[int, Any] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)
    made: dict[int, Made] = field(default_factory=dict)
    counted: dict[tuple[int, int], int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    _origins: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _current: dict[str, int] = field(default_factory=dict)  # article by locator
    _newest: dict[int, int] = field(default_factory=dict)  # reading by article

    def note(self, entry: AuditEntry) -> None:
        """Keep what the entry tells of."""
        detail = entry.detail
        if entry.action == "article":
            self._article(entry, detail)
        elif entry.action == "review":
            said = (detail.get("verdict"), detail.get("corrections"), entry.by, entry.reason)
            self.reviews[detail["review"]] = (*said, True)
            self.reviewed.setdefault(detail["line"], []).append(detail["review"])
        elif entry.action == "undo":
            self.undone.add(detail["decision"])
            self.moved.update(self._origins.get(detail["decision"], ()))
        elif "decision" in detail:
            self._decision(entry, detail)
        if "found" in detail:
            self.found.setdefault(detail["article"], []).append(detail["found"])
        if "reading" in detail:
            self._reading(entry, detail)
        self.made |= {number: (name, kind, key) for number, name, kind, key in detail.get("made", ())}

    def _article(self, entry: AuditEntry, detail: Mapping[str, Any]) -> None:
        number, locator = detail["article"], entry.subject
        version, text, capture, day = (detail.get(name, "") for name in ("version", "text", "capture", "day"))
        self.articles[number] = SealedArticle(locator, version, text, capture, day, entry.recorded)
        before = self._current.get(locator)
        if before is not None:
            self.ended["article", before] = entry.recorded
            if before in self._newest:
                self.ended["reading", self._newest[before]] = entry.recorded
        self._current[locator] = number

    def _reading(self, entry: AuditEntry, detail: Mapping[str, Any]) -> None:
        number, article = detail["reading"], detail["article"]
        self.readings[number] = (detail.get("seal", ""), entry.recorded)
        if article in self._newest:
            self.ended["reading", self._newest[article]] = entry.recorded
        self._newest[article] = number
        self.counted |= {(number, speaker): identity for speaker, identity in detail.get("speakers", ())}
        for told in detail.get("reviews", ()):
            if told["to"] is not None:
                self.reviews[told["to"]] = (*self.reviews.get(told["review"], ())[:-1], told["certain"])

    def _decision(self, entry: AuditEntry, detail: Mapping[str, Any]) -> None:
        number, some = detail["decision"], tuple(detail["appearances"])
        self.decisions[number] = (entry.action, detail["speaker"], detail["other"], some)
        self._origins[number] = list(zip(some, detail.get("origins", ()), strict=False))
        if entry.action == "split":
            self.moved.update(dict.fromkeys(some, detail["other"]))
