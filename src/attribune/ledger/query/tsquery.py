"""A query of terms, and a statement's terms, as PostgreSQL's ``tsquery`` and ``tsvector`` read them.

Both are literals to be cast, never texts for ``to_tsquery`` and ``to_tsvector``, which would stem them again.
"""

from __future__ import annotations

from collections.abc import Iterable

from attribune.ledger.query.fields import BREAK, in_field
from attribune.ledger.query.nodes import And, Everything, Node, Not, Or, Phrase

LAST_POSITION = 16383  # a tsvector's own limit
MOST_POSITIONS = 255  # of one term, a tsvector's own limit


def tsquery(node: Node) -> str:
    """The literal of a tsquery; a ValueError for a node that is not of terms only (see :func:`split`)."""
    match node:
        case Phrase(field, terms, prefix):
            words = " <-> ".join(map(_quoted, in_field(field, terms))) + ":*" * prefix
            return f"({words})" if len(terms) > 1 else words
        case And(parts):
            return f"({' & '.join(map(tsquery, parts))})"
        case Or(parts):
            return f"({' | '.join(map(tsquery, parts))})"
        case Not(part):
            return f"!{tsquery(part)}"
        case Everything():
            return _quoted(BREAK)
        case _:
            raise ValueError(f"a tsquery holds terms only, and can't test {node}")


def tsvector(terms: Iterable[str]) -> str:
    """The literal of a tsvector of the terms (``Document.terms()``) with their places in the stream, from 1.

    Terms behind the 16,383rd share that place, so that phrases among them are not found.
    """
    positions: dict[str, list[str]] = {}
    for number, term in enumerate(terms, start=1):
        places = positions.setdefault(term, [])
        if (len(places) < MOST_POSITIONS and number <= LAST_POSITION) or not places:
            places.append(str(min(number, LAST_POSITION)))
    return " ".join(f"{_quoted(term)}:{','.join(places)}" for term, places in positions.items())


def _quoted(term: str) -> str:
    doubled = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
