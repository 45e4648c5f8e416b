"""What follows from a statement's words, for people: its figures, days and places, and through whom it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribune.page.amounts import figure_words
from attribune.page.dates import days
from attribune.page.labels import NARROWED, OWN_VOICE
from attribune.page.markup import Markup, element, joined
from attribune.page.segments import Detail
from attribune.page.view import View
from attribune.statement import Anonymity, Figure, Statement, When, Where

Row = tuple[str, list[Markup]]


def told(view: View, statement: Statement) -> Iterator[Row]:
    """Name and entries of each row that the statement's card may need; those it doesn't need have no entries."""
    speaker = view.voice[statement.id].speaker
    yield "Through", _chain(view, statement) if statement.parent is not None else []
    yield "Speaker", _entries([_unnamed(view, speaker.anonymity)] if speaker and speaker.anonymity else [])
    yield "Numbers", _entries(figure_words(figure, view.whole_of(figure)) for figure in statement.figures)
    yield "When", _line(" · ", _entries(map(days, statement.when)))
    yield "Where", _line(" · ", _entries(map(_place, statement.where)))


def gloss(view: View, detail: Detail) -> str:
    """What a detail marked in the text stands for, in one line."""
    if isinstance(detail, When):
        return days(detail, month="%B")
    if isinstance(detail, Where):
        return _place(detail)
    words = figure_words(detail, view.whole_of(detail))
    return f"{words} ({OWN_VOICE})" if is_own(view, detail) else words


def kind(view: View, detail: Detail) -> str:
    """The classes that give a detail its look."""
    if isinstance(detail, Figure):
        return "figure own" if is_own(view, detail) else "figure"
    return "when" if isinstance(detail, When) else "where"


def is_own(view: View, detail: Detail) -> bool:
    """Whether it is a figure for which no speaker but the outlet stands."""
    return isinstance(detail, Figure) and not view.tellers[detail]


def _entries(words: Iterable[str]) -> list[Markup]:
    return [element("bdi", one) for one in dict.fromkeys(words)]


def _line(between: str, entries: list[Markup]) -> list[Markup]:
    """The entries as one."""
    return [joined(entries[0], *(part for entry in entries[1:] for part in (between, entry)))] if entries else []


def _place(where: Where) -> str:
    country = f" ({where.country})" if where.country else ""
    government = ", the government" if where.kind == "government" else ""
    return f"{' '.join(where.name.split())}{country}{government}"


def _chain(view: View, statement: Statement) -> list[Markup]:
    return _line(" › ", [element("bdi", name) for name in view.chain_of(statement)])


def _unnamed(view: View, anonymity: Anonymity) -> str:
    how_many = "several people" if anonymity.plural else "one person"
    words = f"unnamed, {how_many}, {NARROWED[anonymity.specificity]}"
    if anonymity.reason is None:
        return words
    return f"{words}; reason given: “{' '.join(anonymity.reason.of(view.article.text).split())}”"
