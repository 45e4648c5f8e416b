"""Errors of databases, said in the program's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from attribune.errors import (
    AttribuneError,
    LedgerBusy,
    LedgerError,
    LedgerFull,
    NoLedger,
    ReadOnlyLedger,
    UsageError,
)
from attribune.ledger.sql.engine import Place

Kind = tuple[type[LedgerError], str]  # the error, and what to say
FULL: Kind = (LedgerFull, "no room on the disk; nothing was lost, make room and go on")
DAMAGED: Kind = (LedgerError, "the database is damaged ({said}); restore the last backup")
READ_ONLY: Kind = (ReadOnlyLedger, "may be read but not written; change its permissions or its disk")
BUSY: Kind = (LedgerBusy, "others have held it for too long ({said}); try again")
ADVICE = "give another --ledger, or make one with attribune init"
NONE: Kind = (NoLedger, f"is no ledger ({{said}}); {ADVICE}")
CLOSED: Kind = (NoLedger, "can't be opened; check that it is there and may be read by you")
UNREACHED: Kind = (LedgerBusy, "can't be reached ({said}); check that it runs and who you are to it")
OTHER: Kind = (LedgerError, "{said}")

CODES = {  # SQLite's names in two words, and PostgreSQL's codes or the classes that they begin with
    "SQLITE_FULL": FULL,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_IOERR": DAMAGED,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_PROTOCOL": BUSY,
    "SQLITE_NOTADB": NONE,
    "SQLITE_CANTOPEN": CLOSED,
    "53100": FULL,
    "58030": DAMAGED,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
    "25006": READ_ONLY,
    "42501": READ_ONLY,
    "40": BUSY,
    "53300": BUSY,
    "55P03": BUSY,
    "3D000": NONE,
    "42P01": NONE,
    "08": UNREACHED,
    "28": UNREACHED,
    "57P": UNREACHED,
}
WORDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (  # of errors without a code
    (FULL, ("disk is full", "no space left", "disk full", "could not extend file", "file too large")),
    (DAMAGED, ("malformed", "corrupt", "disk i/o error", "invalid page")),
    (READ_ONLY, ("readonly", "read-only", "permission denied for")),
    (BUSY, ("locked", "lock timeout", "deadlock", "too many clients", "remaining connection slots", "queuepool limit")),
    (NONE, ("not a database", "no such table", "undefinedtable", "does not exist")),
    (CLOSED, ("unable to open",)),
)
SERVERS = ("connection", "server", "host")  # in words of a server that can't be reached
TOO_LARGE = ("Expression tree is too large", "parser stack overflow", "fts5: parser stack", "too many SQL variables")
GENERAL = "SQLITE_ERROR"  # SQLite's code of anything else
TOO_DEEP = "54001"  # PostgreSQL's code of what is nested too deeply


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


def _translated(place: Place, cause: BaseException) -> AttribuneError:
    code, said = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None), _said(cause)
    if _is_too_large(code, said):
        return UsageError(f"the query has too many parts ({said}); search for less at a time")
    kind, message = _by_code(code, said) if code else _by_words(place, f"{type(cause).__name__} {said}".lower())
    return kind(f"{place.name}: {message.format(said=said)}")


def _said(cause: Any) -> str:
    """The database's words in one line, without the values that PostgreSQL adds to them."""
    primary = getattr(getattr(cause, "diag", None), "message_primary", None)
    return " ".join((primary or str(cause)).split())


def _is_too_large(code: str | None, said: str) -> bool:
    return code == TOO_DEEP or (code == GENERAL and said.startswith(TOO_LARGE))


def _by_code(code: str, said: str) -> Kind:
    """What a code says: SQLite adds a third word for some, PostgreSQL's begin with their class."""
    if code == GENERAL:  # its words may quote anything, but begin with their own
        return NONE if said.startswith("no such table") else OTHER
    starts = ["_".join(code.split("_")[:2])] if code.startswith("SQLITE") else [code, code[:3], code[:2]]
    return next((CODES[start] for start in starts if start in CODES), OTHER)


def _by_words(place: Place, words: str) -> Kind:
    kind = next((kind for kind, signs in WORDS if any(sign in words for sign in signs)), None)
    if kind is None and place.path is None and any(sign in words for sign in SERVERS):
        return UNREACHED
    return kind or OTHER
