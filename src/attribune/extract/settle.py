"""Attributions that claim the same words: who yields, and who stands inside whom.

The reader was trained on outermost attributions in which no word serves twice (PolNeAR's guidelines). So a
cue that it finds inside another's content says that the content should end before it, as firmly as the cue
is sure; the content says otherwise, as firmly as its path would lose by leaving those words out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribune.article import Span
from attribune.extract.decode import Attribution, Question, decode
from attribune.reader.scores import Scores

SUREST = 0.999


def settle(scores: Scores) -> list[Attribution]:
    """Attributions of which no two hold the same words as content, but for those inside another's content.

    Cues for which no content is found, or left, are dropped.
    """
    found = {one.number: one for one in decode(scores) if one.content}
    pairs = [(one.number, two.number) for one, two in _overlapping(list(found.values()))]
    losses = _losses(scores, found, pairs)
    yielding: dict[int, list[Span]] = defaultdict(list)
    for one, two in pairs:
        loser = _loser(found, losses, one, two)
        if loser is not None:
            yielding[loser] += _claim(found[two if loser == one else one], found[loser])
    again = decode(scores, [Question(number, tuple(closed)) for number, closed in yielding.items()])
    found.update((one.number, one) for one in again)
    return _nested([one for _, one in sorted(found.items()) if one.content])


def _overlapping(found: Sequence[Attribution]) -> Iterator[tuple[Attribution, Attribution]]:
    """Pairs of which one's content holds a word of the other's cue or content."""
    ordered = sorted(found, key=lambda one: one.extent)
    for position, one in enumerate(ordered):
        for other in range(position + 1, len(ordered)):  # a slice would copy the rest of a long article each time
            two = ordered[other]
            if two.extent.start >= one.extent.end:
                break
            if _holds(one, two.cue) or _holds(two, one.cue) or any(_holds(one, part) for part in two.content):
                yield one, two


def _holds(one: Attribution, words: Span) -> bool:
    return any(part.overlaps(words) for part in one.content)


def _claim(one: Attribution, other: Attribution) -> tuple[Span, ...]:
    """The words that ``other`` must leave to ``one``: from its first to its last.

    Of a source that both share, what stands on each side of it: the words between it and a second verb are the first's.
    """
    if one.source is None or other.source is None or not one.source.overlaps(other.source):
        return (one.extent,)
    parts = (one.cue, *one.content)
    before = [part for part in parts if part.end <= one.source.start]
    behind = [part for part in parts if part.start >= one.source.end]
    return tuple(Span(side[0].start, side[-1].end) for side in map(sorted, (before, behind)) if side)


def _losses(
    scores: Scores, found: dict[int, Attribution], pairs: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """What each of a pair (the first of the key) loses in score if it leaves the other's words out of its content."""
    both = [*pairs, *((two, one) for one, two in pairs)]
    again = decode(scores, [Question(yields, _claim(found[stays], found[yields])) for yields, stays in both])
    return {pair: found[pair[0]].score - one.score for pair, one in zip(both, again, strict=True)}


def _loser(found: dict[int, Attribution], losses: dict[tuple[int, int], float], one: int, two: int) -> int | None:
    """The number of the attribution that gives up the other's words; None where one stands inside the other."""
    inner = _inner(found[one], found[two])
    if inner is None:
        return one if losses[one, two] < losses[two, one] else two
    outer = two if inner == one else one
    return outer if losses[outer, inner] < _odds(found[inner].confidence) else None


def _inner(one: Attribution, two: Attribution) -> int | None:
    """The number of the one whose cue stands in the other's content, where that is so one way only."""
    two_inside, one_inside = _holds(one, two.cue), _holds(two, one.cue)
    if two_inside == one_inside:
        return None
    return two.number if two_inside else one.number


def _odds(confidence: float) -> float:
    bounded = min(max(confidence, 1 - SUREST), SUREST)
    return math.log(bounded / (1 - bounded))


def _nested(found: list[Attribution]) -> list[Attribution]:
    """The same with parents: the shortest attribution whose content holds the cue."""
    parents: dict[int, Attribution] = {}
    for one, two in _overlapping(found):
        inner = _inner(one, two)
        if inner is None:
            continue
        outer = two if inner == one.number else one
        if inner not in parents or outer.extent.length < parents[inner].extent.length:
            parents[inner] = outer
    return [replace(one, parent=parents[one.number].number if one.number in parents else None) for one in found]
