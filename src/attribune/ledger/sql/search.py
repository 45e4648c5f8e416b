"""Queries to SQL: what the index can answer is asked of it, the rest is tested row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    SelectBase,
    and_,
    func,
    not_,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.sql import Select

from attribune.ledger.contract import Order
from attribune.ledger.query import (
    And,
    DateTest,
    Everything,
    Facts,
    FigureTest,
    Node,
    Not,
    Or,
    Phrase,
    StatusTest,
    is_terms,
    matches,
    split,
)
from attribune.ledger.sql import tables as t
from attribune.ledger.sql.index import found, is_indexed_by_number
from attribune.ledger.sql.read import written

T = t.timeline.c
COMMON = 60_000  # hits from which the newest days are gone through, rather than all hits be sorted


@dataclass(frozen=True)
class Compiler:
    """Makes conditions on the table of statements out of a query's nodes.

    ``changed`` has the terms at the moment ``at`` of lines that are indexed with other ones by now.
    """

    connection: Connection
    at: datetime | None
    changed: Mapping[int, Sequence[str]]
    _numbers: count[int] = field(default_factory=count)

    def condition(self, node: Node, *, few: bool = False) -> ColumnElement[bool]:
        """What holds of the statements that the node finds; with ``few`` it is asked of a few statements only."""
        if is_terms(node) and not isinstance(node, Not | Everything):
            return T.statement_id.in_(self._found(node))
        match node:
            case And(parts):
                return and_(true(), *(self.condition(part, few=few) for part in parts))
            case Or(parts):
                return or_(*(self.condition(part, few=few) for part in parts))
            case Not(part):
                return not_(self.condition(part, few=few))
            case _:
                return self._test(node, few=few)

    def _test(
        self, node: FigureTest | DateTest | StatusTest | Phrase | Everything, *, few: bool
    ) -> ColumnElement[bool]:
        match node:
            case FigureTest() if few:
                return self._figures(node).where(t.figures.c.statement_id == T.statement_id).exists()
            case FigureTest():
                return T.statement_id.in_(self._figures(node))
            case DateTest(first, end):
                after = T.day >= first if first else true()
                return and_(after, T.day < end if end else true())
            case StatusTest(status):
                return self._status(status)
            case _:
                return true()

    def base(self, node: Node) -> Select[Any]:
        """Ids of the statements that a query finds; the index leads where the query has words."""
        terms, rest = split(node)
        chosen = select(T.statement_id).where(current(T, self.at))
        if terms != Everything():
            hits = self._found(terms).subquery()
            chosen = chosen.join(hits, hits.c.line == T.statement_id)
        return chosen if rest == Everything() else chosen.where(self.condition(rest, few=terms != Everything()))

    def newest(self, node: Node, order: Order) -> Select[Any]:
        """As :meth:`base`, newest first."""
        if order == "recorded":
            return self.base(node).order_by(T.statement_id.desc())
        terms, rest = split(node)
        chosen = self._through_days(terms, rest) if self._is_common(terms, rest) else self.base(node)
        return chosen.order_by(T.day.desc(), T.statement_id.desc())

    def _is_common(self, terms: Node, rest: Node) -> bool:
        """Whether a query has so many hits that going through the days from the newest finds some at once."""
        if terms == Everything() or self.changed or not _are_dates(rest) or not is_indexed_by_number(self.connection):
            return False
        some = found(self.connection, terms, self._name()).limit(COMMON + 1).subquery()
        return (self.connection.scalar(select(func.count()).select_from(some)) or 0) > COMMON

    def _through_days(self, terms: Node, rest: Node) -> Select[Any]:
        hits = found(self.connection, terms, self._name(), line=T.statement_id)
        return select(T.statement_id).where(current(T, self.at), self.condition(rest), hits.exists())

    def _found(self, node: Node) -> SelectBase:
        """The ids that the index finds; for lines that had other terms then, what those say."""
        hits = found(self.connection, node, self._name())
        if not self.changed:
            return hits
        then = [line for line, terms in self.changed.items() if matches(node, terms, Facts())]
        index = hits.subquery()
        unchanged = select(index.c.line).where(index.c.line.not_in(written(self.changed)))
        return union_all(unchanged, select(T.statement_id.label("line")).where(T.statement_id.in_(written(then))))

    def _name(self) -> str:
        return f"terms_{next(self._numbers)}"

    @staticmethod
    def _figures(test: FigureTest) -> Select[Any]:
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
            return T.statement_id.not_in(newest)
        if status == "flagged":
            return T.statement_id.in_(newest.where(r.certain.is_(False)))
        return T.statement_id.in_(newest.where(r.verdict == status, r.certain.is_(True)))


def _are_dates(node: Node) -> bool:
    parts = node.parts if isinstance(node, And) else (node,)
    return all(isinstance(part, DateTest | Everything) for part in parts)


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
