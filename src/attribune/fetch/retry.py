"""Retry-After: until when a site wants to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

TOO_MANY, UNAVAILABLE = 429, 503
DIGITS = 9  # of seconds; more is no waiting time


def retry_at(value: str | None, now: datetime, longest: float) -> datetime | None:
    """The moment that the header names in seconds or as an HTTP date, not later than ``longest`` seconds from now."""
    text = (value or "").strip()
    moment = _after_seconds(text, now) if text.isascii() and text.isdigit() else _date(text)
    if moment is None:
        return None
    return max(now, min(moment, now + timedelta(seconds=longest)))


def _after_seconds(text: str, now: datetime) -> datetime:
    return now + timedelta(seconds=int(text[:DIGITS]))


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
