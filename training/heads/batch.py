"""Batches of whole texts: their windows padded, and what is to be learned of their words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from attribune.article import Span
from attribune.reader.heads import NAME_TAGS, PLACE_TAGS, distance_bucket
from training.heads.states import Read, Window, words_at
from training.network import WIDTH

NOTHING = -100  # label of a word that is not learned
CANDIDATES, LOOK_BACK = 40, 1200  # mentions before a sought one, and words, in which its antecedent is looked for


@dataclass(frozen=True)
class Target:
    """A sought mention and its candidates as ranges of the text's words, how far each is, and whether it is right."""

    sought: Span
    candidates: tuple[Span, ...]
    distances: tuple[int, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Item:
    """A text with its labels on words."""

    read: Read

    @cached_property
    def names(self) -> list[np.ndarray]:
        """Name tags of each window's words."""
        return [_tags(window, self.read.labelled.names, NAME_TAGS) for window in self.read.windows]

    @cached_property
    def places(self) -> list[np.ndarray]:
        """Place tags of each window's words."""
        return [_tags(window, self.read.labelled.places, PLACE_TAGS) for window in self.read.windows]

    @cached_property
    def factuality(self) -> list[np.ndarray]:
        """Factuality of each window's words, NaN where it is not known."""
        return [_values(window, self.read.labelled.factuality) for window in self.read.windows]

    @cached_property
    def targets(self) -> list[Target]:
        """Sought mentions; positions count the words of all windows in a row."""
        return list(_targets(self.read))

    @property
    def size(self) -> tuple[int, int]:
        """Windows, and pieces of the longest."""
        return len(self.read.windows), max(len(window.states) for window in self.read.windows)


def _tags(window: Window, labels: Sequence[tuple[Span, str]] | None, tags: Sequence[str]) -> np.ndarray:
    if labels is None:
        return np.full(len(window.first), NOTHING)
    found = np.zeros(len(window.first), dtype=np.int64)
    for (_, label), words in zip(labels, words_at(window, [span for span, _ in labels]), strict=True):
        if words.length:
            found[words.start : words.end] = tags.index(f"I-{label}")
            found[words.start] = tags.index(f"B-{label}")
    return found


def _values(window: Window, labels: Sequence[tuple[Span, float]]) -> np.ndarray:
    found = np.full(len(window.first), np.nan, dtype=np.float32)
    for (_, value), words in zip(labels, words_at(window, [span for span, _ in labels]), strict=True):
        if words.length:
            found[words.start] = value
    return found


def _targets(read: Read) -> Iterator[Target]:
    mentions = read.labelled.mentions
    placed = _placed(read, [mention.span for mention in mentions])
    both = read.labelled.corpus == "gap"  # there a name may stand behind the pronoun that means it
    for mention, at in zip(mentions, placed, strict=True):
        if not mention.sought or at is None:
            continue
        pairs = [
            (other, place)
            for other, place in zip(mentions, placed, strict=True)
            if other.candidate and place is not None and other is not mention and not place.overlaps(at)
            and (both or place.start < at.start) and abs(at.start - place.start) < LOOK_BACK
        ][-CANDIDATES:]  # fmt: skip
        if pairs:
            right = tuple(other.entity == mention.entity for other, _ in pairs)
            distances = tuple(distance_bucket(at.start - place.start) for _, place in pairs)
            yield Target(at, tuple(place for _, place in pairs), distances, right)


def _placed(read: Read, spans: Sequence[Span]) -> list[Span | None]:
    """Where each span stands among the words of all windows in a row; None where no window holds it."""
    found: list[Span | None] = [None] * len(spans)
    offset = 0
    for window in read.windows:
        for number, words in enumerate(words_at(window, spans)):
            if words.length and found[number] is None:
                found[number] = Span(words.start + offset, words.end + offset)
        offset += len(window.first)
    return found


@dataclass(frozen=True)
class Batch:
    """Tensors of one batch; ``rows`` holds, for every text, its words' places among all flattened ones."""

    trunk: Tensor
    shapes: Tensor
    first: Tensor
    padding: Tensor
    names: Tensor
    places: Tensor
    factuality: Tensor
    items: Sequence[Item]
    rows: Sequence[np.ndarray]


def pack(items: Sequence[Item]) -> Batch:
    """One padded batch of whole texts."""
    windows = [window for item in items for window in item.read.windows]
    length, words = max(len(one.states) for one in windows), max(len(one.first) for one in windows)
    trunk = np.zeros((len(windows), length, WIDTH), dtype=np.float32)
    padding = np.ones((len(windows), length), dtype=bool)
    shapes, first = np.zeros((2, len(windows), words), dtype=np.int64)
    for row, window in enumerate(windows):
        trunk[row, : len(window.states)] = window.states
        padding[row, : len(window.states)] = False
        shapes[row, : len(window.first)], first[row, : len(window.first)] = window.shapes, window.first
    columns = [
        _column([label for item in items for label in labels(item)], words, empty)
        for labels, empty in ((_names, NOTHING), (_places, NOTHING), (_facts, np.nan))
    ]
    tensors = map(torch.from_numpy, (trunk, shapes, first, padding, *columns))
    return Batch(*tensors, items, list(_rows(items, words)))


def _names(item: Item) -> list[np.ndarray]:
    return item.names


def _places(item: Item) -> list[np.ndarray]:
    return item.places


def _facts(item: Item) -> list[np.ndarray]:
    return item.factuality


def _column(labels: Sequence[np.ndarray], words: int, empty: float) -> np.ndarray:
    table = np.full((len(labels), words), empty, dtype=labels[0].dtype)
    for row, label in enumerate(labels):
        table[row, : len(label)] = label
    return table


def _rows(items: Sequence[Item], words: int) -> Iterator[np.ndarray]:
    row = 0
    for item in items:
        parts = []
        for window in item.read.windows:
            parts.append(np.arange(len(window.first)) + row * words)
            row += 1
        yield np.concatenate(parts)


def epoch(items: Sequence[Item], budget: int, chance: random.Random) -> list[list[int]]:
    """Texts of like length together, so that a batch padded to its longest window stays under ``budget`` pieces."""
    sizes = [item.size for item in items]
    order = sorted(range(len(items)), key=lambda index: sizes[index][1] + 6 * chance.random())
    chunks: list[list[int]] = [[]]
    windows = longest = 0
    for index in order:
        windows, longest = windows + sizes[index][0], max(longest, sizes[index][1])
        if chunks[-1] and windows * longest > budget:
            chunks.append([])
            windows, longest = sizes[index]
        chunks[-1].append(index)
    chance.shuffle(chunks)
    return chunks
