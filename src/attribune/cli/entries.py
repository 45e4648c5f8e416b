"""Articles of the ledger as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from attribune.cli.records import Record
from attribune.cli.screen import BOLD, DIM, on_one_line
from attribune.cli.tally import counted

if TYPE_CHECKING:
    from attribune.ledger.entry import Entry

KEYS = (
    *("entry", "locator", "version", "day", "outlet", "title", "statements", "text", "capture"),
    *("captured", "recorded", "superseded", "reader", "program"),
)


def entry_dict(entry: Entry) -> dict[str, Any]:
    """One version of an article, as one JSON object."""
    return {
        "entry": entry.id,
        "locator": entry.locator,
        "version": entry.version,
        "day": entry.day,
        "outlet": entry.article.outlet,
        "title": entry.article.title,
        "statements": entry.statements,
        "text": entry.article.id,
        "capture": entry.capture,
        "captured": entry.captured,
        "recorded": entry.recorded,
        "superseded": entry.superseded,
        "reader": f"{entry.reader.name} {entry.reader.version}",
        "program": entry.program,
    }


def print_entries(console: Console, records: Sequence[Record], *, all_versions: bool) -> None:
    """A title each, with where and when it is from below it."""
    if not records:
        console.print(Text("No article is in the ledger; attribune add PATH|URL puts some in.", DIM))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=DIM, no_wrap=True)
    table.add_column(overflow="fold")
    for record in records:
        title = on_one_line(record["title"]) or "Untitled article"
        told = " · ".join(_told(record, all_versions=all_versions))
        table.add_row(str(record["entry"]), Text.assemble((f"{title}\n", BOLD), (told, DIM)))
    console.print(table)


def _told(record: Record, *, all_versions: bool) -> Iterator[str]:
    """Day, outlet, how much was read, which version it is, and the address, or the file as seen from this folder."""
    yield str(record["day"])
    if record["outlet"]:
        yield on_one_line(record["outlet"])
    yield counted(record["statements"], "line")
    if all_versions:
        yield f"version {record['version']} of {record['recorded']:%Y-%m-%d %H:%M} UTC"
    elif record["version"] > 1:
        yield counted(record["version"], "version")
    yield on_one_line(str(record["locator"]).removeprefix(f"{Path.cwd().as_posix()}/"))
