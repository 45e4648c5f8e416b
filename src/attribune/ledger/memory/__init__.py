"""A ledger in memory: the twin that the others are tested against, forgotten at the end."""

from __future__ import annotations

from attribune.ledger.memory.ledger import MemoryLedger

__all__ = ["MemoryLedger"]
