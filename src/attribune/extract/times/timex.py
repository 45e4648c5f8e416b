"""The time expression, as TIMEX3 writes it, and as the days that it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from attribune.article import Span
from attribune.statement import Granularity

Kind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True)
class Timex:
    """Words that tell when, how long or how often; ``span`` is of the article's text.

    ``value`` is that of TIMEX3 in ISO-TimeML: "1998-08-07", "1998-W32", "P3D", "PRESENT_REF", "XXXX-WXX-5" where
    nothing anchors a Friday. ``start`` and ``end`` are a half-open range of days, both None where the words or
    the article don't tell it; ``granularity`` is how exactly they do.
    """

    span: Span
    kind: Kind
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity | None = None
