"""What every part of the page needs to know of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from attribune.article import Article, Span
from attribune.page.labels import CUES, FAINT_KINDS
from attribune.page.markup import Markup, element
from attribune.page.segments import Detail, Segment, cut, segments
from attribune.page.voices import Voice, Voices, colour, line, voices_of
from attribune.statement import Figure, Role, Speaker, Statement

FAINT = "-none"


@dataclass(frozen=True)
class View:
    """One article, its statements in the text's order, and its voices.

    ``linked`` says whether parts may point to each other with anchors, which a notebook's page may not like;
    ``figures`` are those in the outlet's own voice.
    """

    article: Article
    statements: tuple[Statement, ...]
    voices: Voices
    linked: bool
    figures: tuple[Figure, ...] = ()

    @cached_property
    def key(self) -> str:
        """What the element ids of this article start with."""
        return f"a{self.article.id[:10]}"

    @cached_property
    def by_id(self) -> dict[int, Statement]:
        """The statements under their ids."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def voice(self) -> dict[int, Voice]:
        """The voice of each statement, under the statement's id."""
        voices = self.voices.by_speaker()
        return {one.id: voices[one.speaker if one.speaker in voices else None] for one in self.statements}

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """Every line of the text that is not empty, furniture too."""
        return replace(self.article, furniture=()).paragraphs

    @cached_property
    def pieces(self) -> list[list[Segment]]:
        """The pieces of each line."""
        whole = Span(0, len(self.article.text))
        return list(cut(list(segments(self.statements, whole, self.details)), self.lines))

    @cached_property
    def details(self) -> list[Detail]:
        """The figures, times and places that are marked in the text."""
        times = [when for statement in self.statements for when in statement.when]
        return [*self.tellers, *times, *(where for statement in self.statements for where in statement.where)]

    @cached_property
    def tellers(self) -> dict[Figure, tuple[Statement, ...]]:
        """For each figure the innermost statements that hold it; none for one in the outlet's own voice."""
        holders: dict[Figure, list[Statement]] = {figure: [] for figure in self.figures}
        for statement in self.statements:
            for figure in statement.figures:
                holders.setdefault(figure, []).append(statement)
        return {figure: _innermost(found) for figure, found in holders.items()}

    @cached_property
    def _by_span(self) -> dict[Span, Figure]:
        return {figure.span: figure for figure in self.tellers}

    def whole_of(self, figure: Figure) -> Figure | None:
        """The figure of which this one is a part, None where it is none or the whole was not found."""
        return None if figure.whole is None else self._by_span.get(figure.whole)

    def chain_of(self, statement: Statement) -> tuple[str, ...]:
        """Through whom a statement reaches the reader, as :meth:`attribune.reading.Reading.chain_of` has it."""
        names: list[str] = []
        seen: set[int] = set()
        one: Statement | None = statement
        while one is not None and one.id not in seen:
            seen.add(one.id)
            voice = self.voice[one.id]
            names += [voice.name] if voice.speaker else []
            one = None if one.parent is None else self.by_id.get(one.parent)
        return (self.article.outlet or "the outlet", *reversed(names))

    @cached_property
    def starting(self) -> list[list[int]]:
        """For each line, the statements that have their first words in it."""
        seen: set[int] = set()
        starting = []
        for pieces in self.pieces:
            here = {mark.statement: None for piece in pieces for mark in reversed(piece.marks)}
            starting.append([identity for identity in here if identity not in seen])
            seen.update(here)
        return starting


def view_of(
    article: Article,
    speakers: Sequence[Speaker],
    statements: Sequence[Statement],
    *,
    linked: bool,
    figures: Sequence[Figure] = (),
) -> View:
    """The view of an article; the statements may come in any order, the figures are those in the outlet's own voice."""
    ordered = tuple(sorted(statements, key=lambda one: (one.start, one.id)))
    return View(article, ordered, voices_of(article, speakers, statements), linked, tuple(figures))


def _innermost(holders: Sequence[Statement]) -> tuple[Statement, ...]:
    """Those in whose content no other one stands."""
    around = {statement.parent for statement in holders}
    return tuple(one for one in holders if one.id not in around) or tuple(holders)


def paint(voice: Voice, prefix: str = "k") -> str:
    """The class that gives an element the voice's colour."""
    return f"{prefix}{FAINT}" if voice.slot is None else f"{prefix}{colour(voice.slot)}"


def stroke(voice: Voice) -> str:
    """The class that gives an element the voice's line style."""
    return f"l{FAINT}" if voice.slot is None else f"l{line(voice.slot)}"


def badge(voice: Voice) -> Markup:
    """The voice's initials in its colour and line style."""
    return element("span", voice.initials, class_=f"badge {paint(voice)} {stroke(voice)}", dir="auto")


def voice_key(voice: Voice) -> str:
    """How the legend and the statements name a voice to the script."""
    return str(voice.speaker.id) if voice.speaker else voice.who


def faint(voice: Voice) -> bool:
    """Whether it stays open who speaks."""
    return voice.speaker is None or voice.speaker.kind in FAINT_KINDS


def gist(view: View, statement: Statement) -> str:
    """Who says it and how, in one line."""
    stance = statement.stance
    return f"{view.voice[statement.id].name}: {CUES[stance.cue_class]}, {stance.commitment}"


def anchor(view: View, identity: int, *children: str, **attributes: str | int | None) -> Markup:
    """The children as a link to a statement's entry, or as they are where links are unwelcome."""
    if view.linked:
        return element("a", *children, href=f"#{view.key}-{identity}", **attributes)
    return element("span", *children, **attributes)


def detail_id(view: View, detail: Detail) -> str:
    """The id of the element in the text with which a detail starts, for links to it."""
    return f"{view.key}-at-{detail.span.start}"


def words(role: Role, text: str) -> str:
    """A role's words on one line."""
    return " ".join(role.text(text).split())
