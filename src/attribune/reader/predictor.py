"""Articles to scores: windows through the encoder, cues out of the lattice, roles for each cue.

Each window goes through the network by itself. In int8 a scale is taken over all that goes in together, so
company would change the scores; and on a CPU a batch gains nothing, since a window fills the matrix units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import Lattice
from attribune.reader.heads import WordScores
from attribune.reader.lattice import BEGIN, INSIDE_CUE, Floats, best_path, cue_steps
from attribune.reader.scores import Backend, CueScores, Encoded, Scores, places_of, reach_of
from attribune.reader.tokens import Ints, Tokens, tokenise
from attribune.reader.windows import find_windows

CLASS, SEPARATOR = 101, 102  # BERT's framing word pieces
EAGER = 1.5  # added to the score of beginning a cue in words that seem to hold one; set by reading a few articles
TOGETHER = 64  # windows whose cues are decoded at once


@dataclass(frozen=True)
class Predictor:
    """Runs the network over an article; ``window`` counts word pieces, framing included."""

    tokenizer: Tokenizer
    backend: Backend
    lattice: Lattice
    window: int

    def scores(self, article: Article) -> Scores:
        """Cues of ``article``, the role scores of the words around them, and what the heads say of every word."""
        tokens = tokenise(article, self.tokenizer)
        cues: list[CueScores] = []
        words: list[WordScores] = []
        for windows, encoded in self._encoded(tokens, article.text):
            cues += self._read(tokens, windows, encoded)
            words += (self._heads(tokens, window, one) for window, one in zip(windows, encoded, strict=True))
        return Scores(tokens, tuple(cues), self.lattice.role_moves, WordScores.join(words), self.lattice.distance)

    def attributions(self, tokens: Tokens, text: str) -> Scores:
        """Cues and role scores of ``tokens``, words of ``text`` that are read as paragraphs of their own; no heads.

        Cues are found more readily than in :meth:`scores`: the words are chosen because they seem to hold one.
        """
        found: list[CueScores] = []
        eager = replace(self, lattice=replace(self.lattice, cue_bias=self.lattice.cue_bias + EAGER))
        for windows, encoded in self._encoded(tokens, text):
            found += eager._read(tokens, windows, encoded)
        return Scores(tokens, tuple(found), self.lattice.role_moves)

    def _encoded(self, tokens: Tokens, text: str) -> Iterator[tuple[list[Span], list[Encoded]]]:
        """Windows, some at a time, with what the encoder gives for them."""
        windows = find_windows(tokens, text, self.window - 2)
        for start in range(0, len(windows), TOGETHER):
            chunk = windows[start : start + TOGETHER]
            yield chunk, [self.backend.encode(*window_inputs(tokens, one)) for one in chunk]

    def _heads(self, tokens: Tokens, window: Span, encoded: Encoded) -> WordScores:
        first = window_inputs(tokens, window)[2]
        return self.backend.heads(encoded.trunk, tokens.shapes[window.start : window.end], first)

    def _read(self, tokens: Tokens, windows: Sequence[Span], encoded: Sequence[Encoded]) -> Iterator[CueScores]:
        cues = self._cues([one.cues for one in encoded])
        for window, one, local in zip(windows, encoded, cues, strict=True):
            yield from self._roles(tokens, window, one.states, [(cue, _chance(one.cues, cue)) for cue in local])

    def _cues(self, outputs: Sequence[Floats]) -> list[list[Span]]:
        """Cues of each window, as ranges of the window's words."""
        lengths = np.array([len(one) for one in outputs])
        table = np.zeros((len(outputs), int(lengths.max()), 3), dtype=np.float32)
        for row, one in enumerate(outputs):
            table[row, : len(one)] = one
        paths, _ = best_path(*cue_steps(table, self.lattice.cue_moves, self.lattice.cue_bias), lengths)
        return [_spans(path[:length]) for path, length in zip(paths, lengths, strict=True)]

    def _roles(
        self, tokens: Tokens, window: Span, states: Floats, cues: Sequence[tuple[Span, float]]
    ) -> Iterator[CueScores]:
        """Role scores of each cue, given with its chance as words of the window; those of one reach together."""
        found = [(_shifted(cue, window.start), chance) for cue, chance in cues]
        for reach, group in groupby(found, key=lambda one: reach_of(one[0], window, tokens)):
            together = list(group)
            index = np.tile(np.arange(*reach) - window.start, (len(together), 1))
            places = np.stack([places_of(reach, cue) for cue, _ in together])
            outputs = self.backend.roles(states, index, places)
            for (cue, chance), output in zip(together, outputs, strict=True):
                yield CueScores(cue, reach, output, chance)


def window_inputs(tokens: Tokens, window: Span) -> tuple[Ints, Ints, Ints]:
    """One window framed: pieces [l], signs [l], and the piece at which each word starts [w]."""
    low = int(tokens.first[window.start])
    high = int(tokens.first[window.end]) if window.end < len(tokens) else len(tokens.pieces)
    pieces = np.concatenate([[CLASS], tokens.pieces[low:high], [SEPARATOR]])
    signs = np.concatenate([[0], tokens.signs[low:high], [0]])
    return pieces, signs, tokens.first[window.start : window.end] - low + 1


def _shifted(words: Span, by: int) -> Span:
    return Span(words.start + by, words.end + by)


def _spans(tags: Ints) -> list[Span]:
    """Cues from their tags."""
    found = []
    for begin in np.flatnonzero(tags == BEGIN).tolist():
        end = begin + 1
        while end < len(tags) and tags[end] == INSIDE_CUE:
            end += 1
        found.append(Span(begin, end))
    return found


def _chance(outputs: Floats, cue: Span) -> float:
    """The mean probability of a cue's words to stand in one."""
    inside = outputs[cue.start : cue.end]
    exponents = np.exp(inside - inside.max(axis=1, keepdims=True))
    return float(np.mean(1 - exponents[:, 0] / exponents.sum(axis=1)))
