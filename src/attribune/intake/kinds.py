"""What kind of input some bytes are: JSON Lines, JSON, a page, or plain text; told by their content."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from attribune.errors import NoArticle
from attribune.intake.streams import CHUNK

Kind = Literal["lines", "json", "page", "text"]
LINES_SUFFIXES = {".jsonl", ".ndjson"}
PROLOG = re.compile(rb"(?:\s+|<!--.{0,5000}?-->|<\?xml[^>]{0,500}>)*", re.DOTALL)
PAGE = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|article|section|main|div|header|h[1-6]|p|table|ul|ol|"
    rb"span|a|b|i|em|strong|blockquote|figure|center|font|br|img)\b)",
    re.IGNORECASE,
)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
XML = re.compile(rb"<[A-Za-z][\w:.-]*[\s>/]")
JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


def tell_kind(head: bytes, name: str) -> Kind:
    """The kind of the input that begins with ``head``; the name only decides where the content leaves it open.

    Raises :class:`NoArticle` for a feed and other XML.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _is_page(head):
        return "page"
    if _is_lines(head, name):
        return "lines"
    return "json" if JSON.match(head) else "text"


def begins_with_record(head: bytes) -> bool:
    """Whether a first line that is a whole object has come: JSON Lines, whatever follows."""
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return bool(end) and line.startswith(b"{") and _is_object(line)


def _is_page(head: bytes) -> bool:
    head = head.replace(b"\x00", b"")  # UTF-16, where tags and names are ASCII
    start = PROLOG.match(head)
    position = start.end() if start else 0
    if PAGE.match(head, position):
        return True
    if FEED.match(head, position):
        raise NoArticle("is a feed, not an article; give the articles that it names")
    if head.lstrip().startswith(b"<?xml") and XML.match(head, position):
        raise NoArticle("is XML, not a page; give the article's text or its HTML")
    return False


def _is_lines(head: bytes, name: str) -> bool:
    lines = [line for line in head.split(b"\n") if line.strip()]
    objects = [line for line in lines if line.lstrip().startswith(b"{")]
    if not objects:
        return False
    if _named_lines(name):
        return lines[0].strip() != b"{"
    whole = _is_object(lines[0]) or (len(lines) == 1 and len(head) >= CHUNK and JSON.match(lines[0]) is not None)
    return whole or _begin_alike(lines)


def _named_lines(name: str) -> bool:
    return not LINES_SUFFIXES.isdisjoint(PurePath(name.lower()).suffixes[-2:])


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _begin_alike(lines: Sequence[bytes]) -> bool:
    """Whether a first line that is broken is followed by lines that are whole objects."""
    return lines[0].startswith(b"{") and any(_is_object(line) for line in lines[1:3])
