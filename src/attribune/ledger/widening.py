"""Searches for a speaker's name, widened to what the same speaker is called elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from attribune.ledger.query import And, Node, Not, Or, Phrase, all_of, any_of


@dataclass(frozen=True)
class Group:
    """Identities that were merged into one, with the terms of each one's name."""

    members: tuple[int, ...]
    names: tuple[tuple[str, ...], ...]


def speaks_of_speakers(node: Node) -> bool:
    """Whether a query asks for a speaker by name or by number."""
    match node:
        case And(parts) | Or(parts):
            return any(map(speaks_of_speakers, parts))
        case Not(part):
            return speaks_of_speakers(part)
        case Phrase(field):
            return field in {"speaker", "speaker_id"}
        case _:
            return False


def widened(node: Node, groups: Sequence[Group]) -> Node:
    """The query, in which a speaker's name or number stands for all identities that were merged with it."""
    match node:
        case And(parts):
            return all_of(widened(part, groups) for part in parts)
        case Or(parts):
            return any_of(widened(part, groups) for part in parts)
        case Not(part):
            return Not(widened(part, groups))
        case Phrase("speaker"):
            return _any(node, groups, lambda group: any(_holds(name, node) for name in group.names))
        case Phrase("speaker_id", terms):
            return _any(node, groups, lambda group: int(terms[0]) in group.members)
        case _:
            return node


def _any(node: Phrase, groups: Iterable[Group], fits: Callable[[Group], bool]) -> Node:
    members = sorted({one for group in groups if fits(group) for one in group.members})
    return any_of([node, *(Phrase("speaker_id", (str(one),)) for one in members)])


def _holds(name: Sequence[str], phrase: Phrase) -> bool:
    """Whether a name holds the phrase's terms in sequence."""
    *firsts, last = phrase.terms
    for start in range(len(name) - len(firsts)):
        final = name[start + len(firsts)]
        fits = final.startswith(last) if phrase.prefix else final == last
        if fits and list(name[start : start + len(firsts)]) == firsts:
            return True
    return False
