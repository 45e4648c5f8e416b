"""``attribune add``: articles into the ledger."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from attribune.cli.options import allow_option, format_option, jobs_option, ledger_option, open_desk
from attribune.cli.outcomes import KEYS, Outcomes, filed_dict, telling
from attribune.cli.program import FAILED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from attribune.cli.progress import Watch
    from attribune.cli.records import Record
    from attribune.desk.adding import Filed


@click.command(short_help="Read articles and keep them.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...|-")
@ledger_option
@jobs_option
@allow_option
@format_option()
@click.pass_context
def add(ctx: click.Context, paths: tuple[str, ...], ledger: str, jobs: int, allow: tuple[str, ...], form: str) -> None:
    """Read articles and keep them: their bytes, their text, and who said what.

    A PATH is a file, a folder or a pattern, - is standard input; a URL is fetched. What is in the ledger already is
    passed over, a text that changed is kept as a new version. It may be interrupted: what was told is kept.
    Other formats than table write a record for each input.

    Example: attribune add articles/ https://example.com/story
    """
    from attribune.cli.progress import watching
    from attribune.cli.records import write_records

    outcomes = Outcomes()
    with (
        open_desk(ledger, allow) as desk,
        watching(_count(paths), quiet=form != "table" and _on_screen()) as watch,
        telling(outcomes),
        closing(desk.add(paths, jobs=jobs)) as found,
    ):
        write_records(_records(found, outcomes, watch), form, keys=KEYS, show=_show_nothing)
    if outcomes.any_failed:
        ctx.exit(FAILED)


def _show_nothing(_console: Console, _records: Sequence[Record]) -> None:
    """For the eye, the counts at the end are enough."""


def _count(paths: Sequence[str]) -> int:
    """How many files and addresses there are."""
    from attribune.desk import count_paths
    from attribune.intake import ADDRESS

    files = [path for path in paths if not ADDRESS.match(path)]
    return len(paths) - len(files) + count_paths(files)


def _on_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _records(found: Iterable[Filed], outcomes: Outcomes, watch: Watch) -> Iterator[dict[str, Any]]:
    for filed in found:
        outcomes.add(filed, watch)
        yield filed_dict(filed)
