"""Ledgers made, opened and brought up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from attribune.errors import LedgerError, NoLedger, ReadOnlyLedger, UsageError
from attribune.ledger.contract import Ledger
from attribune.ledger.memory import MemoryLedger
from attribune.ledger.sql.engine import Place, engine_of, place_of
from attribune.ledger.sql.failures import translating
from attribune.ledger.sql.ledger import SqlLedger, take_turn
from attribune.ledger.sql.schema import check_schema, schema_of, upgrade_schema
from attribune.ledger.sql.tables import SCHEMA
from attribune.ledger.unfinished import unfinished

MEMORY = "memory:"
HEADER = b"SQLite format 3\x00"


Fill = Callable[[Connection], None]


def _leave_empty(_connection: Connection) -> None:
    """Put nothing in."""


def create_ledger(address: str, *, fill: Fill = _leave_empty) -> SqlLedger:
    """Make a ledger in a new file or in an empty database; :class:`UsageError` where there is one already.

    ``fill`` puts in what it is to hold from the start: the ledger is there with all of it, or not at all.
    """
    place = place_of(address)
    if place.path is None:
        return _create_on_server(place, fill)
    with translating(place, also=OSError), unfinished(place.path) as part:
        _create_file(Place(place.url, part), fill)
    return open_ledger(address)


def _create_file(part: Place, fill: Fill) -> None:
    """Make a ledger that is one file: nothing of it is left in a journal beside it."""
    with closing(sqlite3.connect(str(part.path))) as file:
        file.execute("PRAGMA journal_mode = WAL")
    engine = engine_of(part)
    try:
        with engine.connect() as connection, connection.begin():
            upgrade_schema(connection)
            fill(connection)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(str(part.path))) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _create_on_server(place: Place, fill: Fill) -> SqlLedger:
    engine = engine_of(place)
    try:
        with translating(place), engine.connect() as connection, connection.begin():
            take_turn(connection)
            if schema_of(connection) is not None:
                raise UsageError(f"{place.name}: is a ledger already; use it as it is")
            upgrade_schema(connection)
            fill(connection)
    except BaseException:
        engine.dispose()
        raise
    return SqlLedger(place, engine)


def open_ledger(address: str) -> SqlLedger:
    """The ledger in a file or on a server; :class:`LedgerError` where there is none, or one of another schema."""
    place = place_of(address)
    _check_file(place)
    engine = engine_of(place, read_only=_may_not_write(place))
    try:
        with translating(place), engine.connect() as connection, connection.begin():
            check_schema(connection, place)
    except ReadOnlyLedger as cause:
        engine.dispose()
        advice = "copy it to another folder, or open a backup of it"
        raise ReadOnlyLedger(f"{place.name}: can't be opened in a folder that may not be written; {advice}") from cause
    except LedgerError:
        engine.dispose()
        raise
    return SqlLedger(place, engine)


def open_any(address: str) -> Ledger:
    """As :func:`open_ledger`; ``memory:`` is an empty ledger that is forgotten at the end."""
    return MemoryLedger() if address == MEMORY else open_ledger(address)


def _check_file(place: Place) -> None:
    """Say what is wrong with a file before SQLite does, in more words."""
    if place.path is None:
        return
    try:
        with place.path.open("rb") as file:
            head = file.read(len(HEADER))
    except FileNotFoundError as cause:
        advice = "make one with attribune init, or give another --ledger"
        raise NoLedger(f"{place.name}: there is no ledger; {advice}") from cause
    except IsADirectoryError as cause:
        raise NoLedger(f"{place.name}: is a folder, no ledger; give the file in it") from cause
    except OSError as cause:
        raise NoLedger(f"{place.name}: can't be read ({cause.strerror}); check its permissions") from cause
    if head != HEADER:
        raise NoLedger(f"{place.name}: is no ledger but another kind of file; give another --ledger")


def _may_not_write(place: Place) -> bool:
    return place.path is not None and not os.access(place.path, os.W_OK)


class Upgrade(NamedTuple):
    """Whether there was anything to do, and the copy that was made first; none of a ledger on a server."""

    upgraded: bool
    before: Path | None


def upgrade_ledger(address: str) -> Upgrade:
    """Bring an older ledger to this program's schema."""
    place = place_of(address)
    _check_file(place)
    engine = engine_of(place)
    try:
        with translating(place), engine.connect() as connection:
            with connection.begin():
                found = schema_of(connection)
                if found is None or found > SCHEMA:
                    check_schema(connection, place)
            if found == SCHEMA:
                return Upgrade(False, None)
            backup = None if place.path is None else _copy_before(place, found or "")
            connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                take_turn(connection)
                upgrade_schema(connection)
        return Upgrade(True, backup)
    finally:
        engine.dispose()


def _copy_before(place: Place, schema: str) -> Path:
    moment = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    copy = Path(str(place.path)).with_name(f"{Path(str(place.path)).name}.schema-{schema}.{moment}")
    with closing(sqlite3.connect(str(place.path))) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy
