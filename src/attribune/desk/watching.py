"""Kept searches: what they newly find is told, as a line, on the desktop, or to a web address."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from attribune.desk.searching import Hit, hit_of
from attribune.errors import AttribuneError, UsageError
from attribune.fetch import Fetcher
from attribune.intake import ADDRESS
from attribune.ledger.contract import Ledger, LedgerReader
from attribune.ledger.entry import Entry
from attribune.ledger.line import Line
from attribune.ledger.query import Everything, parse
from attribune.ledger.source import AlertKind, SavedSearch

if TYPE_CHECKING:
    from attribune.desk.meanings import Meanings

MOST = 1_000  # new lines of one search that are told at once
NEAR = 0.5  # cosine from which a line is near enough in meaning to be told
NEAREST = 200  # lines that are looked at for one search by meaning


@dataclass(frozen=True)
class Alert:
    """What a kept search newly found; ``problem`` says why it could not be told where it should be."""

    search: SavedSearch
    hits: tuple[Hit, ...]
    problem: str | None = None


def check_watch(name: str, query: str, *, like: str | None, alert: str, target: str | None) -> None:
    """Raises :class:`UsageError` for a query that can't be read, and for telling that has nowhere to go."""
    if not name.strip():
        raise UsageError("a watch needs a name: give a short one")
    if not query.strip() and not like:
        raise UsageError("a watch needs a query or --like: say what it looks for")
    if query.strip():
        parse(query)
    if alert not in get_args(AlertKind):
        raise UsageError(f"{alert!r} is no way to tell of new lines; give one of {', '.join(get_args(AlertKind))}")
    if (alert == "webhook") != (target is not None):
        raise UsageError("a webhook needs its address, and nothing else has one: give --webhook URL")
    if target is not None and not ADDRESS.match(target):
        raise UsageError(f"{target}: is no address of a webhook; give one that begins with https://")


def newest_line(reader: LedgerReader) -> int:
    """The id of the newest current line; 0 where there is none."""
    newest = reader.search(Everything(), limit=1, order="recorded")
    return newest[0] if newest else 0


def run_watches(ledger: Ledger, meanings: Meanings, fetcher: Fetcher | None, *, by: str) -> Iterator[Alert]:
    """Each kept search with what it newly found; nothing where it found nothing."""
    with ledger.reading_from() as reader:
        searches, last = reader.searches(), newest_line(reader)
    for search in searches:
        with ledger.reading_from() as reader:
            hits = _new_hits(reader, search, last, meanings)
        if hits:
            yield Alert(search, hits, _tell(search, hits, fetcher))
        with ledger.writing(by) as writer:
            writer.mark_search(search.id, last)


def _new_hits(reader: LedgerReader, search: SavedSearch, last: int, meanings: Meanings) -> tuple[Hit, ...]:
    """What came after the lines that it told of; lines after ``last`` came meanwhile, and are for the next time."""
    node = parse(search.query) if search.query.strip() else Everything()
    scores: dict[int, float] = {}
    if search.like:
        near = meanings.nearest(reader, search.like, NEAREST, only=node, at=None)
        scores = {line: score for line, score in near if score >= NEAR}
    ids = list(scores) if search.like else reader.search(node, limit=MOST, order="recorded")
    new = reader.lines([line for line in ids if search.last < line <= last])
    return tuple(hit_of(line, node, scores.get(line.id)) for line in _news(reader, new))


def _news(reader: LedgerReader, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that came with their articles, and not because those were read anew, or say what they said before."""
    found = {entry: reader.entry(entry) for entry in {line.entry for line in lines}}
    entries = {number: entry for number, entry in found.items() if entry is not None}
    said = {number: _said_before(reader, entry) for number, entry in entries.items()}
    for line in lines:
        entry = entries.get(line.entry)
        if entry is not None and entry.recorded == line.recorded and line.content not in said[line.entry]:
            yield line


def _said_before(reader: LedgerReader, entry: Entry) -> set[str]:
    """The contents of the version before."""
    if entry.version == 1:
        return set()
    before = next((one for one in reader.entries(locator=entry.locator) if one.version == entry.version - 1), None)
    stored = reader.reading(before.id) if before else None
    return {content for *_, content in stored.words} if stored else set()


def _tell(search: SavedSearch, hits: tuple[Hit, ...], fetcher: Fetcher | None) -> str | None:
    """Tell it where it should be told; why not, where that failed."""
    try:
        if search.alert == "desktop":
            return _on_desktop(search, hits)
        if search.alert == "webhook" and fetcher is not None:
            return _to_address(search, hits, fetcher)
    except (AttribuneError, OSError, subprocess.SubprocessError) as error:
        return str(error)
    return None


def _on_desktop(search: SavedSearch, hits: tuple[Hit, ...]) -> str | None:
    program = shutil.which("notify-send")
    if program is None:
        return "notify-send is not installed; install libnotify, or watch with a line or a webhook"
    words = f"{hits[0].line.name or 'Somebody'}: {hits[0].line.content[:200]}"
    more = f" and {len(hits) - 1} more" if len(hits) > 1 else ""
    subprocess.run([program, "--", f"{search.name}: {words}", more], check=True, timeout=10)  # noqa: S603
    return None


def _to_address(search: SavedSearch, hits: tuple[Hit, ...], fetcher: Fetcher) -> str | None:
    body = json.dumps(alert_of(search, hits), ensure_ascii=False).encode()
    status = fetcher.post(str(search.target), body, media_type="application/json")
    return None if 200 <= status < 300 else f"{search.target} answered {status}"


def alert_of(search: SavedSearch, hits: tuple[Hit, ...]) -> dict[str, object]:
    """An alert as one JSON object."""
    return {"watch": search.name, "query": search.query, "like": search.like, "hits": [hit_dict(hit) for hit in hits]}


def hit_dict(hit: Hit) -> dict[str, object]:
    """A hit as one JSON object: who, what, where, and the link that proves it."""
    line, article = hit.line, hit.line.article
    corrected = line.review.corrections if line.review else {}
    return {
        "permalink": line.permalink,
        "line": line.id,
        "article": {
            "id": article.id,
            "entry": line.entry,
            "title": article.title,
            "outlet": article.outlet,
            "day": line.day.isoformat(),
            "url": article.url,
            "file": article.file,
            "ref": article.ref,
        },
        "statement": line.statement.id,
        "speaker": corrected.get("speaker", line.name),
        "speaker_id": line.identity,
        "kind": line.speaker.kind if line.speaker else None,
        "cue": line.statement.cue.text(article.text) if line.statement.cue else None,
        "cue_class": corrected.get("cue_class", line.statement.stance.cue_class),
        "commitment": corrected.get("commitment", line.statement.stance.commitment),
        "distance": corrected.get("distance", line.statement.stance.distance),
        "quote": corrected.get("quote", line.statement.quote),
        "content": line.content,
        "sentence": hit.sentence.of(article.text),
        "span": list(hit.sentence),
        "marks": [list(mark) for mark in hit.marks],
        "status": line.status,
        "score": hit.score,
    }
