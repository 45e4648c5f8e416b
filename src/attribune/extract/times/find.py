"""The times of an article, one line after the other, so that each can refer to those before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from attribune.article import Span
from attribune.extract.times.edges import edge_start, narrowed, widened
from attribune.extract.times.grammar import next_time
from attribune.extract.times.joining import Found, joined
from attribune.extract.times.line import Line, read_line
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.scene import Scene, Tense
from attribune.extract.times.tense import tense_near
from attribune.extract.times.timex import Timex
from attribune.statement import When


def find_times(
    text: str,
    spans: Sequence[Span],
    published: date | None,
    *,
    tense: Callable[[Span], Tense | None] | None = None,
) -> tuple[Timex, ...]:
    """The time expressions in ``spans`` of the text (its paragraphs), in the text's order; none overlap.

    Relative ones are counted from the day of publication. ``tense`` tells whether what stands at a span is past or to
    come, None where it does not know; without it the words nearby are looked at.
    """
    day = published.date() if isinstance(published, datetime) else published
    scene = Scene(day, _teller(tense))
    found: list[Timex] = []
    for span in _apart(text, spans):
        line = read_line(text, span)
        read, later = _read(line, scene)
        found += [_timex(line, one) for one in joined(line, read, scene)]
        scene = later
    return tuple(found)


def find_when(
    text: str,
    spans: Sequence[Span],
    published: date | None,
    *,
    tense: Callable[[Span], Tense | None] | None = None,
) -> tuple[When, ...]:
    """Those of :func:`find_times` of which the days are known."""
    return tuple(
        When(one.span, one.start, one.end, one.granularity)
        for one in find_times(text, spans, published, tense=tense)
        if one.start and one.end and one.granularity
    )


def _teller(tense: Callable[[Span], Tense | None] | None) -> Callable[[Phrase], Tense | None]:
    if tense is None:
        return tense_near
    return lambda phrase: tense(phrase.line.span(phrase.start, phrase.end))


def _apart(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans in order, each without what an earlier one holds."""
    end = 0
    for span in sorted(spans):
        if span.end > max(span.start, end):
            yield Span(max(span.start, end), min(span.end, len(text)))
            end = span.end


def _read(line: Line, scene: Scene) -> tuple[list[Found], Scene]:
    """The times of a line, and the scene behind them."""
    found: list[Found] = []
    place = 0
    while next_one := next_time(line, place, scene):
        phrase, reading = next_one
        first = edge_start(phrase, place)
        narrow = narrowed(reading, line.words[first : phrase.start], scene.published)
        found.append(Found(first, phrase.end, widened(narrow, phrase.class_at(first - 1), scene.published)))
        place = phrase.end
        scene = scene.after(reading.period)
    return found, scene


def _timex(line: Line, found: Found) -> Timex:
    reading = found.reading
    span = line.span(found.first, found.last)
    return Timex(span, reading.kind, reading.value, reading.start, reading.end, reading.granularity)
