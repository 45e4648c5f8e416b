"""Migrations of the ledger's schema, run by Alembic from :mod:`attribune.ledger.sql.schema`."""
