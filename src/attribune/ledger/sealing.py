"""Seals: one hash of everything that was read in an article, or that is known of a capture."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from math import isfinite

from attribune.ledger.audit import seal_of
from attribune.ledger.contract import CaptureCard
from attribune.reading import Reading


def seal_of_reading(reading: Reading) -> str:
    """SHA-256 of the reading as it leaves the program.

    Whole numbers are the same with and without a fraction; what is no number is kept, and sealed, as none.
    """
    return seal_of(_plain(reading.to_dict()))


def seal_of_capture(card: CaptureCard) -> str:
    """SHA-256 of all that is known of a capture."""
    return seal_of({name: _moment(value) for name, value in asdict(card).items()})


def _moment(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value
