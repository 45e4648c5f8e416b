"""Whether a statement is found, decided in Python: what every database must agree with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from attribune.ledger.query.fields import Status, in_field, terms_of
from attribune.ledger.query.nodes import And, DateTest, Everything, FigureTest, Node, Not, Or, Phrase, StatusTest
from attribune.statement import Figure


@dataclass(frozen=True)
class Facts:
    """What is tested beside a statement's terms; ``day`` is the article's day of publishing, None where unknown."""

    day: date | None = None
    status: Status = "unreviewed"
    figures: tuple[Figure, ...] = ()


def matches(node: Node, document_terms: Sequence[str], facts: Facts) -> bool:
    """Whether the query finds a statement of these terms (``Document.terms()``) and facts."""
    match node:
        case And(parts):
            return all(matches(part, document_terms, facts) for part in parts)
        case Or(parts):
            return any(matches(part, document_terms, facts) for part in parts)
        case Not(part):
            return not matches(part, document_terms, facts)
        case Phrase():
            return _has(document_terms, node)
        case _:
            return _holds(node, facts)


def _holds(test: FigureTest | DateTest | StatusTest | Everything, facts: Facts) -> bool:
    match test:
        case FigureTest():
            return any(figure_meets(test, figure) for figure in facts.figures)
        case DateTest():
            return _is_between(facts.day, test)
        case StatusTest(status):
            return facts.status == status
        case Everything():
            return True


def figure_meets(test: FigureTest, figure: Figure) -> bool:
    """Whether one figure has the bounds, counts the noun, and tells what happened."""
    if test.counts is not None and figure.counts != test.counts:
        return False
    if test.of and not set(test.of) <= set(terms_of(figure.of or "")):
        return False
    return _is_within(test, figure.low, figure.high)


def _is_within(test: FigureTest, low: float | None, high: float | None) -> bool:
    if test.low is not None and test.high is not None:
        return (low is None or low <= test.high) and (high is None or high >= test.low)
    if test.low is not None:
        return low is not None and (low > test.low or (low == test.low and not test.low_open))
    if test.high is not None:
        return high is not None and (high < test.high or (high == test.high and not test.high_open))
    return True


def _has(document_terms: Sequence[str], phrase: Phrase) -> bool:
    *firsts, last = in_field(phrase.field, phrase.terms)
    for start in range(len(document_terms) - len(firsts)):
        end = start + len(firsts)
        final = document_terms[end]
        if (final.startswith(last) if phrase.prefix else final == last) and list(document_terms[start:end]) == firsts:
            return True
    return False


def _is_between(day: date | None, test: DateTest) -> bool:
    if day is None:
        return False
    return (test.first is None or test.first <= day) and (test.end is None or day < test.end)
