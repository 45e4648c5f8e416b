"""Changes for the eye: words that went and came, numbers, speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from attribune.article import Span
from attribune.cli.screen import BOLD, DIM, on_one_line
from attribune.desk.differences import Difference
from attribune.link import Changes
from attribune.link.figure_change import FigureChange
from attribune.link.statement_change import Difference as FieldChange
from attribune.link.statement_change import StatementChange
from attribune.page.amounts import figure_words
from attribune.page.labels import UNCLEAR
from attribune.reading import Reading
from attribune.statement import FRAGMENT_BREAK, Figure, Role, Statement

GONE, CAME = Style(color="red"), Style(color="green")
GONE_WORD, CAME_WORD = Style(color="red", bold=True, strike=True), Style(color="green", bold=True, underline=True)


def print_difference(console: Console, difference: Difference) -> None:
    """Which versions they are, then what changed, came and went."""
    old, new, changes = difference.old, difference.new, difference.changes
    console.print(Text(on_one_line(new.article.title or new.locator), BOLD))
    versions = (
        f"version {old.version} of {old.recorded:%Y-%m-%d %H:%M} → {new.version} of {new.recorded:%Y-%m-%d %H:%M}"
    )
    console.print(Text(f"{on_one_line(new.locator)}\n{versions} UTC", DIM))
    if not changes.any:
        console.print(Text("\nNo statement and no number changed.", DIM))
    for heading, parts in _sections(changes):
        if parts:
            console.print(Text(f"\n{heading}", BOLD))
            between = "\n\n" if heading == "Changed" else "\n"
            console.print(Padding(Text(between).join(parts), (0, 0, 0, 2)))


def _sections(changes: Changes) -> Iterator[tuple[str, Sequence[Text]]]:
    yield "Numbers", list(_figures(changes))
    yield "Changed", [_changed(changes, one) for one in changes.changed]
    yield "Appeared", [_whole(changes.new, one, "+", CAME) for one in changes.appeared]
    yield "Vanished", [_whole(changes.old, one, "−", GONE) for one in changes.vanished]


def _figures(changes: Changes) -> Iterator[Text]:
    for change in changes.figures_changed:
        yield _figure_change(change)
    for figure in changes.figures_appeared:
        yield Text.assemble((f"+ {_amount(figure)}", CAME))
    for figure in changes.figures_vanished:
        yield Text.assemble((f"− {_amount(figure)}", GONE))


def _figure_change(change: FigureChange) -> Text:
    """Old and new number; what is said of both is said once."""
    old, new = _amount(change.old).split(), _amount(change.new).split()
    same = 0
    while same < min(len(old), len(new)) - 1 and old[-1 - same] == new[-1 - same]:
        same += 1
    shown = " ".join(old[: len(old) - same])
    return Text.assemble((shown, GONE), (" → ", DIM), (" ".join(new), CAME))


def _amount(figure: Figure) -> str:
    return on_one_line(figure_words(figure, None))


def _changed(changes: Changes, change: StatementChange) -> Text:
    """Who says it, which of its fields differ, and both wordings with the words that differ marked."""
    rows = [_name(changes.new, change.new)]
    rows += [_difference(one) for one in change.differences]
    rows += [_figure_change(one) for one in change.figures]
    gone = [span for edit in change.edits for span in edit.old]
    came = [span for edit in change.edits for span in edit.new]
    if change.edits:
        rows.append(Text.assemble(("− ", GONE), _content(changes.old, change.old.content, gone, GONE_WORD)))
    sign = ("+ ", CAME) if change.edits else "  "
    rows.append(Text.assemble(sign, _content(changes.new, change.new.content, came, CAME_WORD)))
    return Text("\n").join(rows)


def _difference(one: FieldChange) -> Text:
    old, new = (on_one_line(value) or "unknown" for value in (one.old, one.new))
    return Text.assemble((f"{one.field}: ", DIM), (old, GONE), (" → ", DIM), (new, CAME))


def _whole(reading: Reading, statement: Statement, sign: str, style: Style) -> Text:
    words = _content(reading, statement.content, (), style)
    return Text.assemble((f"{sign} ", style), _name(reading, statement), (": ", DIM), words)


def _name(reading: Reading, statement: Statement) -> Text:
    speaker = reading.speaker_of(statement)
    return Text(on_one_line(speaker.name), BOLD) if speaker else Text(UNCLEAR, DIM)


def _content(reading: Reading, content: Role, marks: Sequence[Span], marked: Style) -> Text:
    """The content's words, those in marks in another style."""
    fragments = (_fragment(reading.article.text, span, marks, marked) for span in content.spans)
    return Text(FRAGMENT_BREAK).join(fragments)


def _fragment(text: str, span: Span, marks: Iterable[Span], marked: Style) -> Text:
    words, position = Text(), span.start
    for mark in sorted(mark for mark in marks if span.covers(mark)):
        words.append(_flat(text[position : mark.start])).append(_flat(mark.of(text)), marked)
        position = mark.end
    return words.append(_flat(text[position : span.end]))


def _flat(words: str) -> str:
    return on_one_line(f"|{words}|")[1:-1]
