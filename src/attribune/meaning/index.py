"""The nearest of many vectors: sign bits preselect, the vectors themselves decide.

Every code is looked at, so nothing is trained, and what is added is found at once. usearch and sqlite-vec were
considered: the one needs several times the memory for its graph, the other does not run on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from attribune.errors import UsageError
from attribune.meaning.blocks import WORD, Block, Ids, Vectors, signs

SEGMENT = 65_536  # rows that are scanned at once: 2 MB of codes, which stay in the processor's cache
OVERSAMPLE = 100  # candidates for each result
FEWEST = 2000  # candidates at least

Fetch = Callable[[Ids], Vectors]  # ids [n] to their vectors [n, size], in this order
Only = Callable[[Ids], NDArray[np.bool_]]  # ids [n] to whether each may be found [n]


@dataclass(frozen=True)
class Segment:
    """Ids [n] and codes [size / 64, n]: the same 64 dimensions of all rows lie side by side."""

    ids: Ids
    columns: NDArray[np.uint64]

    @staticmethod
    def of(block: Block) -> Segment:
        """A block's rows in columns."""
        return Segment(block.ids, _words(block.codes).T.copy())

    def joined(self, other: Segment) -> Segment:
        """The rows of both."""
        return Segment(np.concatenate([self.ids, other.ids]), np.concatenate([self.columns, other.columns], axis=1))

    def kept(self, keep: NDArray[np.bool_]) -> Segment:
        """Some of the rows."""
        return Segment(self.ids[keep], np.ascontiguousarray(self.columns[:, keep]))

    def distances(self, code: NDArray[np.uint64]) -> NDArray[np.uint16]:
        """How many signs differ from ``code`` [size / 64], a number a row."""
        total = np.zeros(len(self.ids), dtype=np.uint16)
        for column, word in zip(self.columns, code, strict=True):
            total += np.bitwise_count(column ^ word)
        return total


class Index:
    """Codes in memory, 8 bytes and a bit a dimension for each vector.

    One thread may add and remove while others search: a search sees the rows as they were when it began.
    """

    def __init__(self, size: int) -> None:
        """An empty index of vectors with ``size`` dimensions."""
        if size <= 0 or size % WORD:
            raise UsageError(f"vectors of {size} dimensions: their size is a multiple of {WORD}")
        self.size = size
        self._segments: tuple[Segment, ...] = ()
        self._lock = Lock()

    def __len__(self) -> int:
        return sum(len(segment.ids) for segment in self._segments)

    def add(self, block: Block) -> None:
        """More vectors; an id that is there already is not looked for, so remove it first."""
        if block.size != self.size:
            raise UsageError(f"a block of {block.size} dimensions for an index of {self.size}: build the index again")
        with self._lock:
            added = Segment.of(block)
            last = self._segments[-1:]
            if last and len(last[0].ids) + len(added.ids) <= SEGMENT:
                self._segments = (*self._segments[:-1], last[0].joined(added))
            elif len(added.ids):
                self._segments = (*self._segments, added)

    def remove(self, ids: Iterable[int]) -> None:
        """Forget vectors; unknown ids are passed over."""
        gone = np.fromiter(ids, dtype=np.int64)
        with self._lock:
            kept = [_without(segment, gone) for segment in self._segments]
            self._segments = tuple(segment for segment in kept if len(segment.ids))

    def nearest(
        self, vector: Vectors, k: int, *, fetch: Fetch, oversample: int = OVERSAMPLE, only: Only | None = None
    ) -> list[tuple[int, float]]:
        """At most ``k`` ids with their cosines to ``vector`` [size], the nearest first; none for a zero vector.

        The ``k * oversample`` vectors (``FEWEST`` at least) whose signs agree best are fetched and compared exactly.
        """
        if vector.shape != (self.size,):
            raise UsageError(f"a vector of shape {vector.shape} for an index of {self.size} dimensions")
        if k < 1 or not vector.any():
            return []
        candidates = self._candidates(vector, max(k * oversample, FEWEST), only)
        vectors = fetch(candidates)
        if vectors.shape != (len(candidates), self.size):
            raise UsageError(f"vectors of shape {vectors.shape} were fetched for {len(candidates)} ids")
        cosines = _cosines(vectors, vector)
        order = np.lexsort((candidates, -cosines))[:k]
        return [(int(candidates[at]), float(cosines[at])) for at in order]

    def _candidates(self, vector: Vectors, most: int, only: Only | None) -> Ids:
        """The ids whose signs agree best, at most ``most``; of those that agree as well, the first added."""
        code = _words(signs(vector[None]))[0]
        found = list(_allowed(self._segments, code, only))
        if not found:
            return np.zeros(0, dtype=np.int64)
        ids = np.concatenate([one[0] for one in found])
        distances = np.concatenate([one[1] for one in found])
        if len(ids) <= most:
            return ids
        within = np.cumsum(np.bincount(distances, minlength=self.size + 1))
        limit = int(np.searchsorted(within, most))
        closer = np.flatnonzero(distances < limit)
        ties = np.flatnonzero(distances == limit)[: most - len(closer)]
        chosen: Ids = ids[np.concatenate([closer, ties])]
        return chosen


def _allowed(
    segments: Iterable[Segment], code: NDArray[np.uint64], only: Only | None
) -> Iterator[tuple[Ids, NDArray[np.uint16]]]:
    """Ids and distances of each segment's rows that may be found."""
    for segment in segments:
        distances = segment.distances(code)
        if only is None:
            yield segment.ids, distances
        else:
            keep = only(segment.ids)
            yield segment.ids[keep], distances[keep]


def _without(segment: Segment, gone: Ids) -> Segment:
    keep = ~np.isin(segment.ids, gone)
    return segment if keep.all() else segment.kept(keep)


def _words(codes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    return np.ascontiguousarray(codes).view(np.uint64)


def _cosines(vectors: Vectors, vector: Vectors) -> NDArray[np.float32]:
    wide, sought = vectors.astype(np.float32), vector.astype(np.float32)
    lengths = np.linalg.norm(wide, axis=1) * np.linalg.norm(sought)
    cosines: NDArray[np.float32] = (wide @ sought) / np.maximum(lengths, 1)
    return cosines
