"""``attribune reread``: articles that an older reader has read, read anew."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import click

from attribune.cli.options import ledger_option, open_desk
from attribune.cli.program import FAILED, say
from attribune.cli.tally import counted

if TYPE_CHECKING:
    from attribune.desk.desk import Desk


@click.command(short_help="Read anew what an older reader has read.")
@click.option("--dry-run", is_flag=True, help="Only say how many it would be.")
@ledger_option
@click.pass_context
def reread(ctx: click.Context, dry_run: bool, ledger: str) -> None:
    """Read articles anew that another version of the reader or the program has read.

    The older readings stay, and reviews go with their statements; those that can't surely be found again are flagged.
    """
    with open_desk(ledger) as desk:
        entries = desk.outdated()
        if dry_run or not entries:
            say(f"{counted(len(entries), 'article')} to read anew")
            return
        done = _read(desk, entries)
    if done["failed"]:
        ctx.exit(FAILED)


def _read(desk: Desk, entries: list[int]) -> Counter[str]:
    """Read the articles, and say what came of them, whatever ends it."""
    from attribune.cli.progress import watching

    done: Counter[str] = Counter()
    end = "; this much is kept, run it again to go on"
    try:
        with watching(len(entries), quiet=False) as watch, closing(desk.reread(entries)) as found:
            for one in found:
                if one.failure is not None:
                    watch.complain(one.failure.line)
                watch.saw(one.entry.locator)
                read = "read" if one.failure is None else "failed"
                done.update({read: 1, "kept": one.kept, "flagged": one.flagged, "lost": one.lost})
        end = ""
    finally:
        say(f"{_line(done)}{end}")
    return done


def _line(done: Counter[str]) -> str:
    failed = f", {done['failed']:,} failed" if done["failed"] else ""
    reviews = f"reviews: {done['kept']:,} kept, {done['flagged']:,} flagged, {done['lost']:,} lost"
    return f"{done['read']:,} read anew{failed}; {reviews}"
