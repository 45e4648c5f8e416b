"""Best label sequences under a linear-chain model whose transitions depend on the position.

Viterbi, A. (1967), vectorised over sequences: cost is the longest sequence times a handful of array steps.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Roles of a word for one cue.
OUTSIDE, SOURCE, CONTENT = 0, 1, 2
# States of the role lattice: outside and content before the source, the source, the same two after it.
# One source at most, in one piece; content in any number of pieces on both sides of it.
ROLE_OF_STATE = np.array([OUTSIDE, CONTENT, SOURCE, OUTSIDE, CONTENT])
ALLOWED = np.array(
    [
        [1, 1, 1, 0, 0],
        [1, 1, 1, 0, 0],
        [0, 0, 1, 1, 1],
        [0, 0, 0, 1, 1],
        [0, 0, 0, 1, 1],
    ],
    dtype=bool,
)
FIRST = np.array([1, 1, 1, 0, 0], dtype=bool)
# The network's outputs for each word and cue.
ROLE_OUTPUTS = ("outside", "source", "content", "source_starts", "source_ends", "content_starts", "content_ends")
BEGIN, INSIDE_CUE = 1, 2
CUE_ALLOWED = np.array([[1, 1, 0], [1, 1, 1], [1, 1, 1]], dtype=bool)
CUE_FIRST = np.array([1, 1, 0], dtype=bool)
NEVER = np.float32(-1e4)


def best_path(first: Floats, steps: Floats, lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], Floats]:
    """Highest-scoring states of each sequence, and their score.

    ``first`` [n, states] scores the first word's states, ``steps`` [n, words - 1, states, states] every move
    from one word's state to the next's, emission included. Words from a sequence's length on are labelled 0.
    """
    count, words = first.shape[0], steps.shape[1] + 1
    score, back = first, np.zeros((count, words, first.shape[1]), dtype=np.int64)
    keep = np.arange(first.shape[1])
    for word in range(1, words):
        moves = score[:, :, None] + steps[:, word - 1]
        live = (word < lengths)[:, None]
        back[:, word] = np.where(live, moves.argmax(axis=1), keep)
        score = np.where(live, moves.max(axis=1), score)
    path = np.zeros((count, words), dtype=np.int64)
    path[:, -1] = score.argmax(axis=1)
    rows = np.arange(count)
    for word in range(words - 1, 0, -1):
        path[:, word - 1] = back[rows, word, path[:, word]]
    path[np.arange(words) >= lengths[:, None]] = 0
    return path, score.max(axis=1)


def role_steps(outputs: Floats, moves: Floats) -> tuple[Floats, Floats]:
    """Scores of the role lattice from the network's ``outputs`` [n, words, 7] and learned ``moves`` [5, 5]."""
    emission = outputs[:, :, ROLE_OF_STATE]
    starts = _boundary(outputs[:, :, 3], outputs[:, :, 5])
    ends = _boundary(outputs[:, :, 4], outputs[:, :, 6])
    change = (ROLE_OF_STATE[:, None] != ROLE_OF_STATE[None, :]).astype(np.float32)
    step = (emission + 0)[:, 1:, None, :] + np.where(ALLOWED, moves, NEVER)
    step = step + change * (starts[:, 1:, None, :] + ends[:, :-1, :, None])
    return np.where(FIRST, emission[:, 0] + starts[:, 0], NEVER).astype(np.float32), step.astype(np.float32)


def _boundary(source: Floats, content: Floats) -> Floats:
    """Score of starting or ending the role of each state, [n, words, 5]."""
    none = np.zeros_like(source)
    return np.stack([none, content, source, none, content], axis=-1)
