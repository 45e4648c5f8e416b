"""Links: how well each earlier mention fits as what a pronoun or a description means, off the reader's heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from attribune.article import Span
from attribune.reader.heads import VECTOR, WordScores, distance_bucket
from attribune.reader.lattice import Floats
from attribune.reader.scores import Scores
from attribune.reader.tokens import Tokens


@dataclass(frozen=True)
class Links:
    """The vectors of an article's words by which what they mean is found."""

    tokens: Tokens
    words: WordScores
    distance: Floats

    @classmethod
    def of(cls, scores: Scores) -> Links | None:
        """The links of an article; None where the reader gave none."""
        if scores.words is None or scores.distance is None or not len(scores.tokens):
            return None
        return cls(scores.tokens, scores.words, scores.distance)

    def fits(self, sought: Span, candidates: Sequence[Span]) -> Floats:
        """Log odds of each candidate against meaning nobody named, by span of the article's text."""
        at = self._words(sought)
        query = self.words.sought[at].mean(axis=0)
        places = [self._words(candidate) for candidate in candidates]
        keys = np.stack([self.words.offered[place].mean(axis=0) for place in places])
        far = [distance_bucket(at.start - place.start) for place in places]
        found: Floats = keys @ query / VECTOR**0.5 + self.distance[far] - self.words.nobody[at].mean()
        return found

    def _words(self, span: Span) -> slice:
        low = int(np.searchsorted(self.tokens.ends, span.start, side="right"))
        low = min(low, len(self.tokens) - 1)
        return slice(low, max(low + 1, int(np.searchsorted(self.tokens.starts, span.end))))
