"""Tests of one and the same figure, joined: what ``figure:``, ``of:`` and ``counts:`` of one group ask together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from attribune.ledger.query.lexemes import refusal
from attribune.ledger.query.nodes import FigureTest, Node, Or, any_of

MOST = 64  # ways in which a group of alternatives may be met


def alternatives(node: Node) -> tuple[FigureTest, ...] | None:
    """The tests of which a figure must meet one; None for a node that asks for something else."""
    parts = node.parts if isinstance(node, Or) else (node,)
    tests = tuple(part for part in parts if isinstance(part, FigureTest))
    return tests if len(tests) == len(parts) else None


def same_figure(tests: Sequence[tuple[FigureTest, ...]], column: int) -> Node:
    """The test, or the alternatives, for one figure that meets one of each of the ``tests``.

    ``column`` is the group's, for the UsageError where one figure can't meet them.
    """
    ways = 1
    for options in tests:
        ways *= len(options)
    if ways > MOST:
        raise refusal(f"{ways} ways to meet the group", column, f"at most {MOST} are searched; ask for fewer")
    return any_of(_joined(one, column) for one in product(*tests))


def _joined(tests: Sequence[FigureTest], column: int) -> FigureTest:
    bounded = [test for test in tests if (test.low, test.high) != (None, None)]
    happened = list(dict.fromkeys(test.counts for test in tests if test.counts))
    if len(bounded) > 1 or len(happened) > 1:
        what = "two bounds" if len(bounded) > 1 else "two values of counts:"
        raise refusal(
            f"{what} for one figure in the group", column, "put each figure's words in parentheses, or write a range"
        )
    bounds = bounded[0] if bounded else FigureTest()
    return FigureTest(
        bounds.low,
        bounds.high,
        low_open=bounds.low_open,
        high_open=bounds.high_open,
        of=tuple(dict.fromkeys(term for test in tests for term in test.of)),
        counts=happened[0] if happened else None,
    )
