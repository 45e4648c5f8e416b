"""What the tables' columns are made of."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Text

from attribune.ledger.sql.types import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Id = BigInteger().with_variant(Integer(), "sqlite")
Sha256 = String(64)


def number() -> Column[int]:
    """The database's number of a row."""
    return Column("id", Id, primary_key=True, autoincrement=False)


def moment(name: str, *, nullable: bool = False) -> Column[object]:
    """A time in UTC."""
    return Column(name, Moment, nullable=nullable)


def to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    """The number of a row of another table."""
    return Column(name, Id, ForeignKey(target), nullable=nullable)


def span() -> tuple[Column[int], Column[int], Column[str]]:
    """A place in the article's text, and its words."""
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), Column("text", Text)
