"""Errors of databases, said in the program's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from attribune.errors import LedgerBusy, LedgerError, LedgerFull, NoLedger, ReadOnlyLedger
from attribune.ledger.sql.engine import Place

FULL = ("disk is full", "no space left", "disk full", "could not extend file", "file too large")
BUSY = ("locked", "lock timeout", "deadlock", "too many clients", "remaining connection slots")
READ_ONLY = ("readonly", "read-only", "permission denied for")
DAMAGED = ("malformed", "corrupt", "disk i/o error", "invalid page")
NONE = ("not a database", "no such table", "undefinedtable", "does not exist")


@contextmanager
def translating(place: Place) -> Iterator[None]:
    """In the block, errors of the database leave as :class:`LedgerError` in one line, with their cause."""
    try:
        yield
    except DBAPIError as cause:
        raise _translated(place, cause.orig or cause) from cause
    except (SQLAlchemyError, sqlite3.Error, OSError) as cause:
        raise _translated(place, cause) from cause


def _translated(place: Place, cause: BaseException) -> LedgerError:
    words = f"{type(cause).__name__} {cause}".lower()
    said = " ".join(str(cause).split())

    def tells(signs: tuple[str, ...]) -> bool:
        return any(sign in words for sign in signs)

    if tells(FULL):
        return LedgerFull(f"{place.name}: no room on the disk; nothing was lost, make room and go on")
    if tells(DAMAGED):
        return LedgerError(f"{place.name}: the database is damaged ({said}); restore the last backup")
    if tells(READ_ONLY):
        return ReadOnlyLedger(f"{place.name}: may be read but not written; change its permissions or its disk")
    if tells(BUSY):
        return LedgerBusy(f"{place.name}: others have held it for too long ({said}); try again")
    if tells(NONE):
        return NoLedger(f"{place.name}: is no ledger ({said}); give another --ledger, or make one with attribune init")
    if "unable to open" in words:
        return NoLedger(f"{place.name}: can't be opened; check that it is there and may be read by you")
    if place.path is None and ("connection" in words or "server" in words or "host" in words):
        return LedgerBusy(f"{place.name}: can't be reached ({said}); check that it runs and who you are to it")
    return LedgerError(f"{place.name}: {said}")
