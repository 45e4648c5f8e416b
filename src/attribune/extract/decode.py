"""Scores to attributions: for each cue the best source and content, as ranges of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from attribune.article import Span
from attribune.reader.lattice import CONTENT, ROLE_OF_STATE, ROLE_OUTPUTS, SOURCE, Floats, best_path, role_steps
from attribune.reader.scores import CueScores, Scores
from attribune.reader.tokens import Ints, Tokens

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


@dataclass(frozen=True)
class Question:
    """A cue by its number, and ranges of words that may not be its content."""

    number: int
    closed: tuple[Span, ...] = ()


def decode(scores: Scores, questions: Sequence[Question] | None = None) -> list[Attribution]:
    """The best attribution for every question, in their order; for every cue unless questions are given.

    An attribution's content is empty where the best path has none. Cost is linear in the number of questions.
    """
    asked = [Question(number) for number in range(len(scores.cues))] if questions is None else questions
    found: dict[int, Attribution] = {}
    order = sorted(range(len(asked)), key=lambda index: scores.cues[asked[index].number].reach.length)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        found.update(zip(batch, _decode_batch(scores, [asked[index] for index in batch]), strict=True))
    return [found[index] for index in range(len(asked))]


def _decode_batch(scores: Scores, asked: Sequence[Question]) -> Iterator[Attribution]:
    cues = [scores.cues[question.number] for question in asked]
    outputs = _open_roles(cues, [question.closed for question in asked], scores.tokens)
    lengths = np.array([cue.reach.length for cue in cues])
    paths, best = best_path(*role_steps(outputs, scores.moves), lengths)
    for question, cue, path, score in zip(asked, cues, paths, best.tolist(), strict=True):
        yield _attribution(question.number, cue, ROLE_OF_STATE[path[: cue.reach.length]], score)


def _open_roles(cues: Sequence[CueScores], closed: Sequence[Iterable[Span]], tokens: Tokens) -> Floats:
    """The cues' outputs as one padded table, with the roles that a word may not have closed.

    A cue's own words hold no role, and a source stands in its cue's paragraph (so in 99.9% of PolNeAR's train
    part). Content in another paragraph is a quotation that goes on; a headline and its lead are not one content.
    """
    outputs = np.zeros((len(cues), max(cue.reach.length for cue in cues), ROLE_OUTPUTS), dtype=np.float32)
    for row, (cue, ranges) in enumerate(zip(cues, closed, strict=True)):
        outputs[row, : cue.reach.length] = cue.outputs
        for words in _outside(tokens.paragraphs, cue):
            outputs[row, _shifted(words, cue.reach), SOURCE] = CLOSED
            plain = ~tokens.quoted[max(words.start, cue.reach.start) : words.end]
            outputs[row, _shifted(words, cue.reach), CONTENT] += plain * np.float32(CLOSED)
        outputs[row, _shifted(cue.cue, cue.reach), SOURCE] = CLOSED
        for words in (cue.cue, *ranges):
            outputs[row, _shifted(words, cue.reach), CONTENT] = CLOSED
    return outputs


def _outside(paragraphs: Ints, cue: CueScores) -> tuple[Span, Span]:
    """The words in reach before and after the cue's paragraph."""
    place = int(np.searchsorted(paragraphs, cue.cue.start, side="right"))
    low, high = int(paragraphs[place - 1]), int(paragraphs[place])
    return Span(cue.reach.start, max(low, cue.reach.start)), Span(min(high, cue.reach.end), cue.reach.end)


def _shifted(words: Span, reach: Span) -> slice:
    return slice(max(0, words.start - reach.start), max(0, min(words.end, reach.end) - reach.start))


def _attribution(number: int, cue: CueScores, roles: Ints, score: float) -> Attribution:
    sources = runs(roles == SOURCE, cue.reach.start)
    content = tuple(runs(roles == CONTENT, cue.reach.start))
    return Attribution(number, cue.cue, sources[0] if sources else None, content, score, cue.confidence)


def runs(mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], offset: int = 0) -> list[Span]:
    """Half-open ranges in which ``mask`` is true, shifted by ``offset``."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]]))) + offset
    return [Span(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
