"""Desks over ledgers that are there, and over new ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attribune.desk.desk import Desk
from attribune.ledger.opening import MEMORY, create_ledger


def open(address: str | Path, *, by: str | None = None, allow: Sequence[str] = ()) -> Desk:
    """The desk over the ledger in a file, on a server (``postgresql://...``), or in memory (``memory:``).

    ``by`` signs what is changed, the user's name unless it is given; ``allow`` are hosts and networks that may be
    fetched from though they are not public. Raises :class:`attribune.errors.LedgerError` where there is no ledger.
    """
    return Desk.open(address, by=by, allow=allow)


def create(address: str | Path, *, by: str | None = None) -> Desk:
    """Make an empty ledger in a new file or an empty database, and open it; ``memory:`` is one in memory."""
    if str(address) != MEMORY:
        create_ledger(str(address)).close()
    return Desk.open(address, by=by)
