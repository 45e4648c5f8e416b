"""The feeds that a ledger follows, and the searches that it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ItemStatus = Literal["new", "added", "known", "failed", "gone"]
AlertKind = Literal["line", "desktop", "webhook"]
STANDS = ("url", "title", "outlet", "etag", "modified", "polled", "due", "failures", "problem")  # how a feed stands


@dataclass(frozen=True)
class Followed:
    """A feed or sitemap that is polled; ``etag`` and ``modified`` are echoed as the server sent them.

    ``due`` is when it may be asked again, ``failures`` how often in a row it failed, ``problem`` how.
    """

    id: int
    url: str
    added: datetime
    title: str | None = None
    outlet: str | None = None
    etag: str | None = None
    modified: str | None = None
    polled: datetime | None = None
    due: datetime | None = None
    failures: int = 0
    problem: str | None = None
    removed: datetime | None = None


@dataclass(frozen=True)
class Item:
    """An address that a feed named: its state, how often it was tried, and what was wrong."""

    feed: int
    url: str
    seen: datetime
    title: str | None = None
    published: datetime | None = None
    status: ItemStatus = "new"
    tries: int = 0
    due: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True)
class SavedSearch:
    """A search that is run at each poll; it tells of lines with an id above ``last``."""

    id: int
    name: str
    query: str
    like: str | None
    alert: AlertKind
    target: str | None
    last: int
    added: datetime
    removed: datetime | None = None
