"""What of a query an index of terms can answer, and what is left for other tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attribune.ledger.query.nodes import And, Everything, FigureTest, Node, Not, Or, Phrase, all_of, any_of


class Split(NamedTuple):
    """A query as two that both must find a statement: ``terms`` for the index, ``rest`` for what it can't know.

    ``rest`` is ``Everything()`` where the index answers all; ``terms`` is where it can't narrow the search.
    """

    terms: Node
    rest: Node


def is_terms(node: Node) -> bool:
    """Whether an index of terms answers the node by itself."""
    match node:
        case And(parts) | Or(parts):
            return all(map(is_terms, parts))
        case Not(part):
            return is_terms(part)
        case _:
            return isinstance(node, Phrase | Everything)


def split(node: Node) -> Split:
    """The query's terms, and what must be tested besides: for every statement, node = terms and rest."""
    parts = node.parts if isinstance(node, And) else (node,)
    return Split(_implied(node), all_of(part for part in parts if not is_terms(part)))


def _implied(node: Node) -> Node:
    """Terms that every statement which the node finds has; everything where nothing is sure."""
    if is_terms(node):
        return node
    match node:
        case And(parts):
            return all_of(one for one in map(_implied, parts) if one != Everything())
        case Or(parts):
            implied = tuple(map(_implied, parts))
            return Everything() if Everything() in implied else any_of(implied)
        case FigureTest():
            return all_of(_figure_terms(node))
        case _:
            return Everything()


def _figure_terms(test: FigureTest) -> Iterator[Node]:
    """The words of the counted noun and what happened: the index has them of all figures of a statement."""
    for term in test.of:
        yield Phrase("of", (term,))
    if test.counts is not None:
        yield Phrase("counts", (test.counts,))
