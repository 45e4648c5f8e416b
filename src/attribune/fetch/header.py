"""Headers' values: what may be sent, and what Content-Type says."""

from __future__ import annotations

from email.message import Message

LONGEST = 2_000  # characters


def is_sendable(value: str) -> bool:
    """Whether a header can carry the value: one line of Latin-1, not blank and not endless."""
    return 0 < len(value) <= LONGEST and value.isprintable() and max(value) <= "\xff" and value.strip() == value


def parse_media_type(value: str) -> tuple[str | None, str | None]:
    """Type and charset of a Content-Type in lower case, None where it does not say."""
    message = Message()
    message["Content-Type"] = " ".join(value.split())
    kind = message.get_content_type() if "/" in value else None
    return kind, message.get_content_charset() or None
