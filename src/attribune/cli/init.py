"""``attribune init``: a new ledger."""

from __future__ import annotations

import click

from attribune.cli.options import ledger_option
from attribune.cli.program import say


@click.command(short_help="Make an empty ledger.")
@click.argument("address", required=False, metavar="[PATH|URL]")
@ledger_option
@click.pass_context
def init(ctx: click.Context, address: str | None, ledger: str) -> None:
    """Make an empty ledger, in a new file or in an empty database.

    PATH|URL overrides --ledger.

    Example: attribune init news.db
    """
    import shlex

    from attribune.ledger.opening import create_ledger

    made = create_ledger(ledger if address is None else address)
    made.close()
    name = made.place.name
    option = "" if address in (None, ledger) and _is_default(ctx) else f" --ledger {shlex.quote(name)}"
    say(f"made the ledger {name}; next: attribune add{option} PATH|URL")


def _is_default(ctx: click.Context) -> bool:
    """Whether the next command finds the ledger without being told."""
    return ctx.get_parameter_source("ledger") is not click.core.ParameterSource.COMMANDLINE
