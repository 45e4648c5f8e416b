"""Kept searches: what they newly find is told, as a line, on the desktop, or to a web address."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice
from typing import TYPE_CHECKING, get_args

from attribune.desk.addresses import check_address
from attribune.desk.rows import hit_dict
from attribune.desk.searching import Hit, hit_of
from attribune.errors import AttribuneError, UsageError
from attribune.fetch import Fetcher
from attribune.ledger.contract import Ledger, LedgerReader
from attribune.ledger.entry import Entry
from attribune.ledger.line import Line
from attribune.ledger.query import Everything, Node, parse
from attribune.ledger.source import AlertKind, SavedSearch

if TYPE_CHECKING:
    from attribune.desk.meanings import Meanings

MOST = 1_000  # new lines of one search that are told at once; the others are told the next time
NEAR = 0.5  # cosine from which a line is near enough in meaning to be told


@dataclass(frozen=True)
class Alert:
    """What a kept search newly found; ``problem`` says why it could not be told where it should be."""

    search: SavedSearch
    hits: tuple[Hit, ...]
    problem: str | None = None


def check_watch(name: str, query: str, *, like: str | None, alert: str, target: str | None) -> None:
    """Raises :class:`UsageError` for a query that can't be read, and for telling that has nowhere to go."""
    if not name.strip() or not name.isprintable():
        raise UsageError("a watch needs a name of one line: give a short one")
    if not query.strip() and not like:
        raise UsageError("a watch needs a query or --like: say what it looks for")
    if query.strip():
        parse(query)
    if alert not in get_args(AlertKind):
        raise UsageError(f"{alert!r} is no way to tell of new lines; give one of {', '.join(get_args(AlertKind))}")
    if (alert == "webhook") != (target is not None):
        raise UsageError("a webhook needs its address, and nothing else has one: give --webhook URL")
    if target is not None:
        check_address(target, "a webhook")


def newest_line(reader: LedgerReader) -> int:
    """The id of the newest current line; 0 where there is none."""
    newest = reader.search(Everything(), limit=1, order="recorded")
    return newest[0] if newest else 0


def run_watches(ledger: Ledger, meanings: Meanings, fetcher: Fetcher | None, *, by: str) -> Iterator[Alert]:
    """Each kept search with what it newly found, newest first; nothing where it found nothing.

    What could not be told where it should be, and what is too much at once, is found again the next time.
    """
    with ledger.reading_from() as reader:
        searches, last = reader.searches(), newest_line(reader)
    for search in searches:
        try:
            with ledger.reading_from() as reader:
                hits = tuple(islice(_new_hits(reader, search, last, meanings), MOST))[::-1]
        except UsageError as error:
            yield Alert(search, (), str(error))
            continue
        problem = _tell(search, hits, fetcher) if hits else None
        if hits:
            yield Alert(search, hits, problem)
        if problem is None:
            with ledger.writing(by) as writer:
                writer.mark_search(search.id, last if len(hits) < MOST else hits[0].line.id)


def _new_hits(reader: LedgerReader, search: SavedSearch, last: int, meanings: Meanings) -> Iterator[Hit]:
    """What came after the lines that it told of, oldest first; lines after ``last`` are for the next time."""
    node = parse(search.query) if search.query.strip() else Everything()
    ids = [line for line in _found_after(reader, node, search.last) if line <= last][::-1]
    for start in range(0, len(ids), MOST):
        some = ids[start : start + MOST]
        scores = meanings.scores(reader, search.like, some) if search.like else {}
        near = [line for line in some if scores[line] >= NEAR] if search.like else some
        yield from (hit_of(line, node, scores.get(line.id)) for line in _news(reader, reader.lines(near), search.last))


def _found_after(reader: LedgerReader, node: Node, last: int) -> Iterator[int]:
    """Ids above ``last`` of lines that a query finds, newest first."""
    for offset in count(0, MOST):
        some = reader.search(node, limit=MOST, offset=offset, order="recorded")
        yield from (line for line in some if line > last)
        if len(some) < MOST or some[-1] <= last:
            return


def _news(reader: LedgerReader, lines: Sequence[Line], last: int) -> Iterator[Line]:
    """The lines that say what their article did not say when the search last told: not what was only read anew."""
    known = reader.lines([last])
    moment = known[0].recorded if known else None
    entries = {number: entry for number in {line.entry for line in lines} if (entry := reader.entry(number))}
    said = {number: _said_at(reader, entry, last, moment) for number, entry in entries.items()}
    return (line for line in lines if line.content not in said.get(line.entry, ()))


def _said_at(reader: LedgerReader, entry: Entry, last: int, moment: datetime | None) -> set[str]:
    """What the article said at that moment, in lines up to the last one that was told."""
    if moment is None:
        return set()
    versions = reader.entries(locator=entry.locator, at=moment)
    current = [one for one in versions if one.superseded is None]
    lines = reader.lines_of(current[-1].id, at=moment) if current else ()
    return {line.content for line in lines if line.id <= last}


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
