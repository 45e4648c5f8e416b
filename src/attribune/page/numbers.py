"""The numbers of an article, by what they count, each with whose word it is."""

from __future__ import annotations

from dataclasses import dataclass

from attribune.page.amounts import counted
from attribune.page.labels import COUNTS
from attribune.page.markup import Markup, element, joined
from attribune.page.view import View, anchor, badge, detail_id, faint, voice_key
from attribune.page.voices import Voice
from attribune.statement import Counts, Figure, Statement

Key = tuple[Counts, str, str]
Telling = tuple[Figure, Statement | None]
Interval = tuple[Counts, float | None, float | None, str | None, bool, bool]


@dataclass(frozen=True)
class Number:
    """A number as one voice tells it, and where: statements by their ids, or figures in the outlet's own voice."""

    words: str
    voice: Voice
    statements: tuple[int, ...]
    figures: tuple[Figure, ...]


def numbers_of(view: View) -> dict[Counts, list[Number]]:
    """What is told of each thing that is counted, in the text's order; what one voice tells twice is one number."""
    twins = {(one.id, _interval(figure)): figure for one in view.statements for figure in reversed(one.figures)}
    tellings: dict[Key, list[Telling]] = {}
    for figure in sorted(view.tellers, key=lambda one: one.span):
        for statement in view.tellers[figure] or (None,):
            first = _first(view, statement)
            told = twins.get((first.id, _interval(figure))) if first else None
            key = _key(view, told or figure, first if told else statement)
            tellings.setdefault(key, []).append((figure, statement))
    voices = {voice_key(voice): voice for voice in view.voices}
    found: dict[Counts, list[Number]] = {counts: [] for counts in COUNTS}
    for (counts, words, voice), tellers in tellings.items():
        found[counts].append(_number(words, voices[voice], tellers))
    return {counts: numbers for counts, numbers in found.items() if numbers}


def _first(view: View, statement: Statement | None) -> Statement | None:
    """The statement that this one says again, whose figures are then the same numbers."""
    return None if statement is None or statement.repeats is None else view.by_id.get(statement.repeats)


def _interval(figure: Figure) -> Interval:
    return figure.counts, figure.low, figure.high, figure.unit, figure.approximate, figure.further


def _key(view: View, figure: Figure, teller: Statement | None) -> Key:
    """What makes two tellings one number."""
    voice = "outlet" if teller is None else voice_key(view.voice[teller.id])
    return figure.counts, counted(figure, view.whole_of(figure)), voice


def _number(words: str, voice: Voice, tellings: list[Telling]) -> Number:
    ids = dict.fromkeys(statement.id for _, statement in tellings if statement)
    return Number(words, voice, tuple(ids), tuple(figure for figure, statement in tellings if statement is None))


def numbers(view: View) -> Markup:
    """The numbers as a table; nothing where the article has none."""
    found = numbers_of(view)
    if not found:
        return Markup()
    caption = element("caption", "Numbers, and who gives them")
    return element("table", caption, *(_group(view, counts, found[counts]) for counts in found), class_="numbers")


def _group(view: View, counts: Counts, found: list[Number]) -> Markup:
    head = element("tr", element("th", COUNTS[counts], scope="rowgroup", colspan=2, class_="counts"))
    return element("tbody", head, *(_row(view, number) for number in found))


def _row(view: View, number: Number) -> Markup:
    voice = number.voice
    name = element("span", voice.name, class_="detail faint" if faint(voice) else "detail", dir="auto")
    words = element("span", number.words, class_="name", dir="auto")
    label = element("span", badge(voice), element("span", words, name, class_="title"), class_="who")
    where = element("td", _places(view, number), class_="number")
    return element("tr", element("th", label, scope="row"), where, data_v=voice_key(voice))


def _places(view: View, number: Number) -> Markup:
    """Links to the statements, and to the text where the outlet speaks."""
    links = [anchor(view, one, f"#{one}", data_s=one) for one in number.statements]
    links += [_into_text(view, figure) for figure in number.figures if view.linked]
    return joined(*(part for link in links for part in (" ", link)))


def _into_text(view: View, figure: Figure) -> Markup:
    return element("a", "text", href=f"#{detail_id(view, figure)}", aria_label="in the text")
