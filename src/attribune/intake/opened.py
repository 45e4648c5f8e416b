"""An input that is open: its bytes as they come, and captures of pieces of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from attribune.capture import Capture, CaptureKind
from attribune.intake.limits import Limits
from attribune.intake.streams import GZIP, read_chunks, take


@dataclass(frozen=True)
class Opened:
    """One input: ``chunks`` are its bytes, decompressed; ``name`` is for messages, ``file`` for the articles."""

    stream: BinaryIO
    chunks: Iterator[bytes]
    name: str
    file: str | None
    limits: Limits

    def take(self) -> bytes:
        """All of its bytes; :class:`attribune.errors.TooLarge` where they are more than one file may hold."""
        return take(self.chunks, self.limits)

    def rewound(self) -> BinaryIO:
        """Its bytes from the start, for formats that are read from their end: the file itself, if it is a plain one."""
        if not self.stream.seekable():
            return io.BytesIO(self.take())
        self.stream.seek(0)
        packed = self.stream.read(len(GZIP)) == GZIP
        self.stream.seek(0)
        return io.BytesIO(take(read_chunks(self.stream, self.limits), self.limits)) if packed else self.stream

    def capture(self, data: bytes, kind: CaptureKind, place: str = "") -> Capture:
        """A capture of bytes in it; ``place`` is what is put behind the name."""
        return Capture(data, kind, f"{self.name}{place}", self.file)
