"""Search: what people type becomes a tree, and the tree a query of each database; all of it pure.

Text is analysed here and nowhere else: the databases store and match the terms of :class:`Document`, so that one
query finds the same statements in memory, in SQLite and in PostgreSQL.
"""

from __future__ import annotations

from attribune.ledger.query.document import Document
from attribune.ledger.query.fields import BREAK, CLOSED, Field, Status, terms_of
from attribune.ledger.query.fts5 import fts5
from attribune.ledger.query.highlight import highlights
from attribune.ledger.query.lexemes import FIELDS
from attribune.ledger.query.match import Facts, figure_meets, matches
from attribune.ledger.query.nodes import (
    And,
    DateTest,
    Everything,
    FigureTest,
    Node,
    Not,
    Or,
    Phrase,
    StatusTest,
    all_of,
    any_of,
)
from attribune.ledger.query.parser import parse
from attribune.ledger.query.sentence import sentence_around
from attribune.ledger.query.split import Split, is_terms, split
from attribune.ledger.query.tokens import Token, tokenize
from attribune.ledger.query.tsquery import tsquery, tsvector

__all__ = [
    "BREAK",
    "CLOSED",
    "FIELDS",
    "And",
    "DateTest",
    "Document",
    "Everything",
    "Facts",
    "Field",
    "FigureTest",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Split",
    "Status",
    "StatusTest",
    "Token",
    "all_of",
    "any_of",
    "figure_meets",
    "fts5",
    "highlights",
    "is_terms",
    "matches",
    "parse",
    "sentence_around",
    "split",
    "terms_of",
    "tokenize",
    "tsquery",
    "tsvector",
]
