"""Places: countries, states and capitals, whose names are also those of the bodies that speak for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attribune.link.wordlists import word_class


def is_place(words: Sequence[str]) -> bool:
    """Whether folded words are the name or adjective of a listed place, or an alliance's initials: "syria", "un"."""
    return " ".join(words) in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset().union(*(word_class("places.tsv", label) for label in ("name", "adjective")))
