"""What the reader says of one article, in numbers, and the contract of what computes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from attribune.article import Span
from attribune.reader.heads import WordScores
from attribune.reader.lattice import Floats
from attribune.reader.tokens import Ints, Tokens

BEFORE, AFTER = 64, 96  # words around a cue in which its source and content are looked for
IN_CUE, PADDING = BEFORE + AFTER + 1, BEFORE + AFTER + 2
PLACES = BEFORE + AFTER + 3


@dataclass(frozen=True)
class CueScores:
    """One cue and how well each word around it fits each role.

    ``cue`` and ``reach`` are ranges of the article's words; ``outputs`` is [words in reach, 7], columns as named in
    :mod:`attribune.reader.lattice`; ``confidence`` is the cue's mean probability.
    """

    cue: Span
    reach: Span
    outputs: Floats
    confidence: float


@dataclass(frozen=True)
class Scores:
    """All cues of an article with their scores, the learned moves of the role lattice [5, 5], and what the heads say.

    ``words`` has a row for each word of ``tokens``; it is None where only attributions were asked for.
    ``distance`` [24] is what :func:`attribune.reader.heads.distance_bucket` of a candidate adds to its score.
    """

    tokens: Tokens
    cues: tuple[CueScores, ...]
    moves: Floats
    words: WordScores | None = None
    distance: Floats | None = None


class Encoded(NamedTuple):
    """One window behind the encoder: states [w, d] and cue outputs [w, 3] of words.

    ``trunk`` [l, d] are the states of pieces behind the layers that the heads share.
    """

    states: Floats
    cues: Floats
    trunk: Floats


class Backend(Protocol):
    """What runs the network: ONNX Runtime in the product, torch while it is trained."""

    def encode(self, pieces: Ints, signs: Ints, first: Ints) -> Encoded:
        """What the encoder gives for one window.

        ``pieces`` and ``signs`` [l] are the window's, framed by the class and separator pieces; words start at pieces
        ``first`` [w].
        """

    def heads(self, trunk: Floats, shapes: Ints, first: Ints) -> WordScores:
        """What the heads say of one window's words, from the shared layers' states of its pieces [l, d]."""

    def roles(self, states: Floats, index: Ints, places: Ints) -> Floats:
        """Role outputs [n, k, 7] of words ``index`` [n, k] (rows of ``states``) at ``places`` from the cue."""


def places_of(reach: Span, cue: Span) -> Ints:
    """Where each word of ``reach`` stands relative to the cue: signed distance, or inside it."""
    words = np.arange(reach.start, reach.end)
    places = np.clip(words - cue.start, -BEFORE, AFTER) + BEFORE
    places[cue.start - reach.start : cue.end - reach.start] = IN_CUE
    return places.astype(np.int64)


def reach_of(cue: Span, window: Span, tokens: Tokens) -> Span:
    """The words in which a cue's source and content are looked for, all ranges of the article's words.

    Its paragraph, and the paragraphs around it that quote on: before it where the one before ends in a
    quotation, behind it as long as the next starts with one.
    """
    place = int(np.searchsorted(tokens.paragraphs, cue.start, side="right"))
    low, high = int(tokens.paragraphs[place - 1]), int(tokens.paragraphs[place])
    if low > window.start and tokens.quoted[low - 1]:
        low = int(tokens.paragraphs[place - 2])
    while high < window.end and tokens.quoted[high]:
        place += 1
        high = int(tokens.paragraphs[place])
    return Span(max(low, window.start, cue.start - BEFORE), min(high, window.end, cue.end + AFTER))
