"""``attribune watch``: searches that tell of what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from attribune.cli.options import allow_option, format_option, ledger_option, open_desk
from attribune.cli.program import FAILED, say
from attribune.cli.words import QueryCommand, query_argument

if TYPE_CHECKING:
    from attribune.ledger.source import AlertKind

KEYS = ("name", "query", "like", "alert", "target", "added")


@click.group()
def watch() -> None:
    """Keep searches that tell of new lines."""


@watch.command("add", cls=QueryCommand)
@click.argument("name")
@query_argument
@click.option("--like", metavar="TEXT", help="Tell of lines that mean this.")
@click.option("--desktop", is_flag=True, help="Show a message on the desktop, too.")
@click.option("--webhook", metavar="URL", help="Send what is found to this address, too.")
@ledger_option
def add_watch(name: str, query: str, like: str | None, desktop: bool, webhook: str | None, ledger: str) -> None:
    """Keep a search under a NAME; each feed poll and watch run tells what it newly finds.

    A watch of that name that is there is replaced.

    Example: attribune watch add bridge "bridge counts:killed"
    """
    with open_desk(ledger) as desk:
        desk.watch(name, query, like=like, alert=_alert(desktop=desktop, webhook=webhook), target=webhook)
    say(f"watch {name} is kept; attribune feed poll and attribune watch run run it")


def _alert(*, desktop: bool, webhook: str | None) -> AlertKind:
    from attribune.errors import UsageError

    if desktop and webhook is not None:
        raise UsageError("--desktop and --webhook are two watches: add each under its own name")
    return "desktop" if desktop else "line" if webhook is None else "webhook"


@watch.command("list")
@ledger_option
@format_option()
def list_watches(ledger: str, form: str) -> None:
    """The searches that are kept."""
    from attribune.cli.records import Column, listing, write_records

    with open_desk(ledger) as desk:
        records = [{key: getattr(one, key) for key in KEYS} for one in desk.watches()]
    columns = [Column(key, key, wide=key in ("query", "like", "target")) for key in KEYS]
    none = "No search is kept; attribune watch add NAME QUERY keeps one."
    write_records(records, form, keys=KEYS, show=listing(*columns, none=none))


@watch.command("remove")
@click.argument("name")
@ledger_option
def remove_watch(name: str, ledger: str) -> None:
    """Keep a search no longer."""
    with open_desk(ledger) as desk:
        desk.unwatch(name)
    say(f"watch {name} is kept no longer")


@watch.command("run")
@ledger_option
@allow_option
@click.pass_context
def run_watches(ctx: click.Context, ledger: str, allow: tuple[str, ...]) -> None:
    """Tell what the watches newly find, without a poll: a line of JSON for each watch that finds something."""
    from attribune.cli.alerts import tell_alert
    from attribune.cli.progress import Watch

    with open_desk(ledger, allow) as desk:
        arrived = [tell_alert(alert, Watch()) for alert in desk.alerts()]
    if not all(arrived):
        ctx.exit(FAILED)
