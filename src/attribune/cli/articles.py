"""``attribune articles``: what is in the ledger."""

from __future__ import annotations

from datetime import datetime

import click

from attribune.cli.options import as_of_option, format_option, ledger_option, open_desk


@click.command(short_help="List articles, or the versions of one.")
@click.argument("name", required=False)
@as_of_option
@ledger_option
@format_option()
def articles(name: str | None, at: datetime | None, ledger: str, form: str) -> None:
    """List the articles, oldest first; with a NAME all versions of one.

    NAME is an address, a file, an article's number or the hash of its text.
    """
    from functools import partial

    from attribune.cli.entries import KEYS, entry_dict, print_entries
    from attribune.cli.records import write_records

    with open_desk(ledger) as desk:
        entries = desk.articles(at=at) if name is None else iter(desk.versions(name))
        known = (entry for entry in entries if at is None or entry.recorded <= at)
        show = partial(print_entries, all_versions=name is not None)
        write_records(map(entry_dict, known), form, keys=KEYS, show=show)
