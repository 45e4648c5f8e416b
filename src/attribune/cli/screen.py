"""The console on which results for the eye are printed."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from attribune.cli.output import standard_output
from attribune.cli.program import tame

NARROWEST = 40  # columns that are filled even where the terminal has fewer
LABEL = 10  # columns of the labels of rows
DIM = Style(dim=True)
BOLD = Style(bold=True)
ColorSystem = Literal["auto", "256"] | None


@contextmanager
def screen() -> Iterator[Console]:
    """A console on standard output, in colour where that is a terminal; what is printed appears at the block's end."""
    with wrapped(standard_output()) as text:
        console = console_on(text, "auto", terminal=sys.stdout.isatty())
        with console.capture() as captured:
            yield console
        text.write(trimmed(captured.get()))


@contextmanager
def wrapped(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """The stream as text that is written at once; it stays open."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
    try:
        yield text
    finally:
        text.detach()


def console_on(file: io.TextIOWrapper, color: str, *, terminal: bool) -> Console:
    """A console on a stream; ``color`` is auto, always or never."""
    colored = color == "always" or (color == "auto" and terminal)
    system: ColorSystem = ("auto" if terminal else "256") if colored else None
    plain = Console(file=file, force_terminal=colored, color_system=system, highlight=False, markup=False, emoji=False)
    plain.width = max(plain.width, NARROWEST)
    return plain


def named_rows(rows: Iterable[tuple[str, Text]]) -> Table:
    """Rows with a label each, which is left out where the row before has the same."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=DIM, no_wrap=True, min_width=LABEL)
    table.add_column(overflow="fold")
    before = None
    for label, words in rows:
        table.add_row("" if label == before else label, words)
        before = label
    return table


def trimmed(printed: str) -> str:
    """The lines without the padding that a table puts at their ends."""
    return "\n".join(line.rstrip(" ") for line in printed.split("\n"))


def on_one_line(words: str | None) -> str:
    """The words without line breaks and anything that a terminal would obey."""
    return " ".join(tame(words or "").split())
