"""A ledger in memory (placeholder)."""


class MemoryLedger:
    pass
