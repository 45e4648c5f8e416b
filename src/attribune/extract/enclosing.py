"""Enclosing: in the content of which other statement a statement's source stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attribune.statement import Statement

LOOK_BACK = 6  # contents before a position that are looked at; deeper nesting is not read


class Enclosing:
    """Statements looked up by the content that a position stands in."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._index = {statement.id: index for index, statement in enumerate(statements)}
        spans = ((span.start, span.end, index) for index, one in enumerate(statements) for span in one.content.spans)
        self._contents = sorted(spans)
        self._starts = [start for start, _, _ in self._contents]

    def of(self, index: int) -> int | None:
        """Index of the statement around the one at ``index``: its parent, else the nearest around it."""
        statement = self._statements[index]
        if statement.parent is not None and statement.parent in self._index:
            return self._index[statement.parent]
        return None if statement.source is None else self._around(statement.source.start, index)

    def _around(self, position: int, index: int) -> int | None:
        last = bisect_right(self._starts, position)
        for _, end, other in reversed(self._contents[max(0, last - LOOK_BACK) : last]):
            if other != index and position < end:
                return other
        return None
