"""Tables of comma or tab separated values to captures, a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TextIO

from attribune.capture import Capture
from attribune.errors import InputError, TooLarge, Unreadable
from attribune.intake.columns import Row, delimiter_of, row_writer
from attribune.intake.encoding import decode
from attribune.intake.failure import Failure
from attribune.intake.limits import Limits
from attribune.intake.opened import Opened
from attribune.intake.streams import ChunkStream


@dataclass
class _Lines:
    """A table's lines with their ends, counted; ``size`` is what was read since a row began, in characters."""

    stream: TextIO
    limits: Limits
    first: int = 1
    number: int = 0
    size: int = 0

    def __iter__(self) -> Iterator[str]:
        while line := self.stream.readline(self.limits.bytes + 1):
            self.number += 1
            self.size += len(line)
            if self.size > self.limits.bytes:
                raise TooLarge(
                    f"the row that begins in line {self.first} holds more than {self.limits.megabytes}; "
                    "look for a quotation mark that is never closed"
                )
            yield line

    def next_row(self) -> None:
        """The row is over."""
        self.first, self.size = self.number + 1, 0


def find_rows(opened: Opened) -> Iterator[Capture | Failure]:
    """A capture for each row below the header, and a failure for each that does not fit it.

    Raises :class:`Unreadable` where there is no column of texts or the file stops being a table.
    """
    csv.field_size_limit(max(csv.field_size_limit(), opened.limits.bytes))  # Python's one limit for all; only raised
    lines = _Lines(_text(opened), opened.limits)
    try:
        yield from _rows(lines, opened)
    except csv.Error as cause:
        raise Unreadable(f"is no sound table at line {lines.number} ({cause}); mend it there") from cause
    except UnicodeDecodeError as cause:
        raise Unreadable(
            f"is broken {cause.encoding.upper()} after line {lines.number}; save the table as UTF-8"
        ) from cause


def _text(opened: Opened) -> TextIO:
    """A small table's text in whatever encoding; a large one's is UTF-8, as it is read piece by piece."""
    head = bytearray()
    for chunk in opened.chunks:
        head += chunk
        if len(head) > opened.limits.bytes:
            whole = ChunkStream(chain([bytes(head)], opened.chunks))
            return io.TextIOWrapper(io.BufferedReader(whole), "utf-8-sig", newline="")
    return io.StringIO(decode(bytes(head)).removeprefix("\ufeff"), newline="")


def _rows(lines: _Lines, opened: Opened) -> Iterator[Capture | Failure]:
    rest = iter(lines)
    header = next((line for line in rest if line.strip()), "")
    rows = csv.reader(chain([header], rest), delimiter=delimiter_of(header))
    names = [name.strip() for name in next(rows, [])]
    write = row_writer(names, opened.limits)
    lines.next_row()
    for cells in rows:
        if cells:
            yield _row(cells, len(names), write, opened, f":{lines.first}")
        lines.next_row()


def _row(cells: list[str], width: int, write: Row, opened: Opened, place: str) -> Capture | Failure:
    try:
        if len(cells) > width:
            raise Unreadable(f"has {len(cells)} cells under {width} names; mend the row, or quote its text")
        return opened.capture(write([*cells, *[None] * (width - len(cells))]), "record", place)
    except InputError as error:
        return Failure(f"{opened.name}{place}", error)
