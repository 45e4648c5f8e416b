"""Errors of databases, said in the program's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from attribune.errors import LedgerBusy, LedgerError, LedgerFull, NoLedger, ReadOnlyLedger, UsageError
from attribune.ledger.sql.engine import Place

KINDS: tuple[tuple[type[LedgerError], tuple[str, ...], str], ...] = (  # the error, its signs in the words, what to say
    (
        LedgerFull,
        ("disk is full", "no space left", "disk full", "could not extend file", "file too large"),
        "no room on the disk; nothing was lost, make room and go on",
    ),
    (
        LedgerError,
        ("malformed", "corrupt", "disk i/o error", "invalid page"),
        "the database is damaged ({said}); restore the last backup",
    ),
    (
        ReadOnlyLedger,
        ("readonly", "read-only", "permission denied for"),
        "may be read but not written; change its permissions or its disk",
    ),
    (
        LedgerBusy,
        ("locked", "lock timeout", "deadlock", "too many clients", "remaining connection slots", "queuepool limit"),
        "others have held it for too long ({said}); try again",
    ),
    (
        NoLedger,
        ("not a database", "no such table", "undefinedtable", "does not exist"),
        "is no ledger ({said}); give another --ledger, or make one with attribune init",
    ),
    (NoLedger, ("unable to open",), "can't be opened; check that it is there and may be read by you"),
)
UNREACHABLE = ("connection", "server", "host")  # of an error of a server


@contextmanager
def translating(place: Place, *, also: type[Exception] = SQLAlchemyError) -> Iterator[None]:
    """In the block, errors of the database leave as :class:`LedgerError` in one line, with their cause.

    ``also`` names others, of a block that is the program's own and not the caller's.
    """
    try:
        yield
    except DBAPIError as cause:
        raise _translated(place, cause.orig or cause) from cause
    except (SQLAlchemyError, sqlite3.Error, also) as cause:
        raise _translated(place, cause) from cause
    except OverflowError as cause:
        raise UsageError(f"a number is larger than any in a ledger ({cause})") from cause
    except UnicodeEncodeError as cause:
        raise UsageError("a text holds a lone surrogate, which no database takes; give it without") from cause


def _translated(place: Place, cause: BaseException) -> LedgerError:
    words = f"{type(cause).__name__} {cause}".lower()
    said = " ".join(str(cause).split())
    for kind, signs, message in KINDS:
        if any(sign in words for sign in signs):
            return kind(f"{place.name}: {message.format(said=said)}")
    if place.path is None and any(sign in words for sign in UNREACHABLE):
        return LedgerBusy(f"{place.name}: can't be reached ({said}); check that it runs and who you are to it")
    return LedgerError(f"{place.name}: {said}")
