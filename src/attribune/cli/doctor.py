"""``attribune doctor``: is all here that is needed, and is the ledger well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from attribune.cli.options import format_option, ledger_option
from attribune.cli.program import FAILED

if TYPE_CHECKING:
    from rich.console import Console

    from attribune.cli.records import Record

KEYS = ("subject", "health", "words")
MARKS = {"good": ("✓", "green"), "advice": ("!", "yellow"), "bad": ("✗", "red")}


@click.command(short_help="Look at program and ledger, and say what to do.")
@ledger_option
@format_option()
@click.pass_context
def doctor(ctx: click.Context, ledger: str, form: str) -> None:
    """Look at the program, its parts and the ledger, and say what to do; the exit code is 1 where something is bad."""
    from attribune.cli.records import write_records
    from attribune.desk.examining import examine

    findings = [{key: getattr(finding, key) for key in KEYS} for finding in examine(ledger)]
    write_records(findings, form, keys=KEYS, show=_show)
    if any(finding["health"] == "bad" for finding in findings):
        ctx.exit(FAILED)


def _show(console: Console, findings: Sequence[Record]) -> None:
    from rich.table import Table
    from rich.text import Text

    from attribune.cli.screen import DIM, on_one_line

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(style=DIM, no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        mark, colour = MARKS[finding["health"]]
        table.add_row(Text(mark, f"bold {colour}"), finding["subject"], Text(on_one_line(finding["words"])))
    console.print(table)
