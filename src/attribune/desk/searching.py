"""Search: lines that hold words, or that mean the same, each shown in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from attribune.article import Span
from attribune.errors import UsageError
from attribune.ledger.contract import Ledger, LedgerReader, Order
from attribune.ledger.line import Line
from attribune.ledger.query import Everything, Node, highlights, parse, sentence_around
from attribune.statement import Role

if TYPE_CHECKING:
    from attribune.desk.meanings import Meanings


@dataclass(frozen=True)
class Hit:
    """A line that a search found.

    ``sentence`` is the piece of the article that shows it, ``marks`` the words in it that were searched for, both of
    the article's text. ``score`` is how near its meaning is, from -1 to 1, for a search by meaning.
    """

    line: Line
    sentence: Span
    marks: tuple[Span, ...]
    score: float | None = None


@dataclass(frozen=True)
class Found:
    """Hits, newest or nearest first, of ``count`` in all; counting ends at 10,000, and None by meaning."""

    query: str
    hits: tuple[Hit, ...]
    count: int | None


@dataclass(frozen=True)
class Search:
    """What is searched for; ``like`` are words that mean what is looked for."""

    query: str = ""
    like: str | None = None
    limit: int = 20
    offset: int = 0
    order: Order = "published"
    at: datetime | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.query, str):
            raise UsageError(f"{self.query!r} is no query; give words as a string")
        if self.limit < 0 or self.offset < 0:
            raise UsageError(f"limit is {self.limit} and offset {self.offset}; give 0 or more")

    @property
    def node(self) -> Node:
        """The query as a tree; everything, where there is none."""
        return parse(self.query) if self.query.strip() else Everything()


def search(ledger: Ledger, wanted: Search, meanings: Callable[[], Meanings]) -> Found:
    """What the ledger holds; :class:`attribune.errors.UsageError` for a query that can't be read."""
    node = wanted.node
    with ledger.reading_from() as reader:
        if wanted.like is not None:
            return _by_meaning(reader, wanted, node, meanings())
        ids = reader.search(node, limit=wanted.limit, offset=wanted.offset, order=wanted.order, at=wanted.at)
        lines = reader.lines(ids, at=wanted.at)
        count = reader.count(node, at=wanted.at)
    return Found(wanted.query, tuple(hit_of(line, node) for line in lines), count)


def _by_meaning(reader: LedgerReader, wanted: Search, node: Node, meanings: Meanings) -> Found:
    near = meanings.nearest(reader, str(wanted.like), wanted.limit + wanted.offset, only=node, at=wanted.at)
    chosen = near[wanted.offset :]
    scores = dict(chosen)
    lines = reader.lines([line for line, _ in chosen], at=wanted.at)
    return Found(wanted.query, tuple(hit_of(line, node, scores[line.id]) for line in lines), None)


def hit_of(line: Line, node: Node, score: float | None = None) -> Hit:
    """A line with the sentence around its first words that were searched for."""
    text = line.article.text
    marks = tuple(
        Span(fragment.start + mark.start, fragment.start + mark.end)
        for fragment in line.statement.content.spans
        for mark in highlights(node, fragment.of(text))
    )
    content = line.statement.content
    whole = Span(line.statement.start, max(role.end for role in _roles(line)))
    shown = sentence_around(text, whole if whole.length <= LONGEST or not marks else marks[0], limit=LONGEST)
    shown = shown if shown.overlaps(Span(content.start, content.end)) else content.spans[0]
    return Hit(line, shown, tuple(mark for mark in marks if shown.covers(mark)), score)


LONGEST = 400  # characters that are shown of an article for one line


def _roles(line: Line) -> Sequence[Role]:
    statement = line.statement
    return [role for role in (statement.source, statement.cue, statement.content) if role]
