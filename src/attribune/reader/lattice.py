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
# The first three are the roles; then how well it fits as a role's first and last word.
SOURCE_STARTS, SOURCE_ENDS, CONTENT_STARTS, CONTENT_ENDS = 3, 4, 5, 6
ROLE_OUTPUTS = 7
BEGIN, INSIDE_CUE = 1, 2
CUE_ALLOWED = np.array([[1, 1, 0], [1, 1, 1], [1, 1, 1]], dtype=bool)
CUE_FIRST = np.array([1, 1, 0], dtype=bool)
NEVER = np.float32(-1e4)


def best_path(first: Floats, steps: Floats, lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], Floats]:
    """Highest-scoring states of each sequence, and their score.

    ``first`` [n, states] scores the first word's states, ``steps`` [n, words - 1, states, states] every move
    from one word's state to the next's, emission included. Words from a sequence's length on are labelled 0.
    """
    count, states = first.shape
    words = steps.shape[1] + 1
    padding = np.arange(1, words) >= lengths[:, None]
    stay = np.where(np.eye(states, dtype=bool), np.float32(0), NEVER)
    # Words before sequences, so that each step reads one block of memory.
    moves = np.where(padding[:, :, None, None], stay, steps).transpose(1, 0, 3, 2).copy()
    score, back = first, np.empty((words - 1, count, states), dtype=np.int64)
    for word in range(words - 1):
        total = moves[word] + score[:, None, :]
        total.argmax(axis=2, out=back[word])
        score = total.max(axis=2)
    path = np.empty((words, count), dtype=np.int64)
    path[-1] = score.argmax(axis=1)
    rows = np.arange(count)
    for word in range(words - 1, 0, -1):
        path[word - 1] = back[word - 1, rows, path[word]]
    return np.where(np.arange(words) < lengths[:, None], path.T, 0), score.max(axis=1)


def cue_steps(outputs: Floats, moves: Floats, bias: float) -> tuple[Floats, Floats]:
    """Scores of the cue lattice from the network's ``outputs`` [n, words, 3] and learned ``moves`` [3, 3].

    ``bias`` is added wherever a cue begins.
    """
    first = np.where(CUE_FIRST, outputs[:, 0], NEVER)
    first[:, BEGIN] += bias
    allowed = np.where(CUE_ALLOWED, moves, NEVER)
    allowed[OUTSIDE, BEGIN] += bias
    return first.astype(np.float32), (outputs[:, 1:, None, :] + allowed).astype(np.float32)


def role_steps(outputs: Floats, moves: Floats) -> tuple[Floats, Floats]:
    """Scores of the role lattice from the network's ``outputs`` [n, words, 7] and learned ``moves`` [5, 5]."""
    emission = outputs[:, :, ROLE_OF_STATE]
    starts = _boundary(outputs[:, :, SOURCE_STARTS], outputs[:, :, CONTENT_STARTS])
    ends = _boundary(outputs[:, :, SOURCE_ENDS], outputs[:, :, CONTENT_ENDS])
    change = (ROLE_OF_STATE[:, None] != ROLE_OF_STATE[None, :]).astype(np.float32)
    step = emission[:, 1:, None, :] + np.where(ALLOWED, moves, NEVER)
    step = step + change * (starts[:, 1:, None, :] + ends[:, :-1, :, None])
    return np.where(FIRST, emission[:, 0] + starts[:, 0], NEVER).astype(np.float32), step.astype(np.float32)


def _boundary(source: Floats, content: Floats) -> Floats:
    """Score of starting or ending the role of each state, [n, words, 5]."""
    none = np.zeros_like(source)
    return np.stack([none, content, source, none, content], axis=-1)
