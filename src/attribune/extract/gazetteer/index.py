"""From the keys of names to numbers, in a hundredth of a dictionary's memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from attribune.extract.gazetteer.place import keys


@dataclass(frozen=True)
class Index:
    """Hashes (64 bits) of keys in rising order, and beside each the number kept under the key."""

    hashes: array[int]
    numbers: array[int]

    def find(self, key: str) -> list[int]:
        """The numbers kept under a key, rising."""
        wanted = hash(key)
        first, last = bisect_left(self.hashes, wanted), bisect_right(self.hashes, wanted)
        return sorted(set(self.numbers[first:last]))


def index_of(batches: Iterable[tuple[str, Sequence[int]]]) -> Index:
    """The index of batches of names, one a line, each with as many numbers."""
    hashes, numbers = array("q"), array("q")
    for names, own in batches:
        hashes.extend(map(hash, keys(names).split("\n")))
        numbers.extend(own)
    order = np.argsort(np.frombuffer(hashes, np.int64))
    return Index(*(array("q", np.frombuffer(part, np.int64)[order].tobytes()) for part in (hashes, numbers)))
