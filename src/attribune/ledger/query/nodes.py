"""The tree of a query; every node's ``str()`` is a query that parses back to an equal node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from attribune.ledger.query.fields import CLOSED, CODE, Field, Status, terms_of


@dataclass(frozen=True)
class Phrase:
    """One or more terms in sequence in one field; with ``prefix`` the last may be longer in the statement."""

    field: Field
    terms: tuple[str, ...]
    prefix: bool = False

    def __post_init__(self) -> None:
        if not all(self.terms) or not self.terms:
            raise ValueError(f"a phrase of {self.field} needs a term and no empty one, not {self.terms}")

    def __str__(self) -> str:
        return self._value() if self.field == "content" else f"{self.field}:{self._value()}"

    def _value(self) -> str:
        words = " ".join(self.terms)
        if self.field in CLOSED or self.field == "speaker_id":
            return words
        if self.field == "place" and words.startswith(CODE):
            return words.removeprefix(CODE).upper()
        return _quoted(self.terms, always=self.field == "place") + "*" * self.prefix


@dataclass(frozen=True)
class FigureTest:
    """Some figure of the statement has these bounds, counts this noun, and this happened to them.

    With one bound the figure is surely beyond it (at it, unless the bound is open); with both, its interval
    overlaps them, and both are closed; without, any figure will do. ``of`` are terms that all are in its noun.
    """

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    of: tuple[str, ...] = ()
    counts: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and (self.low_open or self.high_open or self.low > self.high):
            raise ValueError(f"a figure between two bounds needs them closed and in order, not {self.low} {self.high}")

    def __str__(self) -> str:
        words = [f"of:{_quoted((term,))}" for term in self.of]
        if self.counts:
            words.append(f"counts:{self.counts}")
        if self.low is not None or self.high is not None or not words:
            words.insert(0, f"figure:{self._bounds()}")
        return " ".join(words)

    def _bounds(self) -> str:
        if self.low is not None and self.high is not None:
            low, high = _number(self.low), _number(self.high)
            return low if low == high else f"{low}..{high}"
        if self.low is not None:
            return f">{'' if self.low_open else '='}{_number(self.low)}"
        if self.high is not None:
            return f"<{'' if self.high_open else '='}{_number(self.high)}"
        return "*"


@dataclass(frozen=True)
class DateTest:
    """Published on a day of the half-open range; a missing bound is open, and without both any known day will do."""

    first: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.end is not None and self.first >= self.end:
            raise ValueError(f"no day lies from {self.first} to before {self.end}")

    def __str__(self) -> str:
        if self.first is not None and self.end is not None:
            return f"date:{self.first}..{self.end - timedelta(days=1)}"
        if self.first is not None:
            return f"date:>={self.first}"
        return "date:*" if self.end is None else f"date:<{self.end}"


@dataclass(frozen=True)
class StatusTest:
    """Where the statement stands in review."""

    status: Status

    def __str__(self) -> str:
        return f"status:{self.status}"


@dataclass(frozen=True)
class And:
    """All of two or more parts, none of them an ``And``; :func:`all_of` makes them so."""

    parts: tuple[Node, ...]

    def __post_init__(self) -> None:
        _check_parts(self)

    def __str__(self) -> str:
        several = sum(isinstance(part, FigureTest) for part in self.parts) > 1
        return " ".join(
            f"({part})" if isinstance(part, Or) or (several and isinstance(part, FigureTest)) else str(part)
            for part in self.parts
        )


@dataclass(frozen=True)
class Or:
    """Any of two or more parts, none of them an ``Or``; :func:`any_of` makes them so."""

    parts: tuple[Node, ...]

    def __post_init__(self) -> None:
        _check_parts(self)

    def __str__(self) -> str:
        return " OR ".join(f"({part})" if isinstance(part, And) else str(part) for part in self.parts)


@dataclass(frozen=True)
class Not:
    """Every statement but those of the part."""

    part: Node

    def __str__(self) -> str:
        joined = isinstance(self.part, And | Or) or (isinstance(self.part, FigureTest) and " " in str(self.part))
        return f"-({self.part})" if joined else f"-{self.part}"


@dataclass(frozen=True)
class Everything:
    """Every statement."""

    def __str__(self) -> str:
        return "*"


Node = Phrase | FigureTest | DateTest | StatusTest | And | Or | Not | Everything


def all_of(parts: Iterable[Node]) -> Node:
    """The parts joined by AND, flat; everything where there is none."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, And) else (part,)))
    return And(flat) if len(flat) > 1 else flat[0] if flat else Everything()


def any_of(parts: Iterable[Node]) -> Node:
    """The parts, of which there is at least one, joined by OR, flat."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, Or) else (part,)))
    return Or(flat) if len(flat) > 1 else flat[0]


def _check_parts(node: And | Or) -> None:
    kind = type(node)
    if len(node.parts) < 2 or any(isinstance(part, kind) for part in node.parts):
        raise ValueError(f"{kind.__name__} joins two or more parts that are no {kind.__name__}, not {node.parts}")


def _quoted(terms: tuple[str, ...], *, always: bool = False) -> str:
    """The terms as typed: with ``=`` before them where stemming would change them."""
    words = " ".join(terms)
    exact = "" if terms_of(words) == terms else "="
    return f'{exact}"{words}"' if always or len(terms) > 1 else f"{exact}{words}"


def _number(value: float) -> str:
    """The number in digits that read back as the same float."""
    return f"{Decimal(repr(float(value))):f}".removesuffix(".0")
