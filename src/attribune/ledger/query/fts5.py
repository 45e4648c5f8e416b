"""A query of terms as SQLite's FTS5 reads it.

The table has one column of terms, joined by blanks, and ``tokenize="unicode61 remove_diacritics 0 tokenchars '_'"``.
"""

from __future__ import annotations

from attribune.ledger.query.fields import BREAK, in_field
from attribune.ledger.query.nodes import And, Everything, Node, Not, Or, Phrase

ALL = f'"{BREAK}"'  # the term that every statement has


def fts5(node: Node) -> str:
    """The operand of MATCH; a ValueError for a node that is not of terms only (see :func:`split`)."""
    match node:
        case Phrase(field, terms, prefix):
            words = " ".join(in_field(field, terms)).replace('"', '""')
            return f'"{words}"{" *" if prefix else ""}'
        case And(parts):
            return _all_of(parts)
        case Or(parts):
            return f"({' OR '.join(map(fts5, parts))})"
        case Not():
            return _all_of((node,))
        case Everything():
            return ALL
        case _:
            raise ValueError(f"FTS5 holds terms only, and can't test {node}")


def _all_of(parts: tuple[Node, ...]) -> str:
    """The parts joined; FTS5's NOT stands between two, so what is wanted comes first."""
    wanted = [fts5(part) for part in parts if not isinstance(part, Not)] or [ALL]
    unwanted = [fts5(part.part) for part in parts if isinstance(part, Not)]
    positive = f"({' AND '.join(wanted)})" if len(wanted) > 1 else wanted[0]
    return f"({positive} NOT ({' OR '.join(unwanted)}))" if unwanted else positive
