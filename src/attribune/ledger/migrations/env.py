"""Alembic asks for this file; migrations are run by :func:`attribune.ledger.sql.schema.upgrade_schema`."""
