"""A feed: what was listed at one address, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from attribune.intake.feeds.item import Item

Kind = Literal["feed", "sitemap", "index"]


@dataclass(frozen=True)
class Feed:
    """The items of a feed or sitemap; those of an ``index`` are sitemaps themselves."""

    kind: Kind
    title: str | None
    items: tuple[Item, ...]
