"""Two versions of one article: what appeared, vanished, changed and was kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from attribune.link.alignment import align
from attribune.link.changes import Changes
from attribune.link.edits import find_edits
from attribune.link.figure_change import FigureChange
from attribune.link.figure_changes import compare_figures, value_of
from attribune.link.folding import fold
from attribune.link.statement_change import Difference, Field, StatementChange
from attribune.link.words import Word, folded_of, words_of
from attribune.reading import Reading
from attribune.statement import Figure, Statement

CHANGED = 0.5  # share of common words from which a statement is another's newer form


@dataclass(frozen=True)
class _Said:
    """A statement of one version, with its content's words and its speaker's name."""

    statement: Statement
    text: str
    speaker: str | None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.statement.content, self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return folded_of(self.words)

    @cached_property
    def told(self) -> Hashable:
        """Who says it, in which words."""
        parts = (self.statement.source, self.statement.cue)
        return (*(folded_of(words_of(part, self.text)) for part in parts), fold(self.speaker or ""))


Pair = tuple[_Said, _Said]


def compare_readings(old: Reading, new: Reading) -> Changes:
    """What changed between two versions of one article; the order of statements in a reading changes nothing.

    Statements with the same words are one, wherever they stand; what is left is paired by common words, where each is
    the other's single best. Punctuation, white space and capitals count for nothing.
    """
    before, after = _said(old), _said(new)
    pairs = _same_words(before, after)
    pairs += _common_words(_without(before, [one for one, _ in pairs]), _without(after, [two for _, two in pairs]))
    compared = sorted(((one, two, _change(one, two)) for one, two in pairs), key=lambda found: _place(found[0]))
    figures = compare_figures(old, new)
    return Changes(
        old=old,
        new=new,
        appeared=tuple(said.statement for said in _without(after, [two for _, two in pairs])),
        vanished=tuple(said.statement for said in _without(before, [one for one, _ in pairs])),
        changed=tuple(change for _, _, change in compared if change.what),
        kept=tuple((one.statement, two.statement) for one, two, change in compared if not change.what),
        figures_appeared=figures.appeared,
        figures_vanished=figures.vanished,
        figures_changed=figures.changed,
    )


def _said(reading: Reading) -> list[_Said]:
    text = reading.article.text
    found = []
    for statement in reading.statements:
        speaker = reading.speaker_of(statement)
        found.append(_Said(statement, text, speaker.name if speaker else None))
    return sorted(found, key=_place)


def _place(said: _Said) -> tuple[int, int]:
    return said.statement.content.start, said.statement.id


def _without(said: Sequence[_Said], taken: Sequence[_Said]) -> list[_Said]:
    ids = {one.statement.id for one in taken}
    return [one for one in said if one.statement.id not in ids]


def _same_words(before: Sequence[_Said], after: Sequence[_Said]) -> list[Pair]:
    """Statements with the same words: those told in the same words first, equals in the text's order."""
    found = _in_order(before, after, lambda said: (said.folded, said.told))
    before, after = _without(before, [one for one, _ in found]), _without(after, [two for _, two in found])
    return found + _in_order(before, after, lambda said: said.folded)


def _in_order(before: Sequence[_Said], after: Sequence[_Said], key: Callable[[_Said], Hashable]) -> list[Pair]:
    ours, theirs = _grouped(before, key), _grouped(after, key)
    shared = (zip(found, theirs[one], strict=False) for one, found in ours.items() if one in theirs)
    return [pair for pairs in shared for pair in pairs]


def _grouped(said: Sequence[_Said], key: Callable[[_Said], Hashable]) -> dict[Hashable, list[_Said]]:
    found: defaultdict[Hashable, list[_Said]] = defaultdict(list)
    for one in said:
        found[key(one)].append(one)
    return dict(found)


def _common_words(before: Sequence[_Said], after: Sequence[_Said]) -> list[Pair]:
    ours, theirs = ([Counter(one.folded) for one in side] for side in (before, after))

    def of_one_speaker(one: int, two: int) -> bool:
        return fold(before[one].speaker or "") == fold(after[two].speaker or "")

    found = align(ours, theirs, at_least=CHANGED, favoured=of_one_speaker)
    return [(before[one], after[two]) for one, two in found.items()]


def _change(one: _Said, two: _Said) -> StatementChange:
    return StatementChange(
        old=one.statement,
        new=two.statement,
        edits=find_edits(one.words, two.words),
        differences=tuple(_differences(one, two)),
        figures=tuple(_figures(one.statement, two.statement)),
    )


def _differences(one: _Said, two: _Said) -> Iterator[Difference]:
    if fold(one.speaker or "") != fold(two.speaker or ""):
        yield Difference("speaker", one.speaker, two.speaker)
    for (field, old), (_, new) in zip(_fields(one.statement), _fields(two.statement), strict=True):
        if old != new:
            yield Difference(field, old, new)


def _fields(statement: Statement) -> Iterator[tuple[Field, str]]:
    yield "cue class", statement.stance.cue_class
    yield "commitment", statement.stance.commitment
    yield "distance", statement.stance.distance
    yield "quote", statement.quote


def _figures(old: Statement, new: Statement) -> Iterator[FigureChange]:
    """Figures of one count of which each statement has one, with another value."""
    ours, theirs = _by_count(old), _by_count(new)
    for counted, figures in ours.items():
        others = theirs.get(counted, [])
        if len(figures) == len(others) == 1 and value_of(figures[0]) != value_of(others[0]):
            yield FigureChange(figures[0], others[0])


def _by_count(statement: Statement) -> dict[Hashable, list[Figure]]:
    found: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in statement.figures:
        found[value_of(figure).counted].append(figure)
    return dict(found)
