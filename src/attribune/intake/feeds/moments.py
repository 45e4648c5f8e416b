"""Dates that feeds and sitemaps write in ISO 8601."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from attribune.intake.about import parse_moment


def first_moment(texts: Iterable[object]) -> datetime | None:
    """The first of the texts that is a moment, in UTC; None where none is."""
    moments = (_moment(text) for text in texts if isinstance(text, str))
    return next(filter(None, moments), None)


def _moment(text: str) -> datetime | None:
    moment = parse_moment(text)
    try:
        return moment.astimezone(UTC) if moment else None
    except OverflowError:  # at the edge of the years
        return None
