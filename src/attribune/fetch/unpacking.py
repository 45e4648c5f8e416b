"""Bodies as they come: decompressed in bounded steps, and refused where they grow as only a bomb does."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from attribune.errors import Refused, Unreachable
from attribune.fetch.limits import Limits

ACCEPTED = "gzip, deflate"  # no brotli: what is not asked for must not come, and gzip is everywhere
PIECE = 65_536  # bytes decompressed at once
GZIP_WINDOW, ZLIB_WINDOW, RAW_WINDOW = 31, 15, -15  # zlib's ways to say which header to expect
PLAIN = {"", "identity", "none"}
ZLIB_METHOD = 8  # in the low half of zlib's first byte


def take_body(chunks: Iterable[bytes], encoding: str, limits: Limits, *, cut: bool = False) -> bytes:
    """The whole body; :class:`Refused` where it is over the limit, unless it may be cut there."""
    taken = bytearray()
    for piece in unpack(chunks, encoding, limits):
        taken += piece
        if len(taken) > limits.bytes:
            if cut:
                return bytes(taken[: limits.bytes])
            raise Refused(f"the answer is larger than {limits.megabytes}; raise the limit if it is meant to be")
    return bytes(taken)


def unpack(chunks: Iterable[bytes], encoding: str, limits: Limits) -> Iterator[bytes]:
    """The bytes under a Content-Encoding, in pieces of at most 64 KiB where they are compressed."""
    name = encoding.strip().lower()
    if name in PLAIN:
        yield from chunks
    elif name in ("gzip", "x-gzip"):
        yield from _inflate(chunks, GZIP_WINDOW, limits)
    elif name == "deflate":
        yield from _inflate(chunks, None, limits)
    else:
        raise Refused(f"the answer is packed as {name[:40]!r}, which was not asked for; only {ACCEPTED} are read")


def _inflate(chunks: Iterable[bytes], window: int | None, limits: Limits) -> Iterator[bytes]:
    """Decompressed pieces; what follows the end of the compressed data is left."""
    packed = unpacked = 0
    inflater: zlib._Decompress | None = None
    for chunk in filter(None, chunks):
        inflater = inflater or zlib.decompressobj(window or _deflate_window(chunk))
        packed += len(chunk)
        for piece in _steps(inflater, chunk):
            unpacked += len(piece)
            if unpacked > max(limits.free, limits.ratio * packed):
                raise Refused(f"the answer grows over {limits.ratio} times when decompressed; leave it out")
            yield piece
        if inflater.eof:
            return
    if inflater is not None:
        raise Unreachable("the answer's compressed body ends too early; try again later")


def _steps(inflater: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """What a chunk holds, in pieces; the last one may be short of what zlib still keeps."""
    rest, piece = chunk, b""
    while (rest or len(piece) == PIECE) and not inflater.eof:
        try:
            piece = inflater.decompress(rest, PIECE)
        except zlib.error as cause:
            raise Unreachable(f"the answer's compressed body is damaged ({cause}); try again later") from cause
        yield piece
        rest = inflater.unconsumed_tail


def _deflate_window(first: bytes) -> int:
    """``deflate`` should have zlib's header, but many servers leave it out."""
    return ZLIB_WINDOW if first[0] & 15 == ZLIB_METHOD and first[0] >> 4 < ZLIB_METHOD else RAW_WINDOW
