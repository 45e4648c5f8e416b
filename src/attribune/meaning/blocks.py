"""Vectors by their signs, a bit a dimension: what a search by meaning looks at of every statement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attribune.errors import UsageError

WORD = 64  # bits that are compared at once; a vector's size is a multiple of it

Vectors = NDArray[np.int8]
Codes = NDArray[np.uint8]
Ids = NDArray[np.int64]


@dataclass(frozen=True)
class Block:
    """Ids [n] and the packed sign bits of their vectors [n, size / 8]."""

    ids: Ids
    codes: Codes

    def __post_init__(self) -> None:
        shapes = self.ids.shape, self.codes.shape
        if self.ids.ndim != 1 or self.codes.ndim != 2 or len(self.ids) != len(self.codes):
            raise UsageError(f"ids and codes of a block don't fit: shapes {shapes[0]} and {shapes[1]}")
        if self.codes.shape[1] == 0 or self.codes.shape[1] * 8 % WORD:
            raise UsageError(f"codes of {self.codes.shape[1]} bytes: a vector's size is a multiple of {WORD}")

    @property
    def size(self) -> int:
        """Dimensions of the vectors."""
        return 8 * int(self.codes.shape[1])

    @staticmethod
    def of(ids: Ids, vectors: Vectors) -> Block:
        """The block of int8 vectors [n, size]."""
        return Block(np.asarray(ids, dtype=np.int64), signs(vectors))


def signs(vectors: Vectors) -> Codes:
    """The sign bits of vectors [n, size], packed [n, size / 8]; 1 is above zero."""
    return np.packbits(vectors > 0, axis=1)
