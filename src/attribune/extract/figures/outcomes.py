"""Words that tell what happened to people: verbs, states, nouns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, cast

from attribune.extract.figures.words import group_words
from attribune.extract.lemmas import lemma
from attribune.extract.nouns import class_of_any, is_somebody, singular
from attribune.extract.wordlists import rows
from attribune.statement import Counts

Part = Literal["verb", "alone", "people", "state", "noun", "person", "of", "suffered", "none"]

VERBS = ("verb", "alone", "people")
REMEMBERED = 8192  # words whose meaning is kept


@cache
def _lemmas(part: Part) -> Mapping[str, Counts]:
    return {
        word.strip(): cast("Counts", counts)
        for counts, row_part, words in rows("figure_counts.tsv")
        if row_part == part
        for word in words.split(",")
    }


@lru_cache(REMEMBERED)
def told_by(word: str, part: Part) -> Counts | None:
    """What a lower-case word tells as a part of the clause; the parts are those of ``figure_counts.tsv``."""
    known = _lemmas(part)
    return known.get(word) or known.get(lemma(word, known) if part in VERBS else singular(word))


def is_lemma(word: str, part: Part) -> bool:
    """Whether the word is itself listed for a part."""
    return word in _lemmas(part)


@lru_cache(REMEMBERED)
def names_people(noun: str) -> bool:
    """Whether a lower-case noun in either number names people."""
    one = singular(noun)
    if one in group_words("machine"):
        return False
    listed = one in group_words("people") or class_of_any(noun)[0] in ("individual", "group")
    return listed or one.endswith("man") or is_somebody(one)
