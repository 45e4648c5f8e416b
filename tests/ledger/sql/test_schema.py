"""The schema: one in the migrations and in the program, made, checked and brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from attribune.errors import LedgerError, NewerLedger
from attribune.ledger.opening import open_ledger, upgrade_ledger
from attribune.ledger.sql.engine import engine_of, place_of
from attribune.ledger.sql.ledger import SqlLedger
from attribune.ledger.sql.schema import schema_of, upgrade_schema
from attribune.ledger.sql.tables import SCHEMA, metadata
from tests.ledger.build import DAM, a_report, filed, found


def test_the_migrations_make_the_tables_that_the_program_knows(stored: SqlLedger) -> None:
    def is_ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
        return kind != "table" or not str(name).startswith(("search", "alembic_version"))

    with stored.engine.connect() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_schema_of_the_program(stored: SqlLedger) -> None:
    with stored.engine.connect() as connection, connection.begin():
        assert schema_of(connection) == SCHEMA


def set_schema(address: str, schema: str) -> None:
    engine = engine_of(place_of(address))
    with engine.connect() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = :schema"), {"schema": schema})
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Where an empty ledger is."""
    return str(
        request.getfixturevalue("file") if request.param == "sqlite" else request.getfixturevalue("new_database")()
    )


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A ledger of the first schema."""
    path = tmp_path / "older.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    engine = engine_of(place_of(str(path)))
    with engine.connect() as connection, connection.begin():
        upgrade_schema(connection, "0001")
    engine.dispose()
    return path


@pytest.mark.parametrize("opening", [open_ledger, upgrade_ledger])
def test_a_newer_schema_is_refused(address: str, opening: Callable[[str], object]) -> None:
    set_schema(address, "9999")
    with pytest.raises(NewerLedger, match=r"schema 9999.*update this one"):
        opening(address)


def test_an_older_schema_is_refused_until_it_is_brought_up_to_date(older: Path) -> None:
    with pytest.raises(LedgerError, match=r"schema 0001.*run attribune upgrade"):
        open_ledger(str(older))


def test_an_older_ledger_is_brought_up_to_date_with_a_backup_beside_it(older: Path) -> None:
    with closing(SqlLedger(place_of(str(older)), engine_of(place_of(str(older))))) as ledger:
        lines = list(filed(ledger, a_report(DAM))[0].lines)
    upgraded, backup = upgrade_ledger(str(older))
    with closing(open_ledger(str(older))) as ledger:
        assert found(ledger, "dam") == lines
    assert upgraded
    assert backup is not None
    assert backup.parent == older.parent
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT count(*) FROM statements").fetchone() == (1,)


def test_an_older_ledger_on_a_server_is_brought_up_to_date(new_database: Callable[..., str]) -> None:
    address = new_database(bare=True)
    engine = engine_of(place_of(address))
    with engine.connect() as connection, connection.begin():
        upgrade_schema(connection, "0001")
    engine.dispose()
    assert upgrade_ledger(address) == (True, None)
    with closing(open_ledger(address)) as ledger:
        assert found(ledger, "*") == []


def test_a_ledger_that_is_up_to_date_is_left_alone(address: str) -> None:
    assert upgrade_ledger(address) == (False, None)


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("CREATE VIEW figures_flat AS SELECT 1")
    with pytest.raises(LedgerError, match="figures_flat"):
        upgrade_ledger(str(older))
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'statements_flat'").fetchone() == (
            0,
        )
