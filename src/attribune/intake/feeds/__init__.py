"""Feeds and sitemaps: what a site lists of its articles. The only home of feedparser."""

from __future__ import annotations

from attribune.intake.feeds.discovery import find_feeds
from attribune.intake.feeds.feed import Feed
from attribune.intake.feeds.item import Item
from attribune.intake.feeds.reading import read_feed

__all__ = ["Feed", "Item", "find_feeds", "read_feed"]
