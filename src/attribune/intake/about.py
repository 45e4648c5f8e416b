"""What is known about an article besides its text, and the dates in which it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_.@-]*)?")
EARLIEST = 1600  # year; before it there were no newspapers, and 0001 is how some programs write "none"
SHORT_TAGS = {"eng": "en"}  # the only ISO 639-2 code that matters here: English goes on, others are named


@dataclass(frozen=True)
class About:
    """An article's title, outlet, date and so on, as the input gives them; None where it does not.

    ``ref`` is the id that the input gave the article, ``metadata`` every further thing it said.
    """

    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    url: str | None = None
    language: str | None = None
    file: str | None = None
    ref: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict, hash=False)


UNKNOWN = About()


def parse_moment(text: str) -> datetime | None:
    """An ISO 8601 date or time, UTC where it names no zone; None where it is neither."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.year < EARLIEST:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse_language(text: str) -> str | None:
    """The language code of a tag such as ``en-GB`` or ``pt_BR``, in lower case; None for other words."""
    tag = LANGUAGE_TAG.fullmatch(text.strip())
    return SHORT_TAGS.get(tag.group(1).lower(), tag.group(1).lower()) if tag else None
