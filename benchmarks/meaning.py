"""Search by meaning: what a vector costs an article, and how long a search among a million takes on one core.

``python -m benchmarks.meaning [VECTORS]``. The vectors are drawn at random about as many topics as a large ledger has;
how they are spread does not change the time, only what two-step search finds of what exact search finds.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np

from attribune.meaning import Block, Index, Meaning
from attribune.meaning.table import SCALE
from benchmarks.core import MIB, one_core, processor

WORDS = (
    "officials in the northern town said that the bridge had been hit twice before dawn and that rescuers found people"
)
TOPICS = 20_000
SPREAD = 0.75  # of a vector's length beside its topic
QUERIES, NEAREST = 40, 10
STATEMENTS = 15  # of an article


@dataclass(frozen=True)
class Searched:
    """Milliseconds of a search at the median and at the 95th percentile, recall in per cent, MiB in memory."""

    median: float
    slow: float
    recall: float
    memory: float


def milliseconds_an_article(repeats: int = 200) -> float:
    """The vectors of the statements of one article, the median of some runs."""
    meaning = Meaning.open()
    words = WORDS.split()
    texts = [" ".join(words[at:] + words[:at]) for at in range(STATEMENTS)]
    meaning.vectors(texts)
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        meaning.vectors(texts)
        seconds.append(time.perf_counter() - start)
    return 1000 * float(np.median(seconds))


def search(count: int, size: int) -> Searched:
    """Searches among ``count`` vectors, compared with exact ones; the vectors themselves are in memory, too."""
    vectors = draw(count, size)
    index = Index(size)
    for start in range(0, count, 4096):
        part = vectors[start : start + 4096]
        index.add(Block.of(np.arange(start, start + len(part)), part))
    seconds, hits = [], 0
    for at in np.random.default_rng(2).integers(0, count, QUERIES):
        start = time.perf_counter()
        found = index.nearest(vectors[at], NEAREST, fetch=lambda ids: vectors[ids])
        seconds.append(time.perf_counter() - start)
        hits += len({identity for identity, _ in found} & exact(vectors, vectors[at]))
    median, slow = np.quantile(seconds, [0.5, 0.95]) * 1000
    memory = sum(one.ids.nbytes + one.columns.nbytes for one in index._segments) / MIB
    return Searched(float(median), float(slow), 100 * hits / (QUERIES * NEAREST), memory)


def draw(count: int, size: int) -> np.ndarray:
    """Unit vectors [count, size] in int8 about ``TOPICS`` centres."""
    random = np.random.default_rng(1)
    centres = random.standard_normal((TOPICS, size), dtype=np.float32) / np.sqrt(size)
    found = np.empty((count, size), dtype=np.int8)
    for start in range(0, count, 50_000):
        topics = random.integers(0, TOPICS, min(50_000, count - start))
        near = random.standard_normal((len(topics), size), dtype=np.float32) / np.sqrt(size)
        one = (1 - SPREAD**2) ** 0.5 * centres[topics] + SPREAD * near
        found[start : start + len(one)] = np.clip(np.rint(one * SCALE), -127, 127)
    return found


def exact(vectors: np.ndarray, sought: np.ndarray) -> set[int]:
    """The places of the nearest, by comparing with all."""
    wide = sought.astype(np.float32)
    cosines = np.concatenate([_cosines(vectors[at : at + 50_000], wide) for at in range(0, len(vectors), 50_000)])
    return set(np.argpartition(-cosines, NEAREST)[:NEAREST].tolist())


def _cosines(vectors: np.ndarray, sought: np.ndarray) -> np.ndarray:
    wide = vectors.astype(np.float32)
    return (wide @ sought) / np.linalg.norm(wide, axis=1)


def main(count: int) -> None:
    """Print both."""
    with one_core() as core:
        print(f"{processor()}, core {core}")
        print(f"vectors: {milliseconds_an_article():.2f} ms an article of {STATEMENTS} statements")
        one = search(count, Meaning.open().size)
        print(f"search among {count:,}: median {one.median:.0f} ms, 95 % under {one.slow:.0f} ms, {one.memory:.0f} MiB")
        print(f"of the {NEAREST} nearest, two steps find {one.recall:.1f} %")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
