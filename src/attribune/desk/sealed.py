"""What the audit log says is in the ledger, so that it can be compared with what is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from attribune.ledger.audit import AuditEntry
from attribune.ledger.entry import Entry

Made = tuple[str, str, str | None, datetime]  # name, kind and key of a speaker, and when it was recorded


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
    ``moved`` those of appearances that a split has moved, ``returned`` those that its undoing moved.
    """

    articles: dict[int, SealedArticle] = field(default_factory=dict)
    found: dict[int, list[str]] = field(default_factory=dict)
    readings: dict[int, tuple[str, datetime, str]] = field(default_factory=dict)  # seal, when, by which program
    spoken: set[int] = field(default_factory=set)  # readings with statements
    ended: dict[tuple[str, int], datetime] = field(default_factory=dict)
    reviews: dict[int, Any] = field(default_factory=dict)
    decisions: dict[int, Any] = field(default_factory=dict)
    undone: dict[int, datetime] = field(default_factory=dict)
    searches: dict[int, Any] = field(default_factory=dict)
    feeds: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    returned: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    vectors: dict[int, tuple[int, str]] = field(default_factory=dict)  # first line and model, by reading
    last_line: int = 0
    made: dict[int, Made] = field(default_factory=dict)
    counted: dict[tuple[int, int], int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    _current: dict[str, int] = field(default_factory=dict)  # article by locator
    _newest: dict[int, int] = field(default_factory=dict)  # reading by article

    def note(self, entry: AuditEntry) -> None:
        """Keep what the entry tells of."""
        detail = entry.detail
        if entry.action == "article":
            self._article(entry, detail)
        elif entry.action == "review":
            said = (detail.get("verdict"), detail.get("corrections"), entry.by, entry.reason)
            self.reviews[detail["review"]] = (*said, True, None, None, entry.recorded, detail["line"])
        elif entry.action == "undo":
            self.undone[detail["decision"]] = entry.recorded
            self.returned[detail["decision"]] = [(one, whom) for one, whom in detail.get("moved", ())]
            self._moved(detail)
        elif "decision" in detail:
            self._decision(entry, detail)
        else:
            self._followed(entry, detail)
        if "found" in detail:
            self.found.setdefault(detail["article"], []).append(detail["found"])
        if "reading" in detail:
            self._reading(entry, detail)
        made = detail.get("made", ())
        self.made |= {number: (name, kind, key, entry.recorded) for number, name, kind, key in made}

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
        self.readings[number] = (detail.get("seal", ""), entry.recorded, detail.get("program", ""))
        if first := detail.get("lines"):
            self.spoken.add(number)
            self.last_line = max(self.last_line, *first)
            if detail.get("model"):
                self.vectors[number] = (first[0], detail["model"])
        if article in self._newest:
            self.ended["reading", self._newest[article]] = entry.recorded
        self._newest[article] = number
        self.counted |= {(number, speaker): identity for speaker, identity in detail.get("speakers", ())}
        for told in detail.get("reviews", ()):
            if told["to"] is not None:
                said = self.reviews.get(told["review"], ())[:4]
                carried = (told["certain"], told["review"], told["reason"], entry.recorded, told["line"])
                self.reviews[told["to"]] = (*said, *carried)

    def _decision(self, entry: AuditEntry, detail: Mapping[str, Any]) -> None:
        number, some = detail["decision"], tuple(detail["appearances"])
        origins = tuple(detail.get("origins", ()))
        facts = (entry.action, detail["speaker"], detail["other"], some, origins)
        self.decisions[number] = (*facts, entry.by, entry.reason, entry.recorded)
        self._moved(detail)

    def _moved(self, detail: Mapping[str, Any]) -> None:
        """Whom appearances were counted to by a split or by its undoing."""
        self.moved.update((appearance, identity) for appearance, identity in detail.get("moved", ()))

    def _followed(self, entry: AuditEntry, detail: Mapping[str, Any]) -> None:
        """Feeds and searches that are kept; one of a name takes the place of the one before."""
        if entry.action in ("follow", "feed"):
            self.feeds[detail["feed"]] = (entry.subject, detail.get("title"), detail.get("outlet"))
        elif entry.action == "unfollow":
            self.feeds.pop(detail["feed"], None)
        elif entry.action == "search":
            self.searches = {number: one for number, one in self.searches.items() if one[0] != entry.subject}
            facts = [detail.get(name) for name in ("query", "like", "alert", "target")]
            self.searches[detail["search"]] = (entry.subject, *facts, entry.recorded)
        elif entry.action == "drop search":
            self.searches.pop(detail["search"], None)
