"""How much of a feed is read."""

from __future__ import annotations

from attribune.intake.limits import Limits

BYTES = Limits(bytes=52_428_800)  # what the sitemaps' protocol allows, unpacked
FEED_CHARACTERS = 5_000_000
FEED_TAGS = 200_000  # feedparser takes 30 µs for each
TAG_ATTRIBUTES = 100  # feedparser's time grows with their square: 6 s for 16,000
NAMESPACES = 5_000  # declared, again and again in some feeds; their square counts as well
SITEMAP_ELEMENTS = 1_000_000
FEED_ITEMS, SITEMAP_ITEMS = 10_000, 50_000
