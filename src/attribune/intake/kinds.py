"""What kind of input some bytes are: a page, a table, mail, an archive and so on; told by their content first."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from attribune.errors import NoArticle
from attribune.intake.columns import is_plain_header
from attribune.intake.streams import CHUNK

Kind = Literal["lines", "json", "page", "text", "table", "parquet", "pdf", "message", "mailbox", "warc", "wacz"]
STARTS: tuple[tuple[bytes, Kind], ...] = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"WARC/", "warc"))
LINES_SUFFIXES = {".jsonl", ".ndjson"}
TABLE_SUFFIXES = {".csv", ".tsv"}
ZIP = b"PK\x03\x04"
ZIP_NAME = 30  # bytes before the first member's name
WACZ_NAME = re.compile(rb"archive/|datapackage(?:-digest)?\.json|indexes/|pages/")
PDF_WITHIN = 1_024  # bytes; readers of PDF look so far
PROLOG = re.compile(rb"(?:\s+|<!--.{0,5000}?-->|<\?xml[^>]{0,500}>)*", re.DOTALL)
PAGE = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|article|section|main|div|header|h[1-6]|p|table|ul|ol|"
    rb"span|a|b|i|em|strong|blockquote|figure|center|font|br|img)\b)",
    re.IGNORECASE,
)
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")
XML = re.compile(rb"<[A-Za-z][\w:.-]*[\s>/]")
JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
MAILBOX = re.compile(rb"From \S[^\r\n]{0,200}\d{2}:\d{2}[^\r\n]{0,60}\r?\n[\w-]{1,60}:")
HEADER = re.compile(rb"([A-Za-z][\w-]{0,60}):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
MACHINE = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"dkim-signature"}
HUMAN = {b"from", b"subject", b"date", b"to"}


def tell_kind(head: bytes, name: str) -> Kind:
    """The kind of the input that begins with ``head``; the name only decides where the content leaves it open.

    Raises :class:`NoArticle` for a feed and other XML.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    binary = _binary(head, name)
    if binary:
        return binary
    if _is_page(head):
        return "page"
    if _is_lines(head, name):
        return "lines"
    if JSON.match(head):
        return "json"
    return _mail(head, name) or ("table" if _is_table(head, name) else "text")


def begins_with_record(head: bytes) -> bool:
    """Whether a first line that is a whole object has come: JSON Lines, whatever follows."""
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return bool(end) and line.startswith(b"{") and _is_object(line)


def _binary(head: bytes, name: str) -> Kind | None:
    found = next((kind for start, kind in STARTS if head.startswith(start)), None)
    if found is None and _named(name, {".pdf"}) and b"%PDF-" in head[:PDF_WITHIN]:
        return "pdf"
    if head.startswith(ZIP) and (_named(name, {".wacz"}) or WACZ_NAME.match(head, ZIP_NAME)):
        return "wacz"
    return found


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
    if _named(name, LINES_SUFFIXES):
        return lines[0].strip() != b"{"
    whole = _is_object(lines[0]) or (len(lines) == 1 and len(head) >= CHUNK and JSON.match(lines[0]) is not None)
    return whole or _begin_alike(lines)


def _named(name: str, suffixes: set[str]) -> bool:
    return not suffixes.isdisjoint(PurePath(name.lower()).suffixes[-2:])


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _begin_alike(lines: Sequence[bytes]) -> bool:
    """Whether a first line that is broken is followed by lines that are whole objects."""
    return lines[0].startswith(b"{") and any(_is_object(line) for line in lines[1:3])


def _mail(head: bytes, name: str) -> Kind | None:
    """Mail begins with its headers: some that only programs write, or two that people know where the name says mail."""
    if MAILBOX.match(head):
        return "mailbox"
    names, position = set(), 0
    while header := HEADER.match(head, position):
        names.add(header.group(1).lower())
        position = header.end()
    known, named = names & (HUMAN | MACHINE), _named(name, {".eml"})
    if not names & HUMAN or len(known) < (2 if named else 3) or not (named or names & MACHINE):
        return None
    return "message"


def _is_table(head: bytes, name: str) -> bool:
    """Whether it is named so, or begins with a line of names of columns."""
    return bool(head.strip()) and (_named(name, TABLE_SUFFIXES) or is_plain_header(head))
