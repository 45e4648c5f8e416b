"""What was fetched: a page's or feed's bytes, and what the site said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Fetched:
    """The answer to one request, decompressed.

    ``asked`` is the address as it was given and ``url`` the one that answered; ``moved_to`` is that same address where
    every redirect on the way was permanent, so that it should be asked from now on. ``status`` is 200, or 304 where
    nothing changed since ``etag`` or ``last_modified``, and the body then empty. ``etag`` and ``last_modified`` are to
    be given back letter for letter. ``fetched`` is in UTC.
    """

    url: str
    asked: str
    status: int
    body: bytes
    media_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None
    moved_to: str | None
    fetched: datetime
