"""Records to standard output: a table for the eye, JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from attribune.cli.output import standard_output
from attribune.cli.program import tame
from attribune.cli.screen import DIM, on_one_line, screen

Record = Mapping[str, Any]
Show = Callable[[Console, Sequence[Record]], None]
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")  # what a spreadsheet would calculate, in a cell's first place
HIGH = re.compile(r"[\x7f-\x9f]")  # control characters that JSON may hold as they are


@dataclass(frozen=True)
class Column:
    """A column of a table: the records' key, its heading, and how it looks; the ``wide`` ones share the room.

    ``words`` makes the cell where the value alone does not.
    """

    key: str
    heading: str
    right: bool = False
    wide: bool = False
    style: Style | None = None
    words: Callable[[Record], Text] | None = None


def write_records(records: Iterable[Record], form: str, *, keys: Sequence[str], show: Show) -> None:
    """All records in a format; ``keys`` are the columns of CSV, ``show`` prints them for the eye.

    JSON Lines and CSV are written as the records come.
    """
    if form == "table":
        with screen() as console:
            show(console, list(records))
    elif form == "json":
        _write([f"{_json(list(records), indent=2)}\n"])
    elif form == "jsonl":
        _write(f"{_json(record)}\n" for record in records)
    else:
        _write(csv_lines(records, keys))


def write_object(record: Record, form: str = "json") -> None:
    """One object: indented, or on one line for JSON Lines."""
    _write([f"{_json(record, indent=None if form == 'jsonl' else 2)}\n"])


def listing(*columns: Column, none: str) -> Show:
    """What prints records as a table; the sentence where there is no record."""

    def show(console: Console, records: Sequence[Record]) -> None:
        if not records:
            console.print(Text(none, DIM))
            return
        console.print(_table(columns, records))

    return show


def _table(columns: Sequence[Column], records: Sequence[Record]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for column in columns:
        justify: Literal["left", "right"] = "right" if column.right else "left"
        table.add_column(
            column.heading, justify=justify, style=column.style or "", no_wrap=not column.wide, overflow="fold"
        )
    for record in records:
        table.add_row(*(column.words(record) if column.words else Text(cell(record[column.key])) for column in columns))
    return table


def cell(value: Any) -> str:
    """A value for the eye."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case list() | tuple():
            words = [cell(one) for one in value]
            return (" " if all(one.endswith(".") for one in words) else ", ").join(words)
        case _:
            return on_one_line(str(value))


def csv_lines(records: Iterable[Record], keys: Sequence[str]) -> Iterable[str]:
    """The header and a line for each record, every cell in quotation marks; none is a formula."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for values in _rows(records, keys):
        writer.writerow(values)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _rows(records: Iterable[Record], keys: Sequence[str]) -> Iterable[Sequence[Any]]:
    yield keys
    for record in records:
        yield [_csv_cell(record[key]) for key in keys]


def _csv_cell(value: Any) -> Any:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return value
        case list() | tuple():
            words = "; ".join(one if isinstance(one, str) else _json(one) for one in value)
        case date():
            words = _moment(value)
        case _:
            words = str(value)
    words = tame(words.replace("\r\n", "\n"))
    return f"'{words}" if FORMULA.match(words) else words


def _json(value: Any, *, indent: int | None = None) -> str:
    words = json.dumps(value, ensure_ascii=False, indent=indent, default=_moment)
    return HIGH.sub(lambda sign: f"\\u{ord(sign[0]):04x}", words)


def _moment(value: date) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _write(lines: Iterable[str]) -> None:
    """Each line at once; a lone surrogate as the escape that JSON has for it."""
    stream = standard_output()
    for line in lines:
        stream.write(line.encode("utf-8", "backslashreplace"))
        stream.flush()
