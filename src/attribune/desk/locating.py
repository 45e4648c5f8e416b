"""Locators: where an article is found, so that what is found there later is its next version."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from attribune.article import Article
from attribune.capture import Capture

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid")
PORTS = {"http": ":80", "https": ":443"}
HASH = 16  # hexadecimal digits of a text's hash that tell apart what has no other name


def place_of(capture: Capture) -> str:
    """Where the same bytes are looked for again: the address, or the file by its whole path."""
    return capture.url or (_whole(capture.file) if capture.file else capture.name)


def locator_of(capture: Capture, article: Article) -> str:
    """What all versions of the article share: its address, else its file with the input's id, else its file alone.

    Pieces of a file that have neither an address nor an id are told apart by their texts and outlets: of them there is
    no next version.
    """
    url = capture.url if article.url is None or _is_front(article.url) else article.url
    if url and not (_is_front(url) and capture.file):
        return plain_address(url)
    place = place_of(capture)
    if capture.kind == "record":
        outlet = f" {article.outlet}" if article.outlet else ""
        return f"{place}#{article.ref or article.id[:HASH] + outlet}"
    if capture.part or capture.file is None:
        return f"{place}#{capture.part or article.id[:HASH]}"
    return place


def plain_address(url: str) -> str:
    """The address without its fragment and without parameters that only say where the visitor came from."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.lower().removesuffix(PORTS.get(parts.scheme.lower(), "\0"))
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", urlencode(asked), ""))


def _is_tracking(name: str) -> bool:
    return name.lower().startswith(TRACKING)


def _is_front(url: str) -> bool:
    """Whether the address is a site's front page, which some programs write on every page of it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return not parts.path.strip("/") and not parts.query


def _whole(path: str) -> str:
    return Path(path).absolute().as_posix()
