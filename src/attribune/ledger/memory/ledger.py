"""An open ledger in memory: views and transactions on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from attribune.ledger.memory.reader import MemoryReader
from attribune.ledger.memory.state import State
from attribune.ledger.memory.writer import MemoryWriter


class MemoryLedger:
    """A ledger that is forgotten at the end; it may be used by several threads at once."""

    def __init__(self) -> None:
        self._state = State()
        self._writing = Lock()

    @contextmanager
    def reading_from(self) -> Iterator[MemoryReader]:
        """A view that does not change in the block."""
        yield MemoryReader(self._state)

    @contextmanager
    def writing(self, by: str) -> Iterator[MemoryWriter]:
        """One transaction by one person or program: all of it is kept, or none; one at a time."""
        with self._writing:
            state = self._state.copy()
            yield MemoryWriter(state, by)
            self._state = state

    def close(self) -> None:
        """Nothing is held but memory."""
