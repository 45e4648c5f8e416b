"""Edits between two contents, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile

from attribune.article import Span
from attribune.link.edit import Edit
from attribune.link.words import Word

LONGEST = 600  # words between common start and end that are compared one by one; longer ones are one edit


def find_edits(old: Sequence[Word], new: Sequence[Word]) -> tuple[Edit, ...]:
    """What was written in place of what, in the texts' order; nothing for the same words."""
    start = sum(1 for _ in takewhile(_same, zip(old, new, strict=False)))
    old, new = old[start:], new[start:]
    end = sum(1 for _ in takewhile(_same, zip(reversed(old), reversed(new), strict=False)))
    return tuple(_edits(old[: len(old) - end], new[: len(new) - end]))


def _same(pair: tuple[Word, Word]) -> bool:
    return pair[0].folded == pair[1].folded


def _edits(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Edit]:
    if max(len(old), len(new)) > LONGEST:
        yield Edit(_spans(old), _spans(new))
        return
    matcher = SequenceMatcher(None, [word.folded for word in old], [word.folded for word in new], autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield Edit(_spans(old[old_start:old_end]), _spans(new[new_start:new_end]))


def _spans(words: Sequence[Word]) -> tuple[Span, ...]:
    pieces = (list(piece) for _, piece in groupby(words, key=lambda word: word.fragment))
    return tuple(Span(piece[0].span.start, piece[-1].span.end) for piece in pieces)
