"""Web archives (WARC) to captures: the pages, texts and PDFs that were answered, a record at a time.

Records are cut apart here, so that one that is damaged costs no other; FastWARC, whose only home this is, takes each
apart: its HTTP headers, chunks and compression.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from attribune.capture import Capture, CaptureKind
from attribune.errors import InputError, TooLarge, Unreadable
from attribune.intake.about import parse_moment
from attribune.intake.address import is_address
from attribune.intake.capture import page_kind
from attribune.intake.failure import Failure
from attribune.intake.limits import Limits
from attribune.intake.opened import Opened

READ = ("response", "resource")
TYPES = {"text/html", "application/xhtml+xml", "text/plain", "application/pdf"}
ERRANDS = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms|llms-full)\.txt|/\.well-known/.*")  # for programs
START = re.compile(rb"WARC/\d\.\d\r?\n")
NEXT = re.compile(rb"(?<=\n)WARC/\d\.\d\r?\n")
LONGEST_START = 16  # bytes in which a record's first line and what is before it are
LONGEST_HEAD = 65_536  # bytes of a record's own headers
HEAD_END = re.compile(rb"\r?\n\r?\n")
FIELD = re.compile(rb"^([\w-]+):[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
LENGTH = re.compile(r"[0-9]{1,15}")
DIGESTS = ("sha1", "sha256", "md5")
OK = 200
MOST_DAMAGED = 1_000  # places; each takes a look at what follows it


class Record(NamedTuple):
    """One record: its headers with their names in lower case, its head and its block as they are."""

    headers: Mapping[str, str]
    head: bytes
    block: bytes

    @property
    def type(self) -> str:
        """Response, resource, request and so on."""
        return self.headers.get("warc-type", "").lower()


class Answer(NamedTuple):
    """What a server said: its body, decompressed, and what it calls that."""

    body: bytes
    type: str
    charset: str | None


class _Feed:
    """Bytes that come in chunks, of which only what is looked at is in memory.

    Where they break off with an error, it waits in ``broken`` until what came before is read.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.held = bytearray()
        self.broken: Exception | None = None

    def fill(self, size: int) -> bool:
        """Holds that many bytes, if there are so many."""
        while len(self.held) < size and (chunk := self._next()):
            self.held += chunk
        return len(self.held) >= size

    def _next(self) -> bytes:
        """The next chunk that holds something, b"" at the end."""
        try:
            return next((chunk for chunk in self.chunks if chunk), b"")
        except Exception as cause:  # noqa: BLE001  (raised again by who reads to the end)
            self.chunks, self.broken = iter(()), cause
            return b""

    def drop(self, size: int) -> int:
        """Passes over bytes, and says how many there were."""
        left = size
        while left > len(self.held):
            left -= len(self.held)
            self.held.clear()
            if not self.fill(1):
                return size - left
        del self.held[:left]
        return size

    def take(self, size: int) -> bytes:
        """The next bytes, fewer where they end."""
        self.fill(size)
        taken = bytes(self.held[:size])
        del self.held[:size]
        return taken


def find_records(opened: Opened) -> Iterator[Capture | Failure]:
    """A capture for each page, text or PDF in the archive, and a failure for each record that is damaged."""
    for number, record in enumerate(cut_records(opened.chunks, opened.limits), start=1):
        place = f" record {number}"
        try:
            if isinstance(record, InputError):
                raise record
            if record.type in READ and (capture := _capture(record, opened, place)):
                yield capture
        except InputError as error:
            yield Failure(f"{opened.name}{place}", error)


def cut_records(chunks: Iterator[bytes], limits: Limits) -> Iterator[Record | InputError]:
    """The archive's records, and an error for each damaged place; what follows it is read where a record begins."""
    feed = _Feed(chunks)
    damaged = 0
    while _at_content(feed):
        head = _head(feed)
        if head is None and feed.broken:
            break
        damaged += head is None
        if damaged > MOST_DAMAGED:
            raise Unreadable(f"is damaged in more than {MOST_DAMAGED:,} places; fetch the archive again")
        if head is None:
            yield Unreadable("is damaged; what follows it is read from the next record on")
            _skip_to_record(feed)
        else:
            yield from _whole(feed, head, limits)
    if feed.broken:
        raise feed.broken


