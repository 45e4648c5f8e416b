"""The seal of a reading: one hash of everything that was read in an article."""

from __future__ import annotations

from attribune.ledger.audit import seal_of
from attribune.reading import Reading


def seal_of_reading(reading: Reading) -> str:
    """SHA-256 of the reading as it leaves the program; whole numbers are the same with and without a fraction."""
    return seal_of(_plain(reading.to_dict()))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
