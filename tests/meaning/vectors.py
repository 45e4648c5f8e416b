"""Vectors drawn at random, and a store that gives them back by id."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def draw(count: int, *, size: int = 64, seed: int = 1) -> np.ndarray:
    """Vectors [count, size] in int8, none of them zero."""
    drawn = np.random.default_rng(seed).normal(0, 30, (count, size))
    return np.clip(np.rint(drawn), -127, 127).astype(np.int8)


def fetching(vectors: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """Gives the vectors of ids that are their places."""
    return lambda ids: vectors[ids]