def _at_content(feed: _Feed) -> bool:
    """Passes over the empty lines between records; false at the archive's end."""
    while feed.fill(1):
        if feed.held[0] not in b"\r\n":
            return True
        feed.drop(1)
    return False


def _head(feed: _Feed) -> bytes | None:
    """The head of the record that begins here, which is taken; None where none does."""
    feed.fill(LONGEST_HEAD)
    end = HEAD_END.search(feed.held, 0, LONGEST_HEAD)
    return feed.take(end.end()) if end and START.match(feed.held) else None


def _skip_to_record(feed: _Feed) -> None:
    """Passes over everything before the next line that begins a record."""
    feed.drop(1)
    while feed.fill(LONGEST_START):
        found = NEXT.search(feed.held)
        if found:
            feed.drop(found.start())
            return
        feed.drop(len(feed.held) - LONGEST_START + 1)
    feed.drop(len(feed.held))


def _whole(feed: _Feed, head: bytes, limits: Limits) -> Iterator[Record | InputError]:
    """The record with that head, or what is wrong with it; nothing for a large one that would not be read anyway."""
    headers = {name.decode().lower(): value.decode("utf-8", "replace") for name, value in FIELD.findall(head)}
    length = headers.get("content-length", "")
    if not LENGTH.fullmatch(length):
        yield Unreadable("has no length; what follows it is read from the next record on")
        _skip_to_record(feed)
        return
    size = int(length)
    small = size <= limits.bytes
    block = feed.take(size) if small else b""
    if (len(block) if small else feed.drop(size)) < size:
        yield from [] if feed.broken else [Unreadable("ends too early; fetch the archive again")]
    elif small:
        yield Record(headers, head, block)
    elif headers.get("warc-type", "").lower() in READ:
        yield TooLarge(f"holds more than {limits.megabytes}; give the page itself")


def _capture(record: Record, opened: Opened, place: str) -> Capture | None:
    """The page, text or PDF in a record; None where it is something else."""
    url = record.headers.get("warc-target-uri", "").strip("<>")
    if not is_address(url) or ERRANDS.fullmatch(urlsplit(url).path):
        return None
    _check_digest(record)
    answer = _answer(record, opened.limits)
    kind = _kind(answer, url) if answer else None
    if answer is None or kind is None:
        return None
    return replace(
        opened.capture(answer.body, kind, place),
        url=url,
        charset=answer.charset,
        captured=parse_moment(record.headers.get("warc-date", "")),
        part=record.headers.get("warc-record-id", "").strip("<>") or None,
    )


def _kind(answer: Answer, url: str) -> CaptureKind | None:
    """What kind of text it is, by its content; None for the feeds, data and pictures that have wrong names."""
    if answer.type and answer.type not in TYPES:
        return None
    try:
        return page_kind(answer.body, url)
    except InputError:
        return None


def _check_digest(record: Record) -> None:
    name, _, digest = record.headers.get("warc-block-digest", "").partition(":")
    if name.lower() not in DIGESTS:
        return
    found = hashlib.new(name.lower(), record.block, usedforsecurity=False)
    if digest.lower() not in (found.hexdigest(), base64.b32encode(found.digest()).decode().rstrip("=").lower()):
        raise Unreadable("does not match its own digest, so it was damaged or changed; fetch the archive again")


def _answer(record: Record, limits: Limits) -> Answer | None:
    """What a record's server said, None where that is no full answer.

    Raises :class:`Unreadable` where it can't be unpacked and :class:`TooLarge` where it is over the limit.
    """
    if record.type == "resource":
        return Answer(record.block, _bare(record.headers.get("content-type", "")), None)
    from fastwarc.warc import ArchiveIterator

    whole = io.BytesIO(b"%s%s\r\n\r\n" % (record.head, record.block))
    try:
        found = next(iter(ArchiveIterator(whole, parse_http=True, auto_decode="all")), None)
        if found is None or found.http_headers is None or found.http_headers.status_code != OK:
            return None
        body = found.reader.read(limits.bytes + 1)
        answer = Answer(body, _bare(found.http_content_type or ""), found.http_charset)
    except (OSError, ValueError, RuntimeError, EOFError) as cause:
        raise Unreadable(f"holds an answer that can't be unpacked ({cause}); fetch the page again") from cause
    if len(body) > limits.bytes:
        raise TooLarge(f"holds more than {limits.megabytes}; give the page itself")
    return answer


def _bare(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
