"""Everything recomputed: bytes, texts from bytes, spans, figures, seals, and the audit log."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from attribune.article import Span
from attribune.capture import Capture
from attribune.errors import InputError
from attribune.intake import read_capture
from attribune.ledger.audit import AuditEntry, broken_links
from attribune.ledger.contract import CaptureCard, LedgerReader, StoredReading
from attribune.ledger.entry import Entry
from attribune.ledger.sealing import seal_of_reading
from attribune.statement import Statement
from attribune.version import program

Told = Callable[[str, int], None]  # what is being checked, and how many so far


@dataclass(frozen=True)
class Problem:
    """Something that does not hold: of what, and in one sentence."""

    subject: str
    sentence: str


@dataclass
class Verification:
    """What was checked, by kinds, and the seal of the last audit entry: who notes it can tell later what was cut off."""

    checked: dict[str, int] = field(default_factory=dict)
    head: str | None = None
    problems: int = 0


@dataclass
class _Sealed:
    """What the audit log says is in the ledger."""

    readings: dict[int, str] = field(default_factory=dict)
    articles: dict[int, str] = field(default_factory=dict)
    rows: set[tuple[str, int]] = field(default_factory=set)

    def note(self, entry: AuditEntry) -> None:
        detail = entry.detail
        if "reading" in detail:
            self.readings[detail["reading"]] = detail["seal"]
        if entry.action == "article":
            self.articles[detail["article"]] = detail["text"]
        for kind in ("review", "decision"):
            if entry.action != "undo" and kind in detail:
                self.rows.add((kind, detail[kind]))
        for told in detail.get("reviews", ()):
            if told["to"] is not None:
                self.rows.add(("review", told["to"]))


def verify(
    reader: LedgerReader,
    report: Verification,
    *,
    quick: bool = False,
    head: str | None = None,
    told: Told | None = None,
) -> Iterator[Problem]:
    """Every problem, as it is found; ``report`` is filled on the way.

    ``quick`` leaves out that texts are read anew from their bytes. ``head`` is a seal that was noted earlier: it must
    still be in the audit log. Nothing is repaired and no span is moved.
    """
    sealed = _Sealed()

    def count(kind: str) -> None:
        report.checked[kind] = report.checked.get(kind, 0) + 1
        if told is not None:
            told(kind, report.checked[kind])

    steps = (
        _audit(reader, report, sealed, head, count),
        _hashes(reader, count),
        _articles(reader, sealed, count, quick=quick),
        _readings(reader, sealed, count),
        (Problem("database", sentence) for sentence in reader.problems()),
    )
    for step in steps:
        for problem in step:
            report.problems += 1
            yield problem


Count = Callable[[str], None]


def _audit(
    reader: LedgerReader, report: Verification, sealed: _Sealed, head: str | None, count: Count
) -> Iterator[Problem]:
    seen = head is None

    def noted() -> Iterator[AuditEntry]:
        nonlocal seen
        for entry in reader.audit():
            count("audit entries")
            report.head = entry.seal
            seen = seen or entry.seal == head
            sealed.note(entry)
            yield entry

    for sentence in broken_links(noted()):
        yield Problem("audit log", sentence)
    if not seen:
        yield Problem(
            "audit log", f"the entry with the seal {head} is not in it: later entries were cut off or rewritten"
        )


def _hashes(reader: LedgerReader, count: Count) -> Iterator[Problem]:
    for sha256, data in reader.blobs():
        count("captures")
        if hashlib.sha256(data).hexdigest() != sha256:
            yield Problem(f"capture {sha256}", "its bytes are not those that were captured")
    for sha256, text in reader.texts():
        count("texts")
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
            yield Problem(f"text {sha256}", "it is not the text that was read")


def _articles(reader: LedgerReader, sealed: _Sealed, count: Count, *, quick: bool) -> Iterator[Problem]:
    """Each article is as the audit log has it, and its text comes out of its bytes."""
    missing = dict(sealed.articles)
    for entry in _all_entries(reader):
        count("articles")
        name = f"article {entry.id} ({entry.locator})"
        logged = missing.pop(entry.id, None)
        if logged is None:
            yield Problem(name, "the audit log does not know it")
        elif logged != entry.article.id:
            yield Problem(name, "its text is not the one that the audit log has")
        for card in () if quick else reader.captures(entry.id):
            yield from _from_bytes(reader, entry, card, name)
    for number in missing:
        yield Problem(f"article {number}", "it is in the audit log but not in the ledger")


def _all_entries(reader: LedgerReader) -> Iterator[Entry]:
    """Every version of every article."""
    seen: set[str] = set()
    for current in reader.entries():
        if current.locator not in seen:
            seen.add(current.locator)
            yield from reader.entries(locator=current.locator)


def _from_bytes(reader: LedgerReader, entry: Entry, card: CaptureCard, name: str) -> Iterator[Problem]:
    data = reader.blob(card.sha256)
    if data is None:
        yield Problem(name, f"the bytes it was read from ({card.sha256}) are not there")
        return
    kind: Any = card.kind
    capture = Capture(data, kind, card.name, card.file, card.url, card.charset, card.captured, card.part)
    try:
        found = read_capture(capture).id
    except InputError as error:
        found = f"an error: {error}"
    if found != entry.article.id:
        other = f" (it was read by {card.program}, this is {program()})" if card.program != program() else ""
        yield Problem(name, f"its text does not come out of its bytes{other}")


def _readings(reader: LedgerReader, sealed: _Sealed, count: Count) -> Iterator[Problem]:
    missing = dict(sealed.readings)
    for stored in reader.readings():
        count("readings")
        name = f"reading {stored.id} of article {stored.entry}"
        seal, logged = seal_of_reading(stored.reading), missing.pop(stored.id, None)
        if seal != stored.seal:
            yield Problem(name, "it was changed after it was written")
        if logged is None:
            yield Problem(name, "the audit log does not know it")
        elif logged != stored.seal:
            yield Problem(name, "its seal is not the one that the audit log has")
        yield from _statements(stored, count)
        yield from _reviews(reader, stored, sealed)
    for number in missing:
        yield Problem(f"reading {number}", "it is in the audit log but not in the ledger")


def _statements(stored: StoredReading, count: Count) -> Iterator[Problem]:
    """The words of every span are those that were kept beside it, and details lie inside."""
    text = stored.reading.article.text
    for statement, words in zip(stored.reading.statements, stored.words, strict=True):
        count("statements")
        name = f"statement {statement.id} of article {stored.entry}"
        roles = (statement.source, statement.cue, statement.content)
        for role, kept in zip(roles, words, strict=True):
            if (role.text(text) if role else None) != kept:
                yield Problem(name, f"the words “{kept}” are not at their place in the text")
        for span in _details(statement):
            if not statement.content.overlaps(span) or span.end > len(text):
                yield Problem(name, f"a detail at {span.start} to {span.end} is outside its words")


def _details(statement: Statement) -> Iterator[Span]:
    for detail in (*statement.figures, *statement.when, *statement.where):
        yield detail.span


def _reviews(reader: LedgerReader, stored: StoredReading, sealed: _Sealed) -> Iterator[Problem]:
    """Reviews and decisions that nobody made by the program's own means."""
    for line in reader.lines_of(stored.entry) if stored.superseded is None else ():
        for review in reader.reviews(line.id) if line.review else ():
            if ("review", review.id) not in sealed.rows:
                yield Problem(f"review {review.id}", "the audit log does not know it")
