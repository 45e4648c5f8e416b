"""The audit log's table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from attribune.ledger.audit import START, AuditEntry
from attribune.ledger.sql.tables import audit

PAGE = 5_000  # entries at a time


def record(
    connection: Connection,
    *,
    recorded: datetime,
    by: str,
    change: tuple[str, str],
    detail: Mapping[str, Any],
    reason: str | None = None,
) -> AuditEntry:
    """Append one entry; ``change`` is what was done, and to what."""
    last = connection.execute(select(audit.c.number, audit.c.seal).order_by(audit.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.seal) if last else (1, START)
    open_entry = AuditEntry(number, recorded, by, *change, detail, reason, previous, "")
    entry = replace(open_entry, seal=open_entry.expected)
    row = {name: getattr(entry, name) for name in ("number", "by", "action", "subject", "reason", "previous", "seal")}
    connection.execute(insert(audit).values(**row, detail=dict(detail), recorded_at=recorded))
    return entry


def newest(connection: Connection) -> datetime | None:
    """The moment of the last entry."""
    return connection.scalar(select(audit.c.recorded_at).order_by(audit.c.number.desc()).limit(1))


def entries(connection: Connection) -> Iterator[AuditEntry]:
    """Every entry, oldest first."""
    last = 0
    while rows := connection.execute(
        select(audit).where(audit.c.number > last).order_by(audit.c.number).limit(PAGE)
    ).all():
        for row in rows:
            yield AuditEntry(
                row.number,
                row.recorded_at,
                row.by,
                row.action,
                row.subject,
                row.detail,
                row.reason,
                row.previous,
                row.seal,
            )
        last = rows[-1].number
