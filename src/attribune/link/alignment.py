"""Alignment: which of some texts are newer forms of which others, by the words that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

COMMON = 20  # texts on one side that share a word, above which it is no sign
Score = tuple[float, bool]  # the share of common words, and whether more speaks for the pair


def align(
    ours: Sequence[Counter[str]],
    theirs: Sequence[Counter[str]],
    *,
    at_least: float,
    favoured: Callable[[int, int], bool] = lambda _one, _two: False,
    allowed: Callable[[int, int], bool] = lambda _one, _two: True,
) -> dict[int, int]:
    """For numbers of ``ours`` the number of the one of ``theirs`` that fits it best, as it does the other way round.

    Texts are compared where they share a word that few have; ``at_least`` is the share of both texts' words that must
    be common (Dice), ``favoured`` decides between equals. A text whose best fit is no single one has none.
    """
    scores: dict[tuple[int, int], Score] = {}
    for one, two in _candidates(ours, theirs):
        share = _share(ours[one], theirs[two])
        if share >= at_least and allowed(one, two):
            scores[one, two] = (share, favoured(one, two))
    forth = _single_best((one, two, score) for (one, two), score in scores.items())
    back = _single_best((two, one, score) for (one, two), score in scores.items())
    return {one: two for one, two in sorted(forth.items()) if back.get(two) == one}


def _candidates(ours: Sequence[Counter[str]], theirs: Sequence[Counter[str]]) -> set[tuple[int, int]]:
    left, right = _places(ours), _places(theirs)
    rare = [word for word, found in left.items() if len(found) <= COMMON and 0 < len(right.get(word, ())) <= COMMON]
    return {(one, two) for word in rare for one in left[word] for two in right[word]}


def _places(texts: Sequence[Counter[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        for word in words:
            found[word].append(number)
    return found


def _share(one: Counter[str], two: Counter[str]) -> float:
    return 2 * (one & two).total() / (one.total() + two.total())


def _single_best(scores: Iterator[tuple[int, int, Score]]) -> dict[int, int]:
    ranked: dict[int, list[tuple[Score, int]]] = defaultdict(list)
    for one, two, score in scores:
        ranked[one].append((score, two))
    best = {one: sorted(found, reverse=True)[:2] for one, found in ranked.items()}
    return {one: first[0][1] for one, first in best.items() if len(first) == 1 or first[0][0] > first[1][0]}
