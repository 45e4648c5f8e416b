"""``attribune speakers``: who speaks, across articles."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from attribune.cli.options import NUMBER, as_of_option, format_option, ledger_option, open_desk, reason_option
from attribune.cli.program import say

if TYPE_CHECKING:
    from attribune.desk.speakers import Suggested
    from attribune.ledger.decision import Decision
    from attribune.ledger.identity import Identity

KEYS = ("id", "name", "kind", "statements", "articles", "first", "last", "members")
PAIR_KEYS = ("score", "one", "one_name", "other", "other_name", "reasons")
DECISION_KEYS = ("id", "kind", "one", "other", "by", "reason", "recorded", "undone", "appearances")


@click.group()
def speakers() -> None:
    """Find speakers, and say who is the same.

    Nobody is merged or split but by a decision with a reason, and each can be undone.
    """


@speakers.command("list")
@click.argument("words", nargs=-1, metavar="[NAME]")
@click.option("--limit", type=NUMBER, default=50, show_default=True, help="Speakers to show.")
@as_of_option
@ledger_option
@format_option()
def list_speakers(words: tuple[str, ...], limit: int, at: datetime | None, ledger: str, form: str) -> None:
    """The speakers, most heard first; with a NAME those whose names hold all its words."""
    from attribune.cli.records import Column, listing, write_records
    from attribune.cli.screen import BOLD

    with open_desk(ledger) as desk:
        records = [_identity_dict(one) for one in desk.speakers(" ".join(words) or None, limit=limit, at=at)]
    columns = (
        Column("id", "speaker", right=True),
        Column("name", "name", wide=True, style=BOLD),
        Column("kind", "kind"),
        Column("statements", "lines", right=True),
        Column("articles", "articles", right=True),
        Column("first", "first heard"),
        Column("last", "last heard"),
    )
    write_records(records, form, keys=KEYS, show=listing(*columns, none="No speaker found."))


def _identity_dict(identity: Identity) -> dict[str, Any]:
    return {key: getattr(identity, key) for key in KEYS}


@speakers.command("show")
@click.argument("number", type=NUMBER, metavar="ID")
@as_of_option
@ledger_option
@format_option("table", "json", "jsonl")
def show_speaker(number: int, at: datetime | None, ledger: str, form: str) -> None:
    """Everything that is known of one speaker."""
    from attribune.cli.known import known_dict, print_known
    from attribune.cli.records import write_object
    from attribune.cli.screen import screen

    with open_desk(ledger) as desk:
        known = desk.speaker(number, at=at)
    if form == "table":
        with screen() as console:
            print_known(console, known)
    else:
        write_object(known_dict(known), form)


@speakers.command()
@click.option("--at-least", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="How alike, 0 to 1.")
@click.option("--about", type=NUMBER, metavar="ID", help="Only of this speaker.")
@ledger_option
@format_option()
def suggest(at_least: float, about: int | None, ledger: str, form: str) -> None:
    """Speakers that may be one, best first, and what speaks for it; nothing is merged."""
    from attribune.cli.records import Column, listing, write_records

    with open_desk(ledger) as desk:
        records = [_pair_dict(one) for one in desk.suggestions(at_least=at_least, about=about)]
    columns = (
        Column("score", "alike", right=True),
        Column("one", "speaker", right=True),
        Column("one_name", "name", wide=True),
        Column("other", "speaker", right=True),
        Column("other_name", "name", wide=True),
        Column("reasons", "why", wide=True),
    )
    write_records(records, form, keys=PAIR_KEYS, show=listing(*columns, none="Nobody seems to be there twice."))


def _pair_dict(pair: Suggested) -> dict[str, Any]:
    return {
        "score": round(pair.score, 2),
        "one": pair.one.id,
        "one_name": pair.one.name,
        "other": pair.two.id,
        "other_name": pair.two.name,
        "reasons": pair.reasons,
    }


@speakers.command()
@click.argument("number", type=NUMBER, metavar="ID")
@click.argument("other", type=NUMBER, metavar="OTHER")
@reason_option
@ledger_option
def merge(number: int, other: int, reason: str, ledger: str) -> None:
    """Count OTHER as the speaker ID.

    Example: attribune speakers merge 3 17 --reason "same minister, other spelling"
    """
    with open_desk(ledger) as desk:
        _tell(desk.merge(number, other, reason=reason), "are counted as one")


@speakers.command()
@click.argument("number", type=NUMBER, metavar="ID")
@click.argument("other", type=NUMBER, metavar="OTHER")
@reason_option
@ledger_option
def apart(number: int, other: int, reason: str, ledger: str) -> None:
    """Say that ID and OTHER are two, so that they are not suggested again."""
    with open_desk(ledger) as desk:
        _tell(desk.keep_apart(number, other, reason=reason), "are kept apart")


@speakers.command()
@click.argument("number", type=NUMBER, metavar="ID")
@click.option(
    "--article", "articles", type=NUMBER, multiple=True, required=True, metavar="N", help="As often as needed."
)
@reason_option
@ledger_option
def split(number: int, articles: tuple[int, ...], reason: str, ledger: str) -> None:
    """Count the speaker ID of some articles as somebody else.

    Example: attribune speakers split 3 --article 12 --reason "the father, not the son"
    """
    with open_desk(ledger) as desk:
        _tell(desk.split(number, articles, reason=reason), "are two from now on")


@speakers.command()
@click.argument("decision", type=NUMBER, metavar="DECISION")
@reason_option
@ledger_option
def undo(decision: int, reason: str, ledger: str) -> None:
    """Take a decision back; attribune speakers decisions shows their numbers."""
    with open_desk(ledger) as desk:
        desk.undo(decision, reason=reason)
    say(f"decision {decision} is undone")


def _tell(decision: Decision, what: str) -> None:
    """Say what was decided, and how it is taken back."""
    pair = f"speakers {decision.identity} and {decision.other}"
    say(f"decision {decision.id}: {pair} {what}; attribune speakers undo {decision.id} takes it back")


@speakers.command()
@ledger_option
@format_option()
def decisions(ledger: str, form: str) -> None:
    """All decisions on who is who, oldest first."""
    from attribune.cli.records import Column, listing, write_records

    with open_desk(ledger) as desk:
        records = [decision_dict(one) for one in desk.decisions()]
    columns = (
        Column("id", "decision", right=True),
        Column("kind", "kind"),
        Column("one", "speaker", right=True),
        Column("other", "other", right=True),
        Column("by", "by"),
        Column("recorded", "when (UTC)"),
        Column("undone", "undone (UTC)"),
        Column("reason", "reason", wide=True),
    )
    write_records(records, form, keys=DECISION_KEYS, show=listing(*columns, none="Nothing was decided so far."))


def decision_dict(decision: Decision) -> dict[str, Any]:
    """A decision as one JSON object."""
    return {key: decision.identity if key == "one" else getattr(decision, key) for key in DECISION_KEYS}
