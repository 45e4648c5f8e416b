"""Text to a vector: a learned row for each word piece, summed. No network runs.

The table imitates all-MiniLM-L6-v2's vectors of whole sentences; how it was made is in ``training/meaning``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribune.errors import ReaderError
from attribune.meaning.blocks import WORD, Vectors
from attribune.reader.bundle import PIECES, open_bundle

FORMAT = 1
CARD, ROWS = "meaning.json", "rows.bin"
SCALE = 320  # int8 steps of a unit vector's component; 0.4 and more is cut off
SCALE_BYTES = 4  # of a row's scale
TOGETHER = 1024  # texts that are read at once

Pieces = Callable[[Sequence[str]], list[list[int]]]


@dataclass(frozen=True)
class Meaning:
    """A row [size] of 8-bit numbers and a scale for each word piece.

    ``sha256`` is of the rows' file: vectors of another checksum can't be compared with these.
    """

    name: str
    version: str
    sha256: str
    rows: NDArray[np.int8] = field(repr=False)
    scales: NDArray[np.float32] = field(repr=False)
    pieces: Pieces = field(repr=False)

    @classmethod
    def open(cls, folder: Path | None = None) -> Meaning:
        """The table in ``folder``, or the shipped one; :class:`ReaderError` where a file is missing or damaged."""
        folder = folder or Path(__file__).parent / "data"
        card = _card(folder)
        try:
            size, count = int(card["size"]), int(card["pieces"])
            name, version, sha256, tokenizer = (str(card[key]) for key in ("name", "version", "sha256", "tokenizer"))
        except (KeyError, TypeError, ValueError) as cause:
            raise ReaderError(f"the card {folder / CARD} is damaged: install attribune again") from cause
        content = _content(folder, sha256)
        if size <= 0 or size % WORD or len(content) != count * (size + SCALE_BYTES):
            raise ReaderError(f"the card {folder / CARD} is damaged: install attribune again")
        rows = np.frombuffer(content, dtype=np.int8, count=count * size).reshape(count, size)
        scales = np.frombuffer(content, dtype="<f4", offset=count * size).astype(np.float32)
        return cls(name, version, sha256, rows, scales, _pieces(tokenizer))

    @property
    def size(self) -> int:
        """Dimensions of a vector, a multiple of 64."""
        return int(self.rows.shape[1])

    def vector(self, text: str) -> Vectors:
        """The vector [size] of one text."""
        vector: Vectors = self.vectors([text])[0]
        return vector

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Vectors [n, size], of one length but for rounding; zeros for a text without a known word."""
        found = np.zeros((len(texts), self.size), dtype=np.int8)
        for start in range(0, len(texts), TOGETHER):
            batch = self.pieces(texts[start : start + TOGETHER])
            for at, ids in enumerate(batch, start):
                found[at] = self._vector(ids)
        return found

    def _vector(self, ids: Sequence[int]) -> Vectors:
        total = self.scales[ids] @ self.rows[ids].astype(np.float32)
        length = float(np.linalg.norm(total))
        return (
            np.clip(np.rint(total * (SCALE / length)), -127, 127).astype(np.int8) if length else total.astype(np.int8)
        )


def _card(folder: Path) -> dict[str, Any]:
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except OSError as cause:
        raise ReaderError(f"no table of meanings in {folder}: {CARD} can't be read; install attribune again") from cause
    except ValueError as cause:
        raise ReaderError(f"the card {folder / CARD} is damaged: install attribune again") from cause
    if not isinstance(card, dict) or card.get("format") != FORMAT:
        raise ReaderError(f"the table of meanings in {folder} is not of format {FORMAT}: install attribune again")
    return card


def _content(folder: Path, checksum: str) -> bytes:
    """The rows and their scales as bytes, if they are those of the card."""
    try:
        content = (folder / ROWS).read_bytes()
    except OSError as cause:
        raise ReaderError(f"{ROWS} is missing in {folder}: install attribune again") from cause
    if hashlib.sha256(content).hexdigest() != checksum:
        raise ReaderError(f"{folder / ROWS} is damaged: install attribune again")
    return content


def _pieces(checksum: str) -> Pieces:
    """The reader's word pieces, if they are those that the rows were learned for."""
    bundle = open_bundle()
    if bundle.checksums[PIECES] != checksum:
        raise ReaderError(
            "the table of meanings was made for other word pieces than the reader's: install attribune again"
        )
    tokenizer = bundle.tokenizer()
    return lambda texts: [one.ids for one in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
