"""Hits for the eye: who, how, where and when, the sentence with what was searched for, and the link that proves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from attribune.article import Span
from attribune.cli.screen import BOLD, DIM, on_one_line
from attribune.cli.table import SIGNS, STANDS
from attribune.desk.rows import hit_dict
from attribune.desk.searching import Hit
from attribune.ledger.line import Line
from attribune.page.labels import FAINT_KINDS, UNCLEAR
from attribune.page.voices import PALETTE

MARKED = Style(bold=True, underline=True)
FAINT = Style(dim=True, italic=True)
DENIED = Style(bold=True)
SHORT = 12  # digits of a text's hash
STATUS = {"confirmed": "✓ confirmed", "rejected": "✗ rejected", "corrected": "✎ corrected", "flagged": "⚑ flagged"}
SEEN = {"confirmed": "green", "rejected": "red", "corrected": "cyan", "flagged": "yellow"}


@dataclass
class Paint:
    """Gives each speaker one colour, in the order in which they are met."""

    slots: dict[int, int] = field(default_factory=dict)

    def name(self, line: Line) -> Text:
        """The speaker's name: coloured where it is known across articles, faint where nobody is named."""
        shown = line.review.corrections.get("speaker") if line.review else None
        name = on_one_line(shown or line.name)
        if not name:
            return Text(UNCLEAR, FAINT)
        if line.speaker is not None and line.speaker.kind in FAINT_KINDS and not shown:
            return Text(name, FAINT)
        if line.identity is None:
            return Text(name, BOLD)
        slot = self.slots.setdefault(line.identity, len(self.slots))
        return Text(name, Style(bold=True, color=PALETTE[slot % len(PALETTE)]))


def print_hits(console: Console, hits: Iterable[Hit]) -> None:
    """All hits, with a blank line between them."""
    paint = Paint()
    for number, hit in enumerate(hits):
        if number:
            console.print()
        print_hit(console, hit, paint)


def print_hit(console: Console, hit: Hit, paint: Paint) -> None:
    """One hit: a line about it, its sentence, its permalink in short, which is never broken."""
    number = f"#{hit.line.id}"
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=DIM, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(number, _head(hit, paint))
    table.add_row("", sentence(hit.line, hit.sentence, hit.marks))
    console.print(table)
    console.print(Text(" " * (len(number) + 2) + _short(hit.line), DIM), soft_wrap=True)


def _head(hit: Hit, paint: Paint) -> Text:
    line = hit.line
    parts = [paint.name(line), how(line), Text(" · ".join(origin(line)), DIM)]
    if line.statement.repeats is not None:
        parts.append(Text(f"↺ #{line.id + line.statement.repeats - line.statement.id}", DIM))
    if line.status in STATUS:
        parts.append(Text(STATUS[line.status], Style(color=SEEN[line.status])))
    if hit.score is not None:
        parts.append(Text(f"near {hit.score:.2f}", DIM))
    return Text("   ").join(parts)


def _short(line: Line) -> str:
    """The permalink with the first digits of the text's hash."""
    return line.permalink.replace(line.article.id, f"{line.article.id[:SHORT]}…")


def how(line: Line) -> Text:
    """Whether it is quoted, the cue's class, and how firmly it is said; as corrected, where it was."""
    said = hit_dict(Hit(line, Span(0, 0), ()))
    quote, cue, commitment, distance = (str(said[key]) for key in ("quote", "cue_class", "commitment", "distance"))
    firm = f"{commitment}{STANDS[distance]}"
    words = (f"{SIGNS[quote].strip()} {cue.split('_')[0]} · ", DIM)
    return Text.assemble(words, (firm, DENIED if commitment == "denied" else DIM))


def origin(line: Line) -> Iterator[str]:
    """Outlet and day."""
    if line.article.outlet:
        yield on_one_line(line.article.outlet)
    yield f"{'' if line.article.published else 'seen '}{line.day:%Y-%m-%d}"


def sentence(line: Line, shown: Span, marks: Sequence[Span] = ()) -> Text:
    """The words of the span: the content as it is, the rest dimmed, marks in bold."""
    text, content = line.article.text, line.statement.content.spans
    edges = {shown.start, shown.end}
    for span in (*content, *marks):
        edges |= {edge for edge in span if shown.start < edge < shown.end}
    points = sorted(edges)
    words = Text()
    for piece in map(Span, points, points[1:]):
        style = MARKED if _inside(piece, marks) else Style() if _inside(piece, content) else DIM
        words.append(_flat(piece.of(text)), style)
    return words


def _inside(piece: Span, spans: Iterable[Span]) -> bool:
    return any(span.covers(piece) for span in spans)


def _flat(words: str) -> str:
    """On one line, with the blanks at its edges."""
    return on_one_line(f"|{words}|")[1:-1]
