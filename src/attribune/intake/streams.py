"""Streams of bytes in chunks: decompressed, cut into lines, and never more in memory than the limits allow."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from attribune.errors import InputError, TooLarge, Unreadable
from attribune.intake.limits import Limits

CHUNK = 65_536
GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's way to ask for a gzip header


def read_chunks(stream: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """The stream's bytes as they come, decompressed where they are gzip."""
    read = getattr(stream, "read1", stream.read)  # read waits for a whole chunk, where a pipe is slow
    chunks = iter(lambda: read(CHUNK), b"")
    first = next(chunks, b"")
    if len(first) < len(GZIP):
        first += next(chunks, b"")
    whole = chain([first], chunks)
    return _inflated(whole, limits) if first.startswith(GZIP) else whole


def _inflated(chunks: Iterator[bytes], limits: Limits) -> Iterator[bytes]:
    """The bytes of one or more gzip members; refused where they grow as only a bomb does, or are damaged."""
    packed = unpacked = 0
    inflater = zlib.decompressobj(GZIP_WINDOW)
    for chunk in chunks:
        packed += len(chunk)
        rest, part = chunk, b""
        while rest or (len(part) == CHUNK and not inflater.eof):
            if inflater.eof:
                inflater, rest = zlib.decompressobj(GZIP_WINDOW), rest.lstrip(b"\0")
            part = _inflate(inflater, rest)
            unpacked += len(part)
            if unpacked > max(limits.bytes, limits.ratio * packed):
                raise TooLarge(f"grows over {limits.ratio} times when decompressed; unpack it and give its articles")
            yield part
            rest = inflater.unused_data.lstrip(b"\0") if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise Unreadable("is gzip that ends too early; fetch the file again")


def _inflate(inflater: zlib._Decompress, data: bytes) -> bytes:
    try:
        return inflater.decompress(data, CHUNK)
    except zlib.error as cause:
        raise Unreadable(f"is damaged gzip ({cause}); fetch the file again") from cause


class ChunkStream(io.RawIOBase):
    """Chunks of bytes as a file that can be read once, from its start to its end."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer with what comes next; 0 at the end."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def take(chunks: Iterator[bytes], limits: Limits) -> bytes:
    """All bytes of the chunks; :class:`TooLarge` where they are more than one file may hold."""
    taken = bytearray()
    for chunk in chunks:
        taken += chunk
        if len(taken) > limits.bytes:
            raise TooLarge(
                f"holds more than {limits.megabytes}; split it into articles, one file or one JSON line each"
            )
    return bytes(taken)


def take_head(chunks: Iterator[bytes], enough: Callable[[bytes], bool]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, until they are enough or a chunk's worth, and all of the chunks again.

    Where the chunks break off behind the first of them, that error comes when they are read again.
    """
    head, rest = b"", chunks
    try:
        while len(head) < CHUNK and not enough(head) and (chunk := next(chunks, None)) is not None:
            head += chunk
    except InputError as error:
        if not head:
            raise
        rest = _broken(error)
    return head, chain([head], rest)


def _broken(error: InputError) -> Iterator[bytes]:
    yield from ()
    raise error


def cut_lines(chunks: Iterator[bytes], longest: int) -> Iterator[bytes | None]:
    """The lines without their ends; None for one that is longer than ``longest`` bytes."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            yield b"".join([*parts, piece]) if size + len(piece) <= longest else None
            parts, size = [], 0
        size += len(rest)
        parts = [*parts, rest] if size <= longest else []
    if size:
        yield b"".join(parts) if size <= longest else None
