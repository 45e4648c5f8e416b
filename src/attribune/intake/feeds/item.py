"""An item: one article, or one sitemap, that a feed or sitemap lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Item:
    """Where an article is, and what the list says of it; None where it does not.

    ``ref`` is the id that the feed gives it, ``outlet`` who published it where the list names that, and ``published``
    in UTC; of a plain sitemap it is when the page last changed.
    """

    url: str
    title: str | None = None
    published: datetime | None = None
    ref: str | None = None
    outlet: str | None = None
