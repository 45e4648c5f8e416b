"""``attribune show``: one line in full."""

from __future__ import annotations

from typing import Any

import click

from attribune.cli.options import format_option, ledger_option, open_desk


@click.command(short_help="Show one line in full.")
@click.argument("line", metavar="LINE|PERMALINK")
@ledger_option
@format_option("table", "json", "jsonl")
def show(line: str, ledger: str, form: str) -> None:
    """Show one line in full: its words, who speaks and why, its numbers, where it comes from, its reviews.

    LINE is a number that attribune search shows; a permalink finds the line in any ledger that has the article.

    Example: attribune show 160
    """
    from attribune.cli.records import write_records
    from attribune.cli.shown import print_shown, shown_dict
    from attribune.desk import showing

    with open_desk(ledger) as desk:
        found = showing.show(desk.ledger, line)

    def print_all(console: Any, _records: Any) -> None:
        for number, shown in enumerate(found):
            if number:
                console.print()
            print_shown(console, shown)

    write_records(map(shown_dict, found), form, keys=(), show=print_all)
