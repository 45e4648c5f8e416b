"""Readings for the eye: who said what, a row a statement, then its numbers and whose words it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from attribune.article import Article, Span
from attribune.cli.program import tame
from attribune.cli.screen import DIM, console_on, trimmed, wrapped
from attribune.page.labels import COUNTS, FAINT_KINDS
from attribune.page.legend import percent
from attribune.page.numbers import Number, numbers_of
from attribune.page.segments import Segment, depths, runs, segments
from attribune.page.view import view_of
from attribune.page.voices import PALETTE, Voice, Voices, colour
from attribune.reading import Reading
from attribune.statement import Counts, Statement

WIDE = 104  # columns from which cue and commitment stand side by side
NARROW = 64  # columns below which a speaker and how it is said stand in one cell
NUMBERS = 8  # told of each thing that is counted; the others are summed up
NAMED = 6  # speakers named under the bar; the others are summed up
SIGNS = {"direct": "“”", "mixed": "“~", "indirect": "~ "}
STANDS = {"neutral": "", "endorsing": " +", "distancing": " −"}
KEY = (
    "“” quoted · “~ partly quoted · ~ paraphrased · + outlet endorses it · − outlet keeps its distance · ↺ said before"
)


def write_table(readings: Iterable[Reading], *, stream: BinaryIO, color: str, terminal: bool) -> None:
    """Each reading as a table; the key to the signs last, where a person reads it."""
    with wrapped(stream) as text:
        console = console_on(text, color, terminal=terminal)
        number = 0
        for number, reading in enumerate(readings, 1):  # noqa: B007 - used after the loop
            with console.capture() as captured:
                print_reading(console, reading)
            text.write(trimmed(captured.get()))
        if terminal and number:
            console.print(Text(KEY, DIM))


def print_reading(console: Console, reading: Reading) -> None:
    """One article: its head, a row for each statement, its numbers, and the shares of the words."""
    view = view_of(reading.article, reading.speakers, reading.statements, linked=False, figures=reading.figures)
    voices = view.voices
    console.print(_head(reading.article))
    console.print()
    if reading.statements:
        console.print(_rows(reading, voices, console.width))
    else:
        console.print(Text("No statements found.", DIM))
    console.print()
    if numbers := numbers_of(view):
        console.print(_numbers(numbers))
        console.print()
    if console.color_system is not None:
        console.print(_bar(voices, console.width))
    console.print(_shares(voices, colored=console.color_system is not None))
    console.print()


def _head(article: Article) -> Text:
    title = Text().append(tame(article.title or article.ref or article.file or "Untitled article"), Style(bold=True))
    day = f"{article.published:%Y-%m-%d}" if article.published else ""
    origin = " · ".join(part for part in (tame(article.outlet or ""), day) if part)
    return title.append(f"\n{origin}", DIM) if origin else title


def _rows(reading: Reading, voices: Voices, width: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(justify="right", style=DIM, no_wrap=True)
    for cells in _widths(width):
        table.add_column(width=cells, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    known, depth = voices.by_speaker(), depths(reading.statements)
    for statement in sorted(reading.statements, key=lambda one: (one.start, one.id)):
        voice = known[statement.speaker if statement.speaker in known else None]
        style = DIM if statement.repeats is not None else None
        table.add_row(*_cells(reading.article, statement, voice, depth[statement.id], width), style=style)
    return table


def _widths(width: int) -> tuple[int, ...]:
    """Of the columns between number and words, in a table of ``width``."""
    if width >= WIDE:
        return 26, 12, 11
    return (18, 12) if width >= NARROW else (10,)


def _cells(article: Article, statement: Statement, voice: Voice, depth: int, width: int) -> list[Text]:
    """Number, speaker, how (in two cells, in one, or below the speaker), and the words."""
    stance = statement.stance
    cue = Text(f"{SIGNS[statement.quote]} {stance.cue_class.split('_')[0]}")
    firm = Text(f"{stance.commitment}{STANDS[stance.distance]}", _firmness(stance.commitment))
    who = Text("  " * (depth - 1) + "└ " if depth else "", DIM).append_text(_name(voice))
    if width >= WIDE:
        how = [who, cue, firm]
    elif width >= NARROW:
        how = [who, Text("\n").join([cue, Text("   ").append_text(firm)])]
    else:
        how = [Text("\n").join([who, cue, firm])]
    return [Text(f"#{statement.id}"), *how, _words(article, statement)]


def _firmness(commitment: str) -> Style:
    return Style(bold=True) if commitment == "denied" else DIM


def _name(voice: Voice) -> Text:
    if voice.speaker is None:
        return Text(voice.name, DIM)
    faint = voice.speaker.kind in FAINT_KINDS
    return Text(tame(voice.name), Style(dim=True, italic=True) if faint else _paint(voice))


def _paint(voice: Voice) -> Style:
    return DIM if voice.slot is None else Style(color=PALETTE[colour(voice.slot)])


def _words(article: Article, statement: Statement) -> Text:
    """The statement's words in the text's order, source and cue dimmed; what stands between is an ellipsis."""
    words = Text("" if statement.repeats is None else f"↺ #{statement.repeats} ")
    for pieces in runs(_pieces(article, statement)):
        if pieces[0].marks:
            words.append_text(Text().join(_part(article, piece) for piece in pieces))
        else:
            plain = _on_one_line(article, Span(pieces[0].span.start, pieces[-1].span.end))
            words.append(" … " if any(letter.isalnum() for letter in plain) else plain, DIM)
    return words


def _part(article: Article, piece: Segment) -> Text:
    style = Style(dim=piece.content is None or None, bold=bool(piece.details) or None)
    return Text(_on_one_line(article, piece.span), style)


def _on_one_line(article: Article, span: Span) -> str:
    return " ".join(f"|{tame(span.of(article.text))}|".split())[1:-1]


def _pieces(article: Article, statement: Statement) -> list[Segment]:
    """The pieces from the statement's first to its last word."""
    roles = [role for role in (statement.source, statement.cue, statement.content) if role]
    end = min(len(article.text), max(role.end for role in roles))
    return list(segments([statement], Span(max(0, statement.start), end), statement.figures))


