"""Batches: windows of words, cue tags, and for each cue the words around it with their gold states."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from attribune.article import Span
from attribune.reader.lattice import BEGIN, INSIDE_CUE
from attribune.reader.predictor import window_inputs
from attribune.reader.scores import AFTER, BEFORE, PADDING, places_of, reach_of
from attribune.reader.windows import find_windows
from training.examples import Example, GoldAttribution
from training.recipe import Recipe

MASK, ORDINARY = 103, 104  # BERT's mask piece; the first piece that is no special one
SHAPE = 16  # lengths are rounded up to it: few shapes, so few kernels to compile
CONTENT_BEFORE, SOURCE_STATE, OUTSIDE_AFTER, CONTENT_AFTER = 1, 2, 3, 4


@dataclass(frozen=True)
class Window:
    """A run of words of one training article."""

    example: Example
    words: Span

    @property
    def gold(self) -> list[GoldAttribution]:
        """Attributions whose cue lies in the window."""
        return [gold for gold in self.example.gold if self.words.covers(gold.cue)]


@dataclass(frozen=True)
class Target:
    """A cue in the window ``row`` whose roles are to be learned; ``gold`` is None for a spurious cue."""

    row: int
    cue: Span
    gold: GoldAttribution | None


def epoch(examples: Sequence[Example], recipe: Recipe, chance: random.Random) -> Iterator[list[Window]]:
    """One epoch's batches of windows, in random order."""
    windows, widths = [], []
    for example in examples:
        limit = chance.randint(recipe.narrowest, recipe.widest)
        for words in find_windows(example.tokens, example.article.text, limit):
            windows.append(Window(example, words))
            widths.append(words.length + chance.random())
    chunks = list(batches(widths, recipe.batch))
    chance.shuffle(chunks)
    for chunk in chunks:
        yield [windows[index] for index in chunk]


def batches(lengths: Sequence[float], budget: float) -> Iterator[list[int]]:
    """Indices of sequences, longest first, so that each batch padded to its longest stays under ``budget``."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def pack(windows: Sequence[Window], masked: float) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, signs and first pieces of one padded batch, the share ``masked`` of the pieces hidden."""
    rows = [window_inputs(window.example.tokens, window.words) for window in windows]
    pieces, signs, first = (_padded(column) for column in zip(*rows, strict=True))
    hidden = (torch.rand(pieces.shape) < masked) & (pieces >= ORDINARY)
    return pieces.masked_fill(hidden, MASK), signs, first


def _padded(rows: Sequence[np.ndarray]) -> Tensor:
    table = np.zeros((len(rows), _rounded(max(map(len, rows)), SHAPE)), dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table)


def _rounded(length: int, to: int) -> int:
    return -(-length // to) * to


def cue_tags(windows: Sequence[Window], words: int) -> Tensor:
    """Gold cue tags [b, w]."""
    tags = torch.zeros(len(windows), words, dtype=torch.long)
    for row, window in enumerate(windows):
        for gold in window.gold:
            low = gold.cue.start - window.words.start
            tags[row, low : low + gold.cue.length] = INSIDE_CUE
            tags[row, low] = BEGIN
    return tags


def targets(windows: Sequence[Window], outputs: Tensor | None) -> list[Target]:
    """Cues to learn roles for: the gold ones and, given cue ``outputs``, those that would wrongly be found.

    A wrong cue that touches a gold one has that one's roles, any other has none.
    """
    found = []
    for row, window in enumerate(windows):
        gold = window.gold
        found += [Target(row, one.cue, one) for one in gold]
        if outputs is not None:
            tags = outputs[row, : window.words.length].argmax(-1).numpy()
            found += _spurious(row, gold, _greedy(tags, window.words.start))
    return found


def _spurious(row: int, gold: Sequence[GoldAttribution], cues: Sequence[Span]) -> list[Target]:
    known = {one.cue for one in gold}
    wrong = [cue for cue in cues if cue not in known][: len(gold) + 1]
    return [Target(row, cue, next((one for one in gold if one.cue.overlaps(cue)), None)) for cue in wrong]


def _greedy(tags: np.ndarray, offset: int) -> list[Span]:
    """Cues from the best tag of each word, without a lattice."""
    found: list[Span] = []
    for word, tag in enumerate(tags.tolist(), offset):
        if tag == INSIDE_CUE and found and found[-1].end == word:
            found[-1] = Span(found[-1].start, word + 1)
        elif tag:
            found.append(Span(word, word + 1))
    return found


def role_batch(
    windows: Sequence[Window], chosen: Sequence[Target], words: int, *, wide: bool
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Index into the flattened states, places, gold states and lengths of the chosen cues.

    ``wide`` looks at the whole window around a cue, else as the product does at its paragraph.
    Index and places have spare rows at the end, to keep their shapes few.
    """
    reaches = [(_wide_reach if wide else _reach)(one.cue, windows[one.row]) for one in chosen]
    longest = _rounded(max(reach.length for reach in reaches), SHAPE)
    index = np.zeros((_rounded(len(chosen), 2 * SHAPE), longest), dtype=np.int64)
    places = np.full_like(index, PADDING)
    states = np.zeros((len(chosen), longest), dtype=np.int64)
    for number, (one, reach) in enumerate(zip(chosen, reaches, strict=True)):
        offset = one.row * words - windows[one.row].words.start
        index[number, : reach.length] = np.arange(reach.start, reach.end) + offset
        places[number, : reach.length] = places_of(reach, one.cue)
        states[number, : reach.length] = gold_states(one, reach)
    lengths = torch.tensor([reach.length for reach in reaches])
    return torch.from_numpy(index), torch.from_numpy(places), torch.from_numpy(states), lengths


def _reach(cue: Span, window: Window) -> Span:
    return reach_of(cue, window.words, window.example.tokens)


def _wide_reach(cue: Span, window: Window) -> Span:
    return Span(max(window.words.start, cue.start - BEFORE), min(window.words.end, cue.end + AFTER))


def gold_states(target: Target, reach: Span) -> np.ndarray:
    """States of the role lattice for the words in reach; of a broken source the first part counts."""
    states = np.zeros(reach.length, dtype=np.int64)
    if target.gold is None:
        return states
    for content in target.gold.content:
        states[_inside(content, reach)] = CONTENT_BEFORE
    if target.gold.source:
        states[_inside(target.gold.source[0], reach)] = SOURCE_STATE
    states[_inside(target.cue, reach)] = 0
    source = np.flatnonzero(states == SOURCE_STATE)
    if len(source):
        end = source[0] + int(np.argmin(np.append(states[source[0] :] == SOURCE_STATE, False)))
        rest = states[end:]
        states[end:] = np.where(rest == CONTENT_BEFORE, CONTENT_AFTER, OUTSIDE_AFTER)
    return states


def _inside(words: Span, reach: Span) -> slice:
    return slice(max(0, words.start - reach.start), max(0, words.end - reach.start))
