"""``attribune backup``, ``restore`` and ``upgrade``: whole ledgers, copied and brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from attribune.cli.options import ledger_option
from attribune.cli.program import say


@click.command(short_help="Copy the ledger into one new file.")
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def backup(file: Path, ledger: str) -> None:
    """Write a copy of the ledger into one new FILE; others may go on meanwhile.

    The copy is a ledger itself, whatever kept the original.

    Example: attribune backup news-2026-03-01.db
    """
    from attribune.cli.progress import counting
    from attribune.ledger.copying import backup_ledger
    from attribune.ledger.opening import open_ledger

    opened = open_ledger(ledger)
    try:
        with counting() as counter:
            backup_ledger(opened, file, told=lambda done, whole: counter.told("rows", done, whole))
    finally:
        opened.close()
    say(f"{file}: {file.stat().st_size / 1e6:,.1f} MB; attribune verify --ledger FILE checks it")


@click.command(short_help="Make a new ledger from a backup.")
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def restore(file: Path, ledger: str) -> None:
    """Make a new ledger from a backup FILE, in the new file or empty database that --ledger names.

    A ledger that is there already is never overwritten: move it away first.

    Example: attribune restore news-2026-03-01.db --ledger news.db
    """
    from attribune.cli.progress import counting
    from attribune.ledger.copying import restore_ledger

    with counting() as counter:
        made = restore_ledger(file, ledger, told=lambda done, whole: counter.told("rows", done, whole))
    made.close()
    say(f"made the ledger {made.place.name} from {file}")


@click.command(short_help="Bring an older ledger up to date.")
@ledger_option
def upgrade(ledger: str) -> None:
    """Bring a ledger that an older Attribune made up to date; of a file a copy is made first."""
    from attribune.ledger.opening import upgrade_ledger
    from attribune.ledger.sql.engine import place_of

    name, (upgraded, before) = place_of(ledger).name, upgrade_ledger(ledger)
    kept = f"; as it was before, it is in {before}" if before else ""
    say(f"{name} {'was brought' if upgraded else 'is'} up to date{kept}")
