"""WACZ, a web archive zipped with its index, to captures; nothing is unpacked to the disk."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from attribune.capture import Capture
from attribune.errors import InputError, NoArticle, TooLarge, Unreadable
from attribune.intake.failure import Failure, printable
from attribune.intake.opened import Opened
from attribune.intake.streams import read_chunks
from attribune.intake.warc import find_records

ARCHIVE = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
MOST_ENTRIES = 10_000
MOST_INDEX = 8_000_000  # bytes of the list of entries, which is read before they can be counted
TAIL = 66_000  # bytes at a zip's end among which it says how long that list is
END, END64 = b"PK\x05\x06", b"PK\x06\x06"
IN_END64 = 0xFFFFFFFF  # what the older field says where the newer one counts
ENCRYPTED = 0x1


def find_archived(opened: Opened) -> Iterator[Capture | Failure]:
    """A capture for each page in the archives of a WACZ, and a failure for each part that is damaged.

    Raises :class:`TooLarge` for a zip bomb and :class:`Unreadable` for a zip that is damaged.
    """
    stream = opened.rewound()
    size = _checked_size(stream)
    try:
        with ZipFile(stream) as packed:
            for entry in _archives(packed, size, opened):
                yield from _captures(packed, entry, opened)
    except (BadZipFile, NotImplementedError, struct.error) as cause:
        raise Unreadable(f"is a damaged ZIP archive ({cause}); fetch it again") from cause


def _checked_size(stream: BinaryIO) -> int:
    """How many bytes the file has; :class:`TooLarge` where its list of entries is longer than any WACZ's."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    tail = stream.read(TAIL)
    lengths = [_number(tail, END, 12, "<I"), _number(tail, END64, 40, "<Q")]
    if any(length > MOST_INDEX and length != IN_END64 for length in lengths):
        raise TooLarge(f"is a ZIP archive of more than {MOST_ENTRIES:,} files; give its archives of pages themselves")
    return size


def _number(tail: bytes, mark: bytes, offset: int, form: str) -> int:
    place = tail.rfind(mark) + offset
    enough = mark in tail and place + struct.calcsize(form) <= len(tail)
    return int(struct.unpack_from(form, tail, place)[0]) if enough else 0


def _archives(packed: ZipFile, size: int, opened: Opened) -> list[ZipInfo]:
    entries = packed.infolist()
    shrunk, grown = sum(entry.compress_size for entry in entries), sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or shrunk > size or grown > max(opened.limits.bytes, opened.limits.ratio * size):
        raise TooLarge(
            f"is a ZIP archive of more than {MOST_ENTRIES:,} files, or grows over {opened.limits.ratio} times; "
            "give its archives of pages themselves"
        )
    found = [entry for entry in entries if ARCHIVE.fullmatch(entry.filename)]
    if not found:
        raise NoArticle("is a ZIP archive without archive/*.warc; unpack it and give the articles in it")
    return found


def _captures(packed: ZipFile, entry: ZipInfo, opened: Opened) -> Iterator[Capture | Failure]:
    """The captures of one archive in it; one that is damaged does not stop the others."""
    name = f"{opened.name}/{printable(entry.filename)}"
    try:
        if entry.flag_bits & ENCRYPTED:
            raise Unreadable("is locked with a password; unpack it and give the archive in it")
        with packed.open(entry) as stream:
            chunks = read_chunks(stream, opened.limits)  # type: ignore[arg-type]
            yield from find_records(replace(opened, chunks=_bounded(chunks, entry, opened), name=name))
    except InputError as error:
        yield Failure(name, error)
    except (BadZipFile, OSError, EOFError, zlib.error) as cause:
        yield Failure(name, Unreadable(f"is damaged ({cause}); fetch the archive again"))


def _bounded(chunks: Iterator[bytes], entry: ZipInfo, opened: Opened) -> Iterator[bytes]:
    """The chunks, refused where they are more than a page archive of that size can have."""
    most = max(opened.limits.bytes, opened.limits.ratio * entry.compress_size)
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise TooLarge(f"grows over {opened.limits.ratio} times when decompressed; give its pages")
        yield chunk
