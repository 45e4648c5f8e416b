"""Addresses that are kept are checked before: none of them may hold a password."""

from __future__ import annotations

import re

from attribune.errors import Refused, UsageError
from attribune.intake import ADDRESS


def check_address(text: str, noun: str) -> None:
    """Raises :class:`UsageError` for what could not be asked; nothing that may be a password is in its message."""
    from attribune.fetch.address import parse_address

    if _holds_a_user(text):
        raise UsageError(f"the address of {noun} holds a user name or password; give it without")
    if not ADDRESS.match(text):
        shown = "this" if "@" in text else f"{text}:"
        raise UsageError(f"{shown} is no address of {noun}; give one that begins with https://")
    try:
        parse_address(text)
    except Refused as error:
        if "@" in text:  # perhaps behind a password that no parser takes for one
            raise UsageError(f"this is no address of {noun}; give one such as https://example.org/news") from None
        raise UsageError(f"this is no address of {noun}: {error}") from error


def _holds_a_user(text: str) -> bool:
    """Whether there is a name before the host; behind it, an @ may stand in a path."""
    rest = text.partition("://")[2] or text
    return "@" in re.split(r"[/?#\\]", rest, maxsplit=1)[0]
