"""Best paths through the lattices."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribune.reader.lattice import ALLOWED, FIRST, ROLE_OF_STATE, SOURCE, best_path, role_steps

SEEDS = st.integers(min_value=0, max_value=10_000)


def outputs_of(seed: int, rows: int, words: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(rows, words, 7)).astype(np.float32)


@given(SEEDS)
def test_no_path_scores_higher(seed: int) -> None:
    outputs = outputs_of(seed, 1, 4)
    first, steps = role_steps(outputs, np.zeros((5, 5), dtype=np.float32))
    path, score = best_path(first, steps, np.array([4]))

    def total(states: tuple[int, ...]) -> float:
        return float(first[0, states[0]] + sum(steps[0, n, a, b] for n, (a, b) in enumerate(pairwise(states))))

    assert np.isclose(score[0], max(map(total, product(range(5), repeat=4))), atol=1e-4)
    assert np.isclose(score[0], total(tuple(path[0])), atol=1e-4)


@given(SEEDS)
def test_a_path_makes_only_allowed_moves_and_has_one_source(seed: int) -> None:
    first, steps = role_steps(outputs_of(seed, 3, 12), np.zeros((5, 5), dtype=np.float32))
    for path in best_path(first, steps, np.array([12, 12, 12]))[0]:
        assert FIRST[path[0]]
        assert all(ALLOWED[a, b] for a, b in pairwise(path))
        is_source = (ROLE_OF_STATE[path] == SOURCE).astype(int)
        assert np.sum(np.diff(np.concatenate([[0], is_source])) == 1) <= 1


@given(SEEDS)
def test_padding_changes_no_path(seed: int) -> None:
    outputs = outputs_of(seed, 1, 9)
    moves = np.zeros((5, 5), dtype=np.float32)
    alone = best_path(*role_steps(outputs[:, :5], moves), np.array([5]))
    padded = best_path(*role_steps(outputs, moves), np.array([5]))
    assert padded[0][0, :5].tolist() == alone[0][0].tolist()
    assert np.isclose(padded[1][0], alone[1][0])
    assert not padded[0][0, 5:].any()
