"""Figures: the numbers of a text that count or measure something, as intervals.

A paragraph is read once as tokens. Every number in it becomes a draft (number, bounds, unit, what is counted), unless
it is a date, a duration, an age or a name. Then the clause around tells what happened to those counted, and which
figure is part of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribune.article import Span
from attribune.extract.figures.counted import what_happened
from attribune.extract.figures.drafts import Draft, closed_end, draft_at
from attribune.extract.figures.evidence import settled
from attribune.extract.figures.line import Line
from attribune.extract.figures.numerals import has_numeral
from attribune.extract.figures.parts import find_wholes, shared_counts
from attribune.statement import Counts, Figure


def find_figures(text: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures of ``text`` inside ``spans``, its paragraphs, in their order; spans are code points of ``text``."""
    return tuple(figure for span in spans if has_numeral(text, span) for figure in _figures(Line.of(text, span)))


def _figures(line: Line) -> Iterator[Figure]:
    drafts = list(_drafts(line))
    if not drafts:
        return
    counts = what_happened(line, drafts)
    wholes = find_wholes(line, drafts, counts)
    counts = shared_counts(counts, wholes)
    for draft, told, whole in zip(drafts, counts, wholes, strict=True):
        yield _figure(line, draft, told, None if whole is None else drafts[whole])


def _drafts(line: Line) -> Iterator[Draft]:
    end, previous = 0, None
    for position in line.numerals:
        draft = draft_at(line, position) if position >= end else None
        if not draft:
            continue
        figure = settled(line, draft, previous)
        end = figure.end if figure else draft.number.end
        if figure:
            yield figure
            previous = figure


def _figure(line: Line, draft: Draft, counts: Counts, whole: Draft | None) -> Figure:
    low, high = draft.bounds.interval(draft.number, countable=draft.unit is None)
    group = draft.group
    return Figure(
        span=line.span(draft.first, closed_end(line, draft)),
        low=_plain(low),
        high=_plain(high),
        approximate=draft.bounds.approximate or draft.number.vague,
        counts=counts,
        of=None if group.is_empty else line.text(group.first, group.end),
        unit=draft.unit.code if draft.unit else None,
        whole=line.span(whole.first, whole.end) if whole else None,
        further=draft.bounds.further or group.further,
    )


def _plain(bound: float | None) -> float | None:
    """A whole number without a fraction: 600, and not 600.0."""
    return int(bound) if bound is not None and bound % 1 == 0 else bound
