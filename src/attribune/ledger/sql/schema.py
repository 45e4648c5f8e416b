"""The schema: made, checked, and brought up to date by Alembic."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Connection, inspect, text

from attribune.errors import LedgerError, NewerLedger, NoLedger
from attribune.ledger.sql.engine import Place
from attribune.ledger.sql.tables import SCHEMA

VERSION = text("SELECT version_num FROM alembic_version")
ALEMBIC = Lock()  # its operations are those of one connection at a time in the whole process


def schema_of(connection: Connection) -> str | None:
    """The revision that a database is at; None where it is no ledger."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(VERSION)
    return None if found is None else str(found)


def check_schema(connection: Connection, place: Place) -> None:
    """Raises :class:`LedgerError` where the database is no ledger, or not of this program's schema."""
    found = schema_of(connection)
    if found is None:
        raise NoLedger(f"{place.name}: is no ledger; make one with attribune init, or give another --ledger")
    if found == SCHEMA:
        return
    if found > SCHEMA:
        raise NewerLedger(f"{place.name}: was made by a newer Attribune (schema {found}); update this one")
    raise LedgerError(f"{place.name}: was made by an older Attribune (schema {found}); run attribune upgrade")


def upgrade_schema(connection: Connection, target: str = "head") -> None:
    """Run the migrations that are missing, in the connection's transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "attribune.ledger:migrations")
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: object, _context: object) -> object:
        return scripts._upgrade_revs(target, revision)  # type: ignore[arg-type]

    with ALEMBIC, EnvironmentContext(config, scripts, fn=steps) as environment:
        environment.configure(connection=connection, transaction_per_migration=False)
        environment.run_migrations()
