"""The words of a statement that a query found."""

from __future__ import annotations

from collections.abc import Iterator

from attribune.article import Span
from attribune.ledger.query.nodes import And, Node, Or, Phrase
from attribune.ledger.query.tokens import Token, tokenize


def highlights(node: Node, text: str) -> tuple[Span, ...]:
    """Spans of ``text``, a content's, that the query's words and phrases hit, in order and joined where they overlap.

    What stands under NOT is not shown, nor are words of other fields.
    """
    tokens = tokenize(text)
    spans: list[Span] = []
    for hit in sorted({hit for phrase in _wanted(node) for hit in _hits(phrase, tokens)}):
        if spans and hit.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, hit.end))
        else:
            spans.append(hit)
    return tuple(spans)


def _wanted(node: Node) -> Iterator[Phrase]:
    if isinstance(node, Phrase) and node.field == "content":
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _wanted(part)


def _hits(phrase: Phrase, tokens: list[Token]) -> Iterator[Span]:
    *firsts, last = phrase.terms
    for start in range(len(tokens) - len(firsts)):
        words = tokens[start : start + len(phrase.terms)]
        final = words[-1].term
        ends = final.startswith(last) if phrase.prefix else final == last
        if ends and [word.term for word in words[:-1]] == firsts:
            yield Span(words[0].start, words[-1].end)
