"""Scores to attributions: for each cue the best source and content, as ranges of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from attribune.article import Span
from attribune.reader.lattice import CONTENT, ROLE_OF_STATE, SOURCE, Floats, best_path, role_steps
from attribune.reader.scores import CueScores, Scores
from attribune.reader.tokens import Ints

BATCH = 64  # cues decoded at once; keeps the lattice's table under 20 MB
CLOSED = -100.0  # score of a role that a word may not have


@dataclass(frozen=True)
class Attribution:
    """One cue with its source and content, each as half-open ranges of the article's words.

    ``number`` is the cue's place in the scores, ``score`` that of its best path, ``confidence`` the cue's
    probability, ``parent`` the number of the cue in whose content it stands.
    """

    number: int
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    score: float
    confidence: float
    parent: int | None = None

    @property
    def extent(self) -> Span:
        """From its first to its last word."""
        spans = [self.cue, *self.content, *([self.source] if self.source else [])]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def decode(
    scores: Scores, numbers: Sequence[int] | None = None, closed: Mapping[int, Iterable[Span]] | None = None
) -> list[Attribution]:
    """Attributions of the cues ``numbers`` (all of them unless given), in that order.

    Words in the ranges ``closed`` of a cue's number may not be its content. Cues for which no content is found
    are left out.
    """
    chosen = list(range(len(scores.cues))) if numbers is None else list(numbers)
    found: dict[int, Attribution | None] = {}
    chosen.sort(key=lambda number: scores.cues[number].reach.length)
    for start in range(0, len(chosen), BATCH):
        batch = chosen[start : start + BATCH]
        cues = [scores.cues[number] for number in batch]
        paths, best = _paths(cues, [(closed or {}).get(number, ()) for number in batch], scores.moves)
        for number, cue, path, score in zip(batch, cues, paths, best.tolist(), strict=True):
            found[number] = _attribution(number, cue, ROLE_OF_STATE[path[: cue.reach.length]], score)
    return [one for _, one in sorted(found.items()) if one is not None]


def _paths(cues: Sequence[CueScores], closed: Sequence[Iterable[Span]], moves: Floats) -> tuple[Ints, Floats]:
    """State of each word in reach of each cue, and the path's score; the cue's own words hold no role."""
    lengths = np.array([cue.reach.length for cue in cues])
    outputs = np.zeros((len(cues), int(lengths.max()), 7), dtype=np.float32)
    for row, (cue, ranges) in enumerate(zip(cues, closed, strict=True)):
        outputs[row, : cue.reach.length] = cue.outputs
        outputs[row, _shifted(cue.cue, cue.reach), SOURCE] = CLOSED
        for words in (cue.cue, *ranges):
            outputs[row, _shifted(words, cue.reach), CONTENT] = CLOSED
    return best_path(*role_steps(outputs, moves), lengths)


def _shifted(words: Span, reach: Span) -> slice:
    return slice(max(0, words.start - reach.start), max(0, words.end - reach.start))


def _attribution(number: int, cue: CueScores, roles: Ints, score: float) -> Attribution | None:
    sources = runs(roles == SOURCE, cue.reach.start)
    content = tuple(runs(roles == CONTENT, cue.reach.start))
    if not content:
        return None
    return Attribution(number, cue.cue, sources[0] if sources else None, content, score, cue.confidence)


def runs(mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], offset: int = 0) -> list[Span]:
    """Half-open ranges in which ``mask`` is true, shifted by ``offset``."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]]))) + offset
    return [Span(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
