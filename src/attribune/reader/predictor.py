"""Articles to scores: windows through the encoder, cues out of the lattice, roles for each cue.

Each window goes through the network by itself. In int8 a scale is taken over all that goes in together, so
company would change the scores; and on a CPU a batch gains nothing, since a window fills the matrix units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import Lattice
from attribune.reader.lattice import BEGIN, INSIDE_CUE, Floats, best_path, cue_steps
from attribune.reader.scores import PADDING, Backend, CueScores, Scores, places_of, reach_of
from attribune.reader.tokens import Ints, Tokens, tokenise
from attribune.reader.windows import find_windows

CLASS, SEPARATOR = 101, 102  # BERT's framing word pieces
TOGETHER = 64  # windows whose cues are decoded at once


@dataclass(frozen=True)
class Predictor:
    """Runs the network over an article; ``window`` counts word pieces, framing included."""

    tokenizer: Tokenizer
    backend: Backend
    lattice: Lattice
    window: int

    def scores(self, article: Article) -> Scores:
        """Cues of ``article`` and the role scores of the words around them."""
        tokens = tokenise(article, self.tokenizer)
        windows = find_windows(tokens, article.text, self.window - 2)
        found: list[CueScores] = []
        for start in range(0, len(windows), TOGETHER):
            found += self._read(tokens, windows[start : start + TOGETHER])
        return Scores(tokens, tuple(found), self.lattice.role_moves)

    def _read(self, tokens: Tokens, windows: Sequence[Span]) -> Iterator[CueScores]:
        encoded = [self.backend.encode(*window_inputs(tokens, one)) for one in windows]
        cues = self._cues([outputs for _, outputs in encoded])
        for window, (states, outputs), local in zip(windows, encoded, cues, strict=True):
            yield from self._roles(window, states, local, _chances(outputs))

    def _cues(self, outputs: Sequence[Floats]) -> list[list[Span]]:
        """Cues of each window, as ranges of the window's words."""
        lengths = np.array([len(one) for one in outputs])
        table = np.zeros((len(outputs), int(lengths.max()), 3), dtype=np.float32)
        for row, one in enumerate(outputs):
            table[row, : len(one)] = one
        paths, _ = best_path(*cue_steps(table, self.lattice.cue_moves, self.lattice.cue_bias), lengths)
        return [_spans(path[:length]) for path, length in zip(paths, lengths, strict=True)]

    def _roles(self, window: Span, states: Floats, cues: Sequence[Span], chances: Floats) -> Iterator[CueScores]:
        """Role scores of each cue, all of a window's at once."""
        if not cues:
            return
        reaches = [reach_of(cue, Span(0, window.length)) for cue in cues]
        index = np.zeros((len(cues), max(reach.length for reach in reaches)), dtype=np.int64)
        places = np.full_like(index, PADDING)
        for row, (cue, reach) in enumerate(zip(cues, reaches, strict=True)):
            index[row, : reach.length] = np.arange(*reach)
            places[row, : reach.length] = places_of(reach, cue)
        outputs = self.backend.roles(states, index, places)
        for row, (cue, reach) in enumerate(zip(cues, reaches, strict=True)):
            confidence = float(chances[cue.start : cue.end].mean())
            yield CueScores(_shifted(cue, window), _shifted(reach, window), outputs[row, : reach.length], confidence)


def window_inputs(tokens: Tokens, window: Span) -> tuple[Ints, Ints, Ints]:
    """One window framed: pieces [l], signs [l], and the piece at which each word starts [w]."""
    low = int(tokens.first[window.start])
    high = int(tokens.first[window.end]) if window.end < len(tokens) else len(tokens.pieces)
    pieces = np.concatenate([[CLASS], tokens.pieces[low:high], [SEPARATOR]])
    signs = np.concatenate([[0], tokens.signs[low:high], [0]])
    return pieces, signs, tokens.first[window.start : window.end] - low + 1


def _shifted(words: Span, window: Span) -> Span:
    """Words of a window as words of the article."""
    return Span(words.start + window.start, words.end + window.start)


def _spans(tags: Ints) -> list[Span]:
    """Cues from their tags."""
    found = []
    for begin in np.flatnonzero(tags == BEGIN).tolist():
        end = begin + 1
        while end < len(tags) and tags[end] == INSIDE_CUE:
            end += 1
        found.append(Span(begin, end))
    return found


def _chances(outputs: Floats) -> Floats:
    """Each word's probability of standing in a cue."""
    exponents = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    chances: Floats = 1 - exponents[:, 0] / exponents.sum(axis=1)
    return chances
