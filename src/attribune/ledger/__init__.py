"""The ledger: what was read, kept for good, searched and proved; the only home of SQLAlchemy."""
