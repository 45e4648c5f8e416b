"""Web addresses: which site they are on, and which of those that a page calls its own is to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urljoin, urlsplit

SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "go", "gov", "gob", "ne", "net", "nom", "or", "org", "gv", "mil"})
NUMERIC = re.compile(r"[\d.]+|.*:.*")  # IP addresses, which have no site above them


def is_address(url: str) -> bool:
    """Whether it is a whole address of the web."""
    parts = _parts(url)
    return parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)


def host_of(url: str | None) -> str | None:
    """The host's name without ``www.``."""
    parts = _parts(url) if url else None
    return ((parts.hostname or "").removeprefix("www.") or None) if parts else None


def own_address(address: str, claimed: Iterable[str]) -> str:
    """The first address that a page claims on the site where it was captured; else where it was captured.

    The site's front page is not believed to be an article's address: some programs write that on every page.
    """
    for claim in claimed:
        url = _joined(address, claim)
        if url is not None and is_address(url) and same_site(url, address) and (_inner(url) or not _inner(address)):
            return url
    return address


def same_site(url: str, other: str) -> bool:
    """Whether two addresses belong to one site, say ``www.post.example`` and ``m.post.example``."""
    one, two = host_of(url), host_of(other)
    return one is not None and two is not None and _site(one) == _site(two)


def _parts(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _joined(address: str, claim: str) -> str | None:
    try:
        return urljoin(address, claim)
    except ValueError:
        return None


def _inner(url: str) -> bool:
    """Whether the address is one within its site."""
    parts = _parts(url)
    return parts is not None and (parts.path.strip("/") != "" or parts.query != "")


def _site(host: str) -> str:
    """The name that was registered, as near as can be told without a list of all: two labels, or three under co.uk."""
    if NUMERIC.fullmatch(host):
        return host
    labels = host.rstrip(".").split(".")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3 if country else -2 :])
