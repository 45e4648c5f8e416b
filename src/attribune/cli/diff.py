"""``attribune diff``: what changed between two versions of an article."""

from __future__ import annotations

from typing import Any

import click

from attribune.cli.options import NUMBER, format_option, ledger_option, open_desk


@click.command(short_help="Show what changed between two versions.")
@click.argument("name")
@click.option("--old", type=NUMBER, metavar="N", help="Version to compare; the one before --new.")
@click.option("--new", type=NUMBER, metavar="N", help="Version to compare with; the last one.")
@ledger_option
@format_option("table", "json")
def diff(name: str, old: int | None, new: int | None, ledger: str, form: str) -> None:
    """Show what an article says differently from one version to another: statements and numbers.

    NAME is its address, its file, its number or the hash of its text.

    Example: attribune diff https://example.com/story
    """
    from attribune.cli.changes import print_difference
    from attribune.cli.entries import entry_dict
    from attribune.cli.records import write_object
    from attribune.cli.screen import screen

    with open_desk(ledger) as desk:
        found = desk.diff(name, old=old, new=new)
    if form == "json":
        entries = {"old": entry_dict(found.old), "new": entry_dict(found.new)}
        write_object({**entries, "changes": _changes(found.changes.to_dict())})
        return
    with screen() as console:
        print_difference(console, found)


def _changes(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes without the texts' hashes, which both entries have."""
    return {key: value for key, value in changes.items() if key not in ("old", "new")}
