"""Figures of two versions against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attribune.link.alignment import align
from attribune.link.figure_change import FigureChange
from attribune.link.folding import fold
from attribune.link.words import words_of
from attribune.reading import Reading
from attribune.statement import Figure, Role

SAME_COUNT = 0.3  # share of the words around, from which two values of one count are an old and a new one
NO_COUNT = 0.6  # the same where nothing says what is counted


class Counted(NamedTuple):
    """What a figure counts."""

    counts: str
    of: str
    unit: str
    part: bool
    further: bool


class Value(NamedTuple):
    """A figure's value and what it counts, by which its mentions are one."""

    counted: Counted
    low: float | None
    high: float | None
    approximate: bool


@dataclass(frozen=True)
class FigureChanges:
    """Figures that came, went, and changed their value, each in its text's order."""

    appeared: tuple[Figure, ...]
    vanished: tuple[Figure, ...]
    changed: tuple[FigureChange, ...]


def compare_figures(old: Reading, new: Reading) -> FigureChanges:
    """The changes of all figures: values that only one version has, paired where the words around them agree."""
    before, after = _by_value(old), _by_value(new)
    gone = {value: found for value, found in before.items() if value not in after}
    come = {value: found for value, found in after.items() if value not in before}
    pairs = dict(_pairs(old, new, gone, come))
    changed = [FigureChange(gone[one][0], come[two][0]) for one, two in pairs.items()]
    return FigureChanges(
        appeared=_ordered(found[0] for value, found in come.items() if value not in pairs.values()),
        vanished=_ordered(found[0] for value, found in gone.items() if value not in pairs),
        changed=tuple(sorted(changed, key=lambda change: change.old.span)),
    )


def value_of(figure: Figure) -> Value:
    """By what a figure is the same as another one."""
    of, part = fold(figure.of or ""), figure.whole is not None
    counted = Counted(figure.counts, of, figure.unit or "", part, figure.further)
    return Value(counted, figure.low, figure.high, figure.approximate)


def _ordered(figures: Iterator[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.span))


def _by_value(reading: Reading) -> dict[Value, list[Figure]]:
    stated = (figure for statement in reading.statements for figure in statement.figures)
    found: defaultdict[Value, list[Figure]] = defaultdict(list)
    for figure in sorted({*reading.figures, *stated}, key=lambda figure: figure.span):
        found[value_of(figure)].append(figure)
    return dict(found)


Values = Mapping[Value, Sequence[Figure]]


def _pairs(old: Reading, new: Reading, gone: Values, come: Values) -> Iterator[tuple[Value, Value]]:
    for counted in sorted({value.counted for value in gone} & {value.counted for value in come}):
        ours = [value for value in gone if value.counted == counted]
        theirs = [value for value in come if value.counted == counted]
        left = [_around(old, gone[value]) for value in ours]
        right = [_around(new, come[value]) for value in theirs]
        vague = (counted.counts, counted.of, counted.unit) == ("other", "", "")
        found = align(left, right, at_least=NO_COUNT if vague else SAME_COUNT)
        yield from ((ours[one], theirs[two]) for one, two in found.items())


def _around(reading: Reading, mentions: Sequence[Figure]) -> Counter[str]:
    """The words of the paragraphs of a value's mentions, each once, without the value's own."""
    text = reading.article.text
    words: set[str] = set()
    for figure in mentions:
        paragraph = reading.article.paragraph_at(figure.span.start) or figure.span
        around = words_of(Role((paragraph,)), text)
        words.update(word.folded for word in around if not word.span.overlaps(figure.span))
    return Counter(words)
