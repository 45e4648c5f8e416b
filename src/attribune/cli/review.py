"""``attribune review``: what is right or wrong about a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from attribune.cli.options import NUMBER, ledger_option, open_desk
from attribune.cli.program import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attribune.ledger.review import Verdict


@click.command(short_help="Confirm, reject or correct a line.")
@click.argument("line", type=NUMBER, metavar="LINE")
@click.option("--confirm", is_flag=True, help="It is right.")
@click.option("--reject", is_flag=True, help="It is wrong, and no statement at all.")
@click.option("--speaker", metavar="NAME", help="Who really says it.")
@click.option("--class", "cue_class", metavar="CLASS", help="What is really done: say, deny, warn_threaten, ...")
@click.option("--commitment", metavar="VALUE", help="How firm it really is: certain, probable, denied, ...")
@click.option("--distance", metavar="VALUE", help="What the outlet makes of it: neutral, endorsing or distancing.")
@click.option("--quote", metavar="VALUE", help="How it is really quoted: direct, mixed or indirect.")
@click.option("--note", help="What others should know.")
@ledger_option
def review(line: int, *, confirm: bool, reject: bool, note: str | None, ledger: str, **right: str | None) -> None:
    """Confirm, reject or correct a line; attribune search shows the numbers of lines.

    The reading itself stays as it is: the review stands beside it, also where the article is read anew.

    Example: attribune review 160 --speaker "Dagny Thorsell" --note "see the second paragraph"
    """
    corrections = {name: value for name, value in right.items() if value is not None}
    verdict = _verdict(corrections, confirm=confirm, reject=reject)
    with open_desk(ledger) as desk:
        made = desk.review(line, verdict, corrections=corrections, note=note)
    say(f"line {line} is {made.verdict} by {made.by}")


def _verdict(corrections: Mapping[str, str], *, confirm: bool, reject: bool) -> Verdict:
    from attribune.errors import UsageError

    if confirm + reject + bool(corrections) != 1:
        raise UsageError("a review says one thing: give --confirm, --reject, or what is right (--speaker NAME, ...)")
    return "confirmed" if confirm else "rejected" if reject else "corrected"
