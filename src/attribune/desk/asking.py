"""Who asks, and of which moment."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from attribune.errors import UsageError


def whoami() -> str:
    """The name of the user, as it stands in the audit log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def utc(moment: datetime | None) -> datetime | None:
    """A moment with its zone, UTC where it names none; :class:`UsageError` for what is no moment."""
    if moment is not None and not isinstance(moment, datetime):
        raise UsageError(f"{moment!r} is no moment; give a datetime, such as datetime(2031, 3, 1)")
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
