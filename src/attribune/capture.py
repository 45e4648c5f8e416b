"""The capture: raw bytes that an article was read from, with what is needed to read them again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

CaptureKind = Literal["text", "page", "record", "pdf", "message"]


@dataclass(frozen=True)
class Capture:
    """Raw bytes of one article: of its file, its line of JSON, its page or its mail.

    ``name`` is what messages call it. ``file`` is the path that was given, ``url`` the address it was captured from,
    ``charset`` what HTTP said of its encoding. ``captured`` is when it was fetched, None where that is not known.
    ``part`` names the piece of a file that holds many, where the piece has a name that lasts (a message's id).
    """

    data: bytes
    kind: CaptureKind
    name: str
    file: str | None = None
    url: str | None = None
    charset: str | None = None
    captured: datetime | None = None
    part: str | None = None

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
