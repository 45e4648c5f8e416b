"""``attribune search``: lines of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from attribune.cli.options import MOST, NUMBER, as_of_option, format_option, ledger_option, open_desk
from attribune.cli.program import say
from attribune.cli.words import QueryCommand, query_argument

if TYPE_CHECKING:
    from attribune.desk import Desk
    from attribune.desk.searching import Found

ORDERS = ("published", "recorded")
FIELDS = ("speaker", "cue", "outlet")  # in which words that nobody said may be found
COUNTED = 10_000  # hits to which the ledger counts


@click.command(cls=QueryCommand)
@query_argument
@click.option("--like", metavar="TEXT", help="Find what means the same, nearest first; QUERY narrows it down.")
@click.option("--limit", type=NUMBER, default=20, show_default=True, help="Lines to show.")
@click.option(
    "--offset", type=click.IntRange(min=0, max=MOST), default=0, show_default=True, help="Lines to pass over first."
)
@click.option(
    "--order", type=click.Choice(ORDERS), default="published", show_default=True, help="Newest first by this."
)
@as_of_option
@ledger_option
@format_option()
def search(query: str, ledger: str, form: str, **options: Any) -> None:
    """Find who said something.

    All words must be there; "a phrase", OR, NOT or -word, word*, parentheses and field:value work as elsewhere:
    speaker:reyke, outlet:courier, counts:killed, figure:>=10, date:2024-11, status:confirmed. Without a QUERY, every
    line is shown.

    Example: attribune search bridge -toll speaker:dorran
    """
    from attribune.cli.records import write_records
    from attribune.desk.rows import COLUMNS, hit_dict, row_of
    from attribune.desk.searching import Search
    from attribune.errors import UsageError

    if options["like"] is not None and not options["like"].strip():
        raise UsageError("the text after --like is empty: say what is looked for, or leave it out")
    with open_desk(ledger) as desk:
        found = desk.find(Search(query, **options))
        hint = _hint(desk, query) if not found.hits and options["like"] is None else ""
    as_record = (lambda hit: row_of(hit.line)) if form == "csv" else hit_dict
    write_records(map(as_record, found.hits), form, keys=COLUMNS, show=lambda console, _: _show(console, found))
    if form == "table":
        say(f"{_footer(found, options['offset'])}{hint}")


def _hint(desk: Desk, query: str) -> str:
    """Where words that nobody said are found otherwise."""
    if not query.strip() or ":" in query:
        return ""
    words = query if query.isalnum() else f"({query})"
    counts = {f"{field}:{words}": desk.search(f"{field}:{words}", limit=1).count for field in FIELDS}
    told = [f"{asked} finds {count:,}" for asked, count in counts.items() if count]
    return f" in what was said; {', '.join(told)}" if told else ""


def _show(console: Any, found: Found) -> None:
    from attribune.cli.hits import print_hits

    print_hits(console, found.hits)


def _footer(found: Found, offset: int) -> str:
    """How many of how many are shown."""
    shown = len(found.hits)
    if not shown:
        return "nothing found" if not offset else f"nothing more after the first {offset:,}"
    first = f"{offset + 1:,} to {offset + shown:,}" if offset else f"{shown:,}"
    if found.count is None:
        return f"the nearest {first}"
    return f"{first} of {found.count:,}{' or more' if found.count >= COUNTED else ''}"
