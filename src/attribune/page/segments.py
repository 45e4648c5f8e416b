"""The text cut at every edge of every span, each piece with the statements and details that cover it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from attribune.article import Span
from attribune.statement import Figure, Statement, When, Where

RoleName = Literal["source", "cue", "content"]
Detail = Figure | When | Where


class Mark(NamedTuple):
    """A statement's id and the role in which it covers a piece of text."""

    statement: int
    role: RoleName


@dataclass(frozen=True)
class Segment:
    """A piece of the text that no span's edge divides; ``marks`` has the innermost statement first."""

    span: Span
    marks: tuple[Mark, ...] = ()
    details: tuple[Detail, ...] = ()

    @property
    def content(self) -> int | None:
        """Id of the innermost statement in whose content the piece stands."""
        return next((mark.statement for mark in self.marks if mark.role == "content"), None)

    @property
    def label(self) -> Mark | None:
        """The innermost source or cue that the piece belongs to."""
        return next((mark for mark in self.marks if mark.role != "content"), None)

    @property
    def outer(self) -> int | None:
        """Id of the next statement outwards in whose content the piece also stands."""
        contents = [mark.statement for mark in self.marks if mark.role == "content"]
        return contents[1] if len(contents) > 1 else None


def segments(statements: Sequence[Statement], whole: Span, details: Sequence[Detail] = ()) -> Iterator[Segment]:
    """The pieces of ``whole``, in order and without gap; spans beyond it are clipped, empty ones ignored.

    Sorting the edges costs n log n, the sweep as many steps as pieces times statements and details on one word.
    """
    rank, order = _inner_first(statements), {detail: place for place, detail in enumerate(details)}
    changes = _changes([*_marked(statements), *((detail, (detail.span,)) for detail in order)], whole)
    active: set[Mark | Detail] = set()
    edges = sorted({whole.start, *changes, whole.end})
    for start, end in pairwise(edges):
        leaving, entering = changes.get(start, (set(), set()))
        active = (active - leaving) | entering
        marks = [one for one in active if isinstance(one, Mark)]
        marks.sort(key=lambda mark: (rank[mark.statement], mark.role))
        here = sorted((one for one in active if not isinstance(one, Mark)), key=lambda detail: order[detail])
        yield Segment(Span(start, end), tuple(marks), tuple(here))


def runs(pieces: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Neighbours together that the same statements cover, divided by details alone."""
    return (list(run) for _, run in groupby(pieces, key=lambda piece: piece.marks))


def clipped(segment: Segment, window: Span) -> Segment | None:
    """The part of a piece inside ``window``, if there is one."""
    span = Span(max(segment.span.start, window.start), min(segment.span.end, window.end))
    return replace(segment, span=span) if span.length > 0 else None


def cut(pieces: Sequence[Segment], windows: Sequence[Span]) -> Iterator[list[Segment]]:
    """For each window of the text, in order and apart from each other, the pieces inside it."""
    position = 0
    for window in windows:
        while position < len(pieces) and pieces[position].span.end <= window.start:
            position += 1
        inside, ahead = [], position
        while ahead < len(pieces) and pieces[ahead].span.start < window.end:
            inside.append(clipped(pieces[ahead], window))
            ahead += 1
        yield [piece for piece in inside if piece]


def depths(statements: Sequence[Statement]) -> dict[int, int]:
    """How many statements each one stands in; a circle of parents ends where it closes."""
    parents = {statement.id: statement.parent for statement in statements}
    return {statement.id: _depth(statement.id, parents) for statement in statements}


def _depth(identity: int, parents: dict[int, int | None]) -> int:
    seen = {identity}
    parent = parents[identity]
    while parent is not None and parent in parents and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return len(seen) - 1


def _inner_first(statements: Sequence[Statement]) -> dict[int, int]:
    """Rank of each statement: the deeper, then the shorter, then the later one stands further inside."""
    depth = depths(statements)
    order = sorted(statements, key=lambda one: (-depth[one.id], sum(s.length for s in one.content.spans), -one.id))
    return {statement.id: rank for rank, statement in enumerate(order)}


Changes = dict[int, tuple[set[Mark | Detail], set[Mark | Detail]]]
Covering = tuple[Mark | Detail, Sequence[Span]]


def _changes(covering: Sequence[Covering], whole: Span) -> Changes:
    """At each edge inside ``whole``, the marks and details that end there and those that begin there."""
    changes: Changes = {}
    for one, spans in covering:
        for span in _joined(spans, whole):
            changes.setdefault(span.start, (set(), set()))[1].add(one)
            changes.setdefault(span.end, (set(), set()))[0].add(one)
    return changes


def _marked(statements: Sequence[Statement]) -> Iterator[Covering]:
    for statement in statements:
        yield Mark(statement.id, "content"), statement.content.spans
        if statement.source:
            yield Mark(statement.id, "source"), statement.source.spans
        if statement.cue:
            yield Mark(statement.id, "cue"), statement.cue.spans


def _joined(spans: Sequence[Span], whole: Span) -> list[Span]:
    """The spans inside ``whole``, in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        span = Span(max(start, whole.start), min(end, whole.end))
        if span.length <= 0:
            continue
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