def _numbers(numbers: dict[Counts, list[Number]]) -> Table:
    """What is told of each thing that is counted, a line each."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in ("label", "counts"):
        table.add_column(style=DIM, no_wrap=True)
    table.add_column(overflow="fold")
    for counts, found in numbers.items():
        told = [_number(number) for number in found[:NUMBERS]]
        if rest := found[NUMBERS:]:
            told.append(Text(f"{len(rest)} more", DIM))
        table.add_row("" if table.rows else "Numbers", COUNTS[counts], Text.assemble((" · ", DIM)).join(told))
    return table


def _number(number: Number) -> Text:
    """The number, whose it is, and in which statements."""
    ids = "".join(f" #{identity}" for identity in number.statements)
    words = Text.assemble((tame(number.words), Style(bold=True)), (" (", DIM))
    return words.append_text(_name(number.voice)).append(f"{ids})", DIM)


def _bar(voices: Voices, width: int) -> Text:
    """One line, divided as the words are."""
    bar, share, done = Text(no_wrap=True), 0.0, 0
    for voice in voices:
        share += voice.share
        cells = round(share * width) - done
        bar.append(("─" if voice.who == "outlet" else "━") * cells, _paint(voice))
        done += cells
    return bar


def _shares(voices: Voices, *, colored: bool) -> Text:
    """The shares in words, the same as the bar."""
    speakers = [voice for voice in voices if voice.who == "speaker"]
    shares = [_share(voice, colored=colored) for voice in speakers[:NAMED]]
    if rest := speakers[NAMED:]:
        others = "1 other" if len(rest) == 1 else f"{len(rest)} others"
        shares.append(Text(f"{others} {percent(sum(voice.share for voice in rest))}", DIM))
    shares += [_share(voice, colored=False) for voice in voices if voice.who != "speaker"]
    return Text("Words  ", DIM).append_text(Text(" · ", DIM).join(shares))


def _share(voice: Voice, *, colored: bool) -> Text:
    mark = Text().append("■ " if colored else "", _paint(voice))
    return mark.append_text(_name(voice)).append(f" {percent(voice.share)}", Style())
