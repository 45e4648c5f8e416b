"""What the reader says of each word beside the attributions: names, places, factuality, and what may mean what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from attribune.article import Span
from attribune.reader.lattice import Floats

NAMES = ("Person", "Organization", "Location", "Facility", "NORP", "Misc", "Product", "Money", "Date")
PLACES = ("place", "government", "adjective")
NAME_TAGS = ("O", *(f"{part}-{name}" for name in NAMES for part in "BI"))
PLACE_TAGS = ("O", *(f"{part}-{place}" for place in PLACES for part in "BI"))
VECTOR = 96  # numbers by which an antecedent is found
BUCKETS = 12  # of distance, on each side


class WordScores(NamedTuple):
    """What the heads say of words, one row each.

    ``names`` [w, 19] and ``places`` [w, 7] score the tags above; ``factuality`` [w] is from -3 (did not happen) to 3
    (happened) for a word that tells an event; ``sought`` and ``offered`` [w, 96] are compared to find what a word
    refers to, ``nobody`` [w] scores that it refers to nothing named before.
    """

    names: Floats
    places: Floats
    factuality: Floats
    sought: Floats
    offered: Floats
    nobody: Floats

    @classmethod
    def join(cls, parts: Sequence[WordScores]) -> WordScores:
        """The scores of windows in a row as those of their text; of no window, those of no word."""
        if not parts:
            empty = np.zeros((0, 1), dtype=np.float32)
            return cls(empty, empty, empty[:, 0], empty, empty, empty[:, 0])
        return cls(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def distance_bucket(words: int) -> int:
    """The class, below ``2 * BUCKETS``, of a distance in words back to a candidate; negative where that follows."""
    size = min(abs(words).bit_length(), BUCKETS - 1)
    return size if words >= 0 else BUCKETS + size


def tag_spans(tags: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Runs of "B-" and "I-" tags as ranges of words with their label; an "I-" of another label begins a run."""
    start, label = 0, ""
    for word, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield Span(start, word), label
            label = ""
        if tag != "O" and not label:
            start, label = word, tag[2:]
