"""How much a PDF's streams grow when unpacked, told before pdfium unpacks them: it allows each of them 1 GB."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from attribune.errors import TooLarge
from attribune.intake.limits import Limits

STREAM = re.compile(rb"stream\r?\n")
DEEPEST = 4  # times that a stream may be packed; one is usual
LEAST, MOST = 100_000_000, 1_000_000_000  # bytes that any PDF may, and that none may, unpack to
PIECE = 16_384


@dataclass
class _Budget:
    """Bytes that may still be unpacked or looked at."""

    left: int
    ratio: int

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise TooLarge(f"is a PDF that grows over {self.ratio} times when unpacked; give its text")


def check_growth(data: bytes, limits: Limits) -> None:
    """Raises :class:`TooLarge` for a PDF whose packed streams grow as only a bomb's do.

    Only streams packed with Flate are looked at, which nearly all are; what a locked PDF holds can't be seen.
    """
    budget = _Budget(min(MOST, max(LEAST, limits.ratio * len(data))), limits.ratio)
    for start in STREAM.finditer(data):
        pieces = (data[place : place + PIECE] for place in range(start.end(), len(data), PIECE))
        packed = _unpacked(pieces, budget)
        if packed is not None:
            for _ in packed:
                pass


def _unpacked(pieces: Iterator[bytes], budget: _Budget) -> Iterator[bytes] | None:
    """What the pieces are when all is unpacked, None where they are not packed."""
    for depth in range(DEEPEST):
        first = next(pieces, b"")
        whole = chain([first], pieces)
        if len(first) < 2 or first[0] & 0x0F != zlib.DEFLATED or int.from_bytes(first[:2], "big") % 31:
            return whole if depth else None
        pieces = _inflated(whole, budget)
    budget.spend(budget.left + 1)
    return None


def _inflated(pieces: Iterator[bytes], budget: _Budget) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    for piece in pieces:
        rest, part = piece, b""
        while not inflater.eof and (rest or len(part) == PIECE):
            try:
                part = inflater.decompress(rest, PIECE)
            except zlib.error:
                return
            budget.spend(len(part) + len(rest) - len(inflater.unconsumed_tail) - len(inflater.unused_data))
            rest = inflater.unconsumed_tail
            if part:
                yield part
        if inflater.eof:
            return
