"""Everything that is known of one speaker, for the eye and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.text import Text

from attribune.cli.screen import BOLD, DIM, named_rows, on_one_line
from attribune.cli.speakers import decision_dict
from attribune.cli.tally import counted
from attribune.desk.speakers import Held, Known
from attribune.ledger.decision import Decision
from attribune.ledger.identity import Appearance
from attribune.page.labels import KINDS

APPEARANCES = 20  # shown of a speaker; JSON has them all


def print_known(console: Console, known: Known) -> None:
    """The name, then a row for each thing that is known."""
    identity = known.identity
    console.print(Text(on_one_line(identity.name), BOLD))
    lines = f"{counted(identity.statements, 'line')} in {counted(identity.articles, 'article')}"
    console.print(Text(f"speaker {identity.id} · {KINDS[identity.kind]} · {lines}", DIM))
    console.print()
    console.print(named_rows(_rows(known)))


def _rows(known: Known) -> Iterator[tuple[str, Text]]:
    yield "called", _several(known.names)
    for role in known.roles:
        yield "role", _role(role)
    for label, values in (("of", known.affiliations), ("country", known.countries), ("heard in", known.outlets)):
        if values:
            yield label, _several(values)
    if known.identity.members[1:]:
        yield "merged in", _several(tuple(map(str, known.identity.members[1:])))
    for appearance in known.appearances[-APPEARANCES:]:
        yield "article", _appearance(appearance)
    if rest := len(known.appearances[:-APPEARANCES]):
        yield "article", Text(f"and {rest:,} earlier", DIM)
    for decision in known.decisions:
        yield "decision", _decision(decision)


def _several(values: tuple[str, ...]) -> Text:
    return Text(" · ".join(map(on_one_line, values)))


def _role(held: Held) -> Text:
    days = f"{held.first}" if held.first == held.last else f"{held.first} to {held.last}"
    return Text.assemble(on_one_line(held.role), (f"  {days}, {counted(held.articles, 'article')}", DIM))


def _appearance(appearance: Appearance) -> Text:
    outlet = f"{on_one_line(appearance.outlet)}, " if appearance.outlet else ""
    words = Text(f"{appearance.entry}  {outlet}{appearance.day}")
    return words.append(f"  {counted(appearance.statements, 'line')} as {on_one_line(appearance.speaker.name)}", DIM)


def _decision(decision: Decision) -> Text:
    undone = f", undone {decision.undone:%Y-%m-%d}" if decision.undone else ""
    pair = f"{decision.id}  {decision.kind} of {decision.identity} and {decision.other}"
    told = f"  by {on_one_line(decision.by)} on {decision.recorded:%Y-%m-%d}{undone}: {on_one_line(decision.reason)}"
    return Text(pair).append(told, DIM)


def known_dict(known: Known) -> dict[str, Any]:
    """Everything that is known of a speaker, as one JSON object."""
    identity = known.identity
    keys = ("id", "name", "kind", "statements", "articles", "first", "last", "members")
    return {
        **{key: getattr(identity, key) for key in keys},
        "names": known.names,
        "roles": [{key: getattr(one, key) for key in ("role", "first", "last", "articles")} for one in known.roles],
        "affiliations": known.affiliations,
        "countries": known.countries,
        "outlets": known.outlets,
        "appearances": [_appearance_dict(one) for one in known.appearances],
        "decisions": [decision_dict(one) for one in known.decisions],
    }


def _appearance_dict(appearance: Appearance) -> dict[str, Any]:
    speaker = appearance.speaker
    return {
        "id": appearance.id,
        "entry": appearance.entry,
        "day": appearance.day,
        "outlet": appearance.outlet,
        "name": speaker.name,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "country": speaker.country,
        "statements": appearance.statements,
    }
