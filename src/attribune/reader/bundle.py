"""The reader's files: three ONNX graphs, the word pieces, and a card with the lattice's numbers and checksums."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from attribune.errors import ReaderError
from attribune.reader.lattice import Floats

FORMAT = 2
ENCODER, ROLES, HEADS = "encoder.onnx", "roles.onnx", "heads.onnx"
PIECES, CARD = "tokenizer.json", "reader.json"


@dataclass(frozen=True)
class Lattice:
    """The learned numbers beside the network.

    ``cue_moves`` [3, 3] and ``role_moves`` [5, 5] score moves between states; ``cue_bias`` is added where
    a cue begins: above 0 it trades precision for recall. ``distance`` [24] is added to the score of a candidate for
    what a word refers to.
    """

    cue_moves: Floats
    role_moves: Floats
    cue_bias: float = 0.0
    distance: Floats | None = None


@dataclass(frozen=True)
class Bundle:
    """The reader's files in one folder, read on demand."""

    folder: Path
    name: str
    version: str
    window: int  # word pieces, framing included
    lattice: Lattice
    checksums: dict[str, str]

    @cached_property
    def sha256(self) -> str:
        """One checksum for all files: that of their checksums in the order of their names."""
        joined = "".join(self.checksums[name] for name in sorted(self.checksums))
        return hashlib.sha256(joined.encode()).hexdigest()

    def content(self, name: str) -> bytes:
        """A file's bytes; :class:`ReaderError` where they are missing or not those of the card."""
        try:
            content = (self.folder / name).read_bytes()
        except OSError as cause:
            raise ReaderError(
                f"the reader's file {name} is missing in {self.folder}: install attribune again"
            ) from cause
        if hashlib.sha256(content).hexdigest() != self.checksums[name]:
            raise ReaderError(f"the reader's file {name} in {self.folder} is damaged: install attribune again")
        return content

    def tokenizer(self) -> Tokenizer:
        """The word pieces, without truncation and padding."""
        tokenizer: Tokenizer = Tokenizer.from_str(self.content(PIECES).decode())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer


def default_folder() -> Path:
    """Where the package keeps the reader that it ships with."""
    return Path(__file__).parent / "weights"


def open_bundle(folder: Path | None = None) -> Bundle:
    """The bundle in ``folder``, or the one that is shipped; nothing but the card is read yet."""
    folder = folder or default_folder()
    try:
        return _bundle(folder, json.loads((folder / CARD).read_text(encoding="utf-8")))
    except OSError as cause:
        raise ReaderError(f"no reader in {folder}: {CARD} can't be read; install attribune again") from cause
    except (KeyError, TypeError, ValueError) as cause:
        raise ReaderError(f"the reader's card {folder / CARD} is damaged: install attribune again") from cause


def _bundle(folder: Path, card: dict[str, Any]) -> Bundle:
    if card["format"] != FORMAT:
        raise ReaderError(f"the reader in {folder} is of format {card['format']}, this program reads {FORMAT}")
    lattice = Lattice(
        np.array(card["cue_moves"], dtype=np.float32),
        np.array(card["role_moves"], dtype=np.float32),
        float(card["cue_bias"]),
        np.array(card["distance"], dtype=np.float32),
    )
    return Bundle(folder, card["name"], card["version"], card["window"], lattice, dict(card["files"]))
