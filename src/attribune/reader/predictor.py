"""Articles to scores: windows through the encoder, cues out of the lattice, roles for each cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.reader.bundle import Lattice
from attribune.reader.lattice import BEGIN, CUE_ALLOWED, CUE_FIRST, INSIDE_CUE, NEVER, OUTSIDE, Floats, best_path
from attribune.reader.scores import PADDING, Backend, CueScores, Scores, places_of, reach_of
from attribune.reader.tokens import Ints, Tokens, tokenise
from attribune.reader.windows import batches, find_windows

CLASS, SEPARATOR = 101, 102  # BERT's framing word pieces


@dataclass(frozen=True)
class Predictor:
    """Runs the network over an article; the same article gives the same scores at any batch size."""

    tokenizer: Tokenizer
    backend: Backend
    lattice: Lattice
    window: int = 192  # word pieces, framing included
    budget: int = 2048  # word pieces in one batch of the encoder
    role_budget: int = 8192  # words in one batch of the role network

    def scores(self, article: Article) -> Scores:
        """Cues of ``article`` and the role scores of the words around them."""
        tokens = tokenise(article, self.tokenizer)
        windows = find_windows(tokens, article.text, self.window - 2)
        states, outputs = self._encode(tokens, windows)
        found = [cue for window in windows for cue in self._cues(outputs[window.start : window.end], window)]
        return Scores(tokens, tuple(self._roles(states, found)), self.lattice.role_moves)

    def _encode(self, tokens: Tokens, windows: list[Span]) -> tuple[Floats, Floats]:
        """States and cue outputs of all words, in the article's order."""
        states: list[Floats] = [np.zeros((0, 1), dtype=np.float32)] * len(windows)
        outputs = np.zeros((len(tokens), 3), dtype=np.float32)
        widths = [_piece_range(tokens, window).length + 2 for window in windows]
        for batch in batches(widths, self.budget):
            rows = [windows[index] for index in batch]
            state, output = self.backend.encode(*pack_windows(tokens, rows))
            for row, index in enumerate(batch):
                window = windows[index]
                states[index] = state[row, : window.length]
                outputs[window.start : window.end] = output[row, : window.length]
        return np.concatenate(states) if states else np.zeros((0, 1), dtype=np.float32), outputs

    def _cues(self, outputs: Floats, window: Span) -> list[tuple[Span, Span, float]]:
        """Cues of one window as ranges of the article's words, with their window and confidence."""
        first = np.where(CUE_FIRST, outputs[:1], NEVER).astype(np.float32)
        first[:, BEGIN] += self.lattice.cue_bias
        moves = np.where(CUE_ALLOWED, self.lattice.cue_moves, NEVER)
        moves[OUTSIDE, BEGIN] += self.lattice.cue_bias
        steps = (outputs[1:, None, :] + moves).astype(np.float32)[None]
        path = best_path(first, steps, np.array([len(outputs)]))[0][0]
        exponents = np.exp(outputs - outputs.max(axis=1, keepdims=True))
        chance = 1 - exponents[:, 0] / exponents.sum(axis=1)
        begins = np.flatnonzero(path == BEGIN)
        found = []
        for begin in begins:
            end = begin + 1
            while end < len(path) and path[end] == INSIDE_CUE:
                end += 1
            cue = Span(int(begin) + window.start, int(end) + window.start)
            found.append((cue, window, float(chance[begin:end].mean())))
        return found

    def _roles(self, states: Floats, found: list[tuple[Span, Span, float]]) -> list[CueScores]:
        reaches = [reach_of(cue, window) for cue, window, _ in found]
        scored: list[CueScores | None] = [None] * len(found)
        for batch in batches([reach.length for reach in reaches], self.role_budget):
            longest = reaches[batch[0]].length
            index = np.zeros((len(batch), longest), dtype=np.int64)
            places = np.full((len(batch), longest), PADDING, dtype=np.int64)
            for row, number in enumerate(batch):
                reach, cue = reaches[number], found[number][0]
                index[row, : reach.length] = np.arange(reach.start, reach.end)
                places[row, : reach.length] = places_of(reach, cue)
            outputs = self.backend.roles(states, index, places)
            for row, number in enumerate(batch):
                reach = reaches[number]
                cue, _, confidence = found[number]
                scored[number] = CueScores(cue, reach, outputs[row, : reach.length], confidence)
        return [cue for cue in scored if cue is not None]


def _piece_range(tokens: Tokens, window: Span) -> Span:
    end = int(tokens.first[window.end]) if window.end < len(tokens) else len(tokens.pieces)
    return Span(int(tokens.first[window.start]), end)


def pack_windows(tokens: Tokens, windows: Sequence[Span]) -> tuple[Ints, Ints, Ints]:
    """Windows as one padded batch: pieces, signs, and the piece at which each word starts."""
    ranges = [_piece_range(tokens, window) for window in windows]
    width = max(pieces.length for pieces in ranges) + 2
    words = max(window.length for window in windows)
    pieces = np.zeros((len(windows), width), dtype=np.int64)
    signs = np.zeros_like(pieces)
    first = np.zeros((len(windows), words), dtype=np.int64)
    for row, (window, span) in enumerate(zip(windows, ranges, strict=True)):
        inside = slice(1, span.length + 1)
        pieces[row, 0], pieces[row, span.length + 1] = CLASS, SEPARATOR
        pieces[row, inside] = tokens.pieces[span.start : span.end]
        signs[row, inside] = tokens.signs[span.start : span.end]
        first[row, : window.length] = tokens.first[window.start : window.end] - span.start + 1
    return pieces, signs, first
