"""Places of ledgers, and engines to them: SQLite with a journal that lets readers read, or PostgreSQL."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from attribune.errors import MissingExtra, UsageError
from attribune.ledger.sql.types import dumps

PATIENCE = 120  # seconds to wait for others who write
CACHE = 64_000  # KiB of pages that SQLite keeps in memory
MAPPED = 1 << 28  # bytes of the file that SQLite reads without copying
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
POSTGRES = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://", re.IGNORECASE)
SECRET = re.compile(r"\b((?:ssl)?password|passfile)=[^&]*", re.IGNORECASE)  # among a URL's options


@dataclass(frozen=True)
class Place:
    """Where a ledger is kept: a file, or a database on a server."""

    url: URL
    path: Path | None  # of the file; None for a server

    @property
    def name(self) -> str:
        """What messages call it; never with a password, nor with the file that holds one."""
        return str(self.path) if self.path else SECRET.sub(r"\1=***", self.url.render_as_string(hide_password=True))


def place_of(address: str) -> Place:
    """The place behind a path or URL; :class:`UsageError` for a URL that no ledger can have."""
    if POSTGRES.match(address):
        try:
            return Place(make_url(POSTGRES.sub("postgresql+psycopg://", address)), None)
        except (ArgumentError, ValueError) as cause:
            raise UsageError("the ledger's URL is broken; give postgresql://USER@HOST/DATABASE") from cause
    path = re.sub(r"^sqlite:///", "", address, flags=re.IGNORECASE)
    if path == "memory:":
        raise UsageError("a ledger in memory is forgotten at the end; give a file or postgresql://...")
    if SCHEME.match(path) or not path:
        scheme = path.partition("://")[0]
        raise UsageError(f"a ledger can't be kept at {scheme or 'an empty path'}: give a file or postgresql://...")
    return Place(URL.create("sqlite+pysqlite", database=path), Path(path))


def engine_of(place: Place, *, read_only: bool = False) -> Engine:
    """An engine; nothing is opened before it is used."""
    if place.path is None:
        return _postgres(place)
    return _sqlite(place, read_only=read_only)


def _postgres(place: Place) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as cause:
        raise MissingExtra("a ledger on PostgreSQL needs psycopg: pip install 'attribune[postgres]'") from cause
    return create_engine(place.url, json_serializer=dumps, pool_pre_ping=True, connect_args={"connect_timeout": 10})


def _sqlite(place: Place, *, read_only: bool) -> Engine:
    path = Path(str(place.path)).absolute()
    uri = f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)

    # Without a pool that is named, SQLAlchemy takes this for a database in memory, and closes connections in use.
    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, json_serializer=dumps, poolclass=QueuePool, max_overflow=-1
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys = ON",
        "synchronous = FULL",  # what was said to be kept is on the disk
        f"cache_size = -{CACHE}",
        f"mmap_size = {MAPPED}",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
