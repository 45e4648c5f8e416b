"""Everything recomputed: bytes, texts from bytes, spans, figures, seals, and the audit log."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from attribune.article import Span
from attribune.capture import Capture
from attribune.desk.meanings import are_of, are_whole, kept_vectors
from attribune.desk.sealed import Sealed, SealedArticle
from attribune.errors import InputError
from attribune.intake import read_capture
from attribune.ledger.audit import AuditEntry, broken_links
from attribune.ledger.contract import CaptureCard, LedgerReader, StoredReading
from attribune.ledger.decision import Decision
from attribune.ledger.entry import Entry
from attribune.ledger.query import Everything
from attribune.ledger.sealing import seal_of_capture, seal_of_reading
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
    """What was checked, by kinds; ``head`` is the seal of the last audit entry.

    Who notes it can tell later whether something was cut off.
    """

    checked: dict[str, int] = field(default_factory=dict)
    head: str | None = None
    problems: int = 0


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
    sealed = Sealed()

    def count(kind: str) -> None:
        report.checked[kind] = report.checked.get(kind, 0) + 1
        if told is not None:
            told(kind, report.checked[kind])

    steps: dict[str, Iterator[Problem]] = {
        "audit log": _audit(reader, report, sealed, head, count),
        "captures and texts": _hashes(reader, count),
        "articles": _articles(reader, sealed, count, quick=quick),
        "readings": _readings(reader, sealed, count),
        "reviews": _reviews(reader, sealed, count),
        "speakers": _speakers(reader, sealed, count),
        "feeds and watches": _followed(reader, sealed, count),
        "vectors": _vectors(reader, sealed, quick=quick),
        "database": (Problem("database", sentence) for sentence in reader.problems()),
    }
    if not quick:
        steps["index"] = (Problem("index", sentence) for sentence in reader.index_problems())
    for name, step in steps.items():
        for problem in _to_the_end(name, step):
            report.problems += 1
            yield problem


def _to_the_end(name: str, step: Iterator[Problem]) -> Iterator[Problem]:
    """The problems of a step; that it could not be ended is one of them."""
    try:
        yield from step
    except Exception as error:  # noqa: BLE001 - rows may be damaged in any way, and the other steps must be taken
        words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        yield Problem(name, f"the check broke off ({words}); rows are missing or damaged, and the rest is unchecked")


Count = Callable[[str], None]


def _audit(
    reader: LedgerReader, report: Verification, sealed: Sealed, head: str | None, count: Count
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


def _articles(reader: LedgerReader, sealed: Sealed, count: Count, *, quick: bool) -> Iterator[Problem]:
    """Each article and capture is as the audit log has it, and its text comes out of its bytes."""
    missing = dict(sealed.articles)
    for entry in _all_entries(reader):
        count("articles")
        name = f"article {entry.id} ({entry.locator})"
        logged = missing.pop(entry.id, None)
        if logged is None:
            yield Problem(name, "the audit log does not know it")
        elif logged.text != entry.article.id:
            yield Problem(name, "its text is not the one that the audit log has")
        elif logged != SealedArticle.of(entry) or entry.superseded != sealed.ended.get(("article", entry.id)):
            yield Problem(name, "where or when it was found is not what the audit log has")
        cards = reader.captures(entry.id)
        seals = [seal_of_capture(card) for card in cards]
        if seals != sealed.found.get(entry.id, []) or (cards and cards[0].captured != entry.captured):
            yield Problem(name, "what is known of its captures is not what the audit log has")
        for card in () if quick else cards:
            count("texts from bytes")
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
        article = read_capture(capture)
        found = (article.id, article.furniture)
    except InputError:
        found = None
    if found != (entry.article.id, entry.article.furniture):
        other = f" (it was read by {card.program}, this is {program()})" if card.program != program() else ""
        yield Problem(name, f"its text does not come out of its bytes{other}")


def _readings(reader: LedgerReader, sealed: Sealed, count: Count) -> Iterator[Problem]:
    missing = dict(sealed.readings)
    for stored in reader.readings():
        count("readings")
        name = f"reading {stored.id} of article {stored.entry}"
        seal, logged = seal_of_reading(stored.reading), missing.pop(stored.id, None)
        if seal != stored.seal:
            yield Problem(name, "it was changed after it was written")
        if logged is None:
            yield Problem(name, "the audit log does not know it")
        elif logged[0] != stored.seal:
            yield Problem(name, "its seal is not the one that the audit log has")
        elif (*logged[1:], sealed.ended.get(("reading", stored.id))) != (
            stored.recorded,
            stored.program,
            stored.superseded,
        ):
            yield Problem(name, "by what or when it was read or superseded is not what the audit log has")
        yield from _statements(stored, count)
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
    for details in (statement.figures, statement.when, statement.where):
        yield from (detail.span for detail in details)


def _reviews(reader: LedgerReader, sealed: Sealed, count: Count) -> Iterator[Problem]:
    """Reviews are those that the audit log has, of whatever line."""
    missing = dict(sealed.reviews)
    for review in reader.all_reviews():
        count("reviews")
        name = f"review {review.id} of line {review.line}"
        words = (review.verdict, dict(review.corrections), review.by, review.note, review.certain)
        logged = missing.pop(review.id, None)
        if logged is None:
            yield Problem(name, "the audit log does not know it")
        elif logged != (*words, review.carried, review.reason, review.recorded, review.line):
            yield Problem(name, "it is not what the audit log has")
    for number, logged in missing.items():
        yield Problem(f"review {number} of line {logged[-1]}", "it is in the audit log but not in the ledger")


def _speakers(reader: LedgerReader, sealed: Sealed, count: Count) -> Iterator[Problem]:
    """Who is counted to whom, and who decided it, is what the audit log has."""
    missing_speakers = dict(sealed.made)
    for number, *facts in reader.known_as():
        count("speakers")
        if tuple(facts) != missing_speakers.pop(number, None):
            yield Problem(f"speaker {number}", f"its name “{facts[0]}”, kind or key is not what the audit log has")
    for number in missing_speakers:
        yield Problem(f"speaker {number}", "it is in the audit log but not in the ledger")
    for one in reader.assignments():
        count("appearances")
        if one.identity != sealed.moved.get(one.appearance, sealed.counted.get((one.reading, one.number))):
            yield Problem(
                f"appearance {one.appearance}", f"that it is counted to speaker {one.identity} is not in the audit log"
            )
    yield from _decisions(reader, sealed, count)


def _decisions(reader: LedgerReader, sealed: Sealed, count: Count) -> Iterator[Problem]:
    missing = dict(sealed.decisions)
    for decision in reader.decisions():
        count("decisions")
        whom = (decision.kind, decision.identity, decision.other, decision.appearances, decision.origins)
        made = (*whom, decision.by, decision.reason, decision.recorded)
        logged = missing.pop(decision.id, None)
        if logged is None:
            yield Problem(f"decision {decision.id}", "the audit log does not know it")
        elif logged != made or decision.undone != sealed.undone.get(decision.id) or not _moved(decision, sealed):
            yield Problem(f"decision {decision.id}", "it is not what the audit log has")
    for number in missing:
        yield Problem(f"decision {number}", "it is in the audit log but not in the ledger")


def _moved(decision: Decision, sealed: Sealed) -> bool:
    """Whether what went back when a split was undone is what the audit log has."""
    own = tuple(zip(decision.appearances, decision.origins, strict=False))
    return decision.undone is None or sorted((*own, *decision.along)) == sorted(sealed.returned[decision.id])


def _followed(reader: LedgerReader, sealed: Sealed, count: Count) -> Iterator[Problem]:
    """Feeds and watches are those that the audit log has."""
    feeds = {feed.id: (feed.url, feed.title, feed.outlet) for feed in reader.followed()}
    for number in sorted({*feeds, *sealed.feeds}):
        if feeds.get(number) != sealed.feeds.get(number):
            yield Problem(f"feed {number}", "that and how it is followed is not what the audit log has")
    newest = max(reader.search(Everything(), limit=1, order="recorded"), default=0)
    missing = dict(sealed.searches)
    for one in reader.searches():
        count("watches")
        if missing.pop(one.id, None) != (one.name, one.query, one.like, one.alert, one.target, one.added):
            yield Problem(f"watch {one.name}", "it is not what the audit log has")
        if one.last > max(newest, sealed.last_line):
            yield Problem(f"watch {one.name}", "it has told of lines that are not there yet")
    for name, *_ in missing.values():
        yield Problem(f"watch {name}", "it is in the audit log but not in the ledger")


def _vectors(reader: LedgerReader, sealed: Sealed, *, quick: bool) -> Iterator[Problem]:
    """Every reading with statements has vectors, and they are those of its statements."""
    models: dict[int, str] = {}
    for codes, vectors in kept_vectors(reader):
        models[codes.reading] = codes.model
        if (codes.line, codes.model) != sealed.vectors.get(codes.reading):
            yield Problem(f"vectors of reading {codes.reading}", "of which lines or what made them is not as logged")
        if not are_whole(codes, vectors):
            yield Problem(f"vectors of reading {codes.reading}", "they are damaged, search by meaning can't use them")
    for number in sorted(sealed.spoken - models.keys()):
        yield Problem(f"vectors of reading {number}", "they are missing, search by meaning can't find its statements")
    for stored in () if quick else reader.readings():
        if stored.id in models and not are_of(stored, models[stored.id], reader.vectors([stored.id])):
            yield Problem(f"vectors of reading {stored.id}", "they are not those of its statements")
