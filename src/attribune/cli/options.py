"""Options that several commands have, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from attribune.errors import UsageError

if TYPE_CHECKING:
    from attribune.desk.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])
LEDGER = "attribune.db"
FORMATS = ("table", "json", "jsonl", "csv")
MOST = 2**31  # a larger number is no line, no article, and no page of results
NUMBER = click.IntRange(min=1, max=MOST)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Moment(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.5 on
    """A day, which means its end, or a time; UTC, unless the time says otherwise."""

    name = "date or time"

    def convert(  # the others are click's
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> datetime:
        """The moment; :class:`UsageError` in one line where it is none."""
        if isinstance(value, datetime):
            return value
        try:
            if DAY.fullmatch(value):
                return datetime.combine(date.fromisoformat(value), time.max, UTC)
            moment = datetime.fromisoformat(value)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError) as cause:
            advice = "give a day as 2026-03-01, or a time as 2026-03-01T12:00Z"
            raise UsageError(f"{value!r} is no date or time: {advice}") from cause


def ledger_option(command: Command) -> Command:
    """``--ledger``: the one that the command works on."""
    return click.option(
        "--ledger",
        metavar="PATH|URL",
        envvar="ATTRIBUNE_LEDGER",
        show_envvar=True,
        default=LEDGER,
        show_default=True,
        help="The ledger: a file, or postgresql://...",
    )(command)


def format_option(*choices: str) -> Callable[[Command], Command]:
    """``--format``: how results are written, one of all formats unless others are named."""
    chosen = click.Choice(choices or FORMATS)
    return click.option("--format", "form", type=chosen, default="table", show_default=True, help="Of the output.")


def as_of_option(command: Command) -> Command:
    """``--as-of``: the moment whose knowledge is shown."""
    help_ = "What the ledger knew at the end of that day, or at that time (UTC)."
    return click.option("--as-of", "at", type=Moment(), metavar="DATE|TIME", help=help_)(command)


def allow_option(command: Command) -> Command:
    """``--allow``: hosts that may be asked though they are not public."""
    help_ = "Fetch from this host or network too, though it is not public."
    return click.option("--allow", multiple=True, metavar="HOST", help=help_)(command)


def jobs_option(command: Command) -> Command:
    """``--jobs``: in how many processes articles are read."""
    kind = click.IntRange(min=1)
    return click.option("--jobs", "-j", type=kind, default=1, show_default=True, help="Processes to read with.")(
        command
    )


def reason_option(command: Command) -> Command:
    """``--reason``: why a decision is taken, for those who ask later."""
    return click.option("--reason", required=True, help="Why; it stays in the audit log.")(command)


def open_desk(ledger: str, allow: Sequence[str] = ()) -> AbstractContextManager[Desk]:
    """The desk with the ledger, for a ``with`` block; :class:`attribune.errors.LedgerError` where there is none."""
    from attribune.desk.desk import Desk

    return Desk.open(ledger, allow=allow)
