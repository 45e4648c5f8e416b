"""Queries to SQL: what the index can answer is asked of it, the rest is tested row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from sqlalchemy import ColumnElement, Connection, and_, func, not_, or_, select, true
from sqlalchemy.sql import Select

from attribune.ledger.contract import Order
from attribune.ledger.query import (
    And,
    DateTest,
    Everything,
    FigureTest,
    Node,
    Not,
    Or,
    StatusTest,
    is_terms,
    split,
)
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.index import found, is_found

S = t.statements.c


@dataclass(frozen=True)
class Compiler:
    """Makes conditions on the table of statements out of a query's nodes."""

    connection: Connection
    at: datetime | None
    _numbers: count[int] = field(default_factory=count)

    def condition(self, node: Node) -> ColumnElement[bool]:
        """What holds of the statements that the node finds."""
        if is_terms(node) and not isinstance(node, Not | Everything):
            return is_found(self.connection, node, self._name(), S.id)
        match node:
            case And(parts):
                return and_(true(), *(self.condition(part) for part in parts))
            case Or(parts):
                return or_(*(self.condition(part) for part in parts))
            case Not(part):
                return not_(self.condition(part))
            case FigureTest():
                return S.id.in_(self._figures(node))
            case DateTest(first, end):
                after = S.day >= first if first else true()
                return and_(after, S.day < end if end else true())
            case StatusTest(status):
                return self._status(status)
            case _:
                return true()

    def base(self, node: Node) -> Select[tuple[int]]:
        """Ids of the statements that a query finds; the index leads where the query has words."""
        terms, rest = split(node)
        chosen = select(S.id).where(current(S, self.at))
        if terms != Everything():
            hits = found(self.connection, terms, self._name()).subquery()
            chosen = chosen.join(hits, hits.c.line == S.id)
        return chosen if rest == Everything() else chosen.where(self.condition(rest))

    def _name(self) -> str:
        return f"terms_{next(self._numbers)}"

    @staticmethod
    def _figures(test: FigureTest) -> Select[tuple[int]]:
        f = t.figures.c
        chosen = select(f.statement_id).where(f.statement_id.is_not(None))
        for term in test.of:
            chosen = chosen.where(f.of_terms.contains(f" {term} ", autoescape=True))
        if test.counts:
            chosen = chosen.where(f.counts == test.counts)
        return chosen.where(*_bounds(test))

    def _status(self, status: str) -> ColumnElement[bool]:
        r = t.reviews.c
        chosen = select(func.max(r.id)).group_by(r.statement_id)
        if self.at is not None:
            chosen = chosen.where(r.recorded_at <= self.at)
        newest = select(r.statement_id).where(r.id.in_(chosen))
        if status == "unreviewed":
            return S.id.not_in(newest)
        if status == "flagged":
            return S.id.in_(newest.where(r.certain.is_(False)))
        return S.id.in_(newest.where(r.verdict == status, r.certain.is_(True)))


def _bounds(test: FigureTest) -> Iterator[ColumnElement[bool]]:
    """As :func:`attribune.ledger.query.figure_meets` has it; a bound that is not known is open."""
    f = t.figures.c
    if test.low is not None and test.high is not None:
        yield or_(f.low.is_(None), f.low <= test.high)
        yield or_(f.high.is_(None), f.high >= test.low)
    elif test.low is not None:
        yield f.low > test.low if test.low_open else f.low >= test.low
    elif test.high is not None:
        yield f.high < test.high if test.high_open else f.high <= test.high


def current(columns: object, at: datetime | None) -> ColumnElement[bool]:
    """Whether a row was held for true at a moment; now, without one."""
    recorded, superseded = columns.recorded_at, columns.superseded_at  # type: ignore[attr-defined]
    if at is None:
        return superseded.is_(None)  # type: ignore[no-any-return]
    return and_(recorded <= at, or_(superseded.is_(None), superseded > at))


def ordered(chosen: Select[tuple[int]], order: Order) -> Select[tuple[int]]:
    """Newest first."""
    return chosen.order_by(S.id.desc()) if order == "recorded" else chosen.order_by(S.day.desc(), S.id.desc())
