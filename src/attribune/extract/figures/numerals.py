"""Words that are parts of numbers."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import NamedTuple

from attribune.article import Span
from attribune.extract.wordlists import rows

MULTIPLES = ("hundred", "scale", "set")  # kinds that multiply what stands before them


class Numeral(NamedTuple):
    """What a word means in a number: its kind and value, as in ``figure_numbers.tsv``."""

    kind: str
    value: int


@cache
def numerals() -> dict[str, Numeral]:
    """Every word that can be in a number, with "twenty-one" to "ninety-nine"."""
    words = {word: Numeral(kind, int(value)) for kind, word, value in rows("figure_numbers.tsv") if kind != "short"}
    tens = [(word, ten.value) for word, ten in words.items() if ten.kind == "ten"]
    small = [(word, one.value) for word, one in words.items() if one.kind == "small" and 0 < one.value < 10]
    return words | {f"{ten}-{one}": Numeral("pair", high + low) for ten, high in tens for one, low in small}


@cache
def letters() -> dict[str, int]:
    """Letters that multiply the digits that they follow: "bn"."""
    return {word: int(value) for kind, word, value in rows("figure_numbers.tsv") if kind == "short"}


def has_numeral(text: str, span: Span) -> bool:
    """Whether a span of ``text`` holds a digit or a word of a number, which takes a third of the time of its tokens."""
    return _pattern().search(text, *span) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """A digit or a word; the first letters stand apart in both cases, since ``re`` is slow on what may be in either."""
    first = groupby(sorted(word for word in numerals() if "-" not in word), key=lambda word: word[0])
    words = (f"[{letter}{letter.upper()}](?i:{'|'.join(word[1:] for word in words)})" for letter, words in first)
    return re.compile(rf"\d|\b(?:{'|'.join(words)})\b")
