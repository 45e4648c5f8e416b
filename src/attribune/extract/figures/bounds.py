"""Words beside a number that bound it, make it approximate, or put it on top of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import Number
from attribune.extract.figures.phrases import Phrases
from attribune.extract.lemmas import lemma
from attribune.extract.wordlists import rows

BEHIND = {"or more": "least", "or fewer": "most", "or so": "about"}
MOST_WORDS = 4  # bounds before one number: "well over an additional"


@dataclass(frozen=True)
class Bounds:
    """How a number is bounded: ``side`` is "least", "above", "most" or "below", empty for an exact one.

    The figure starts at the token ``first``; ``end`` is behind what follows the number at once ("or more").
    """

    first: int
    end: int
    side: str = ""
    approximate: bool = False
    further: bool = False

    @property
    def bounded(self) -> bool:
        """Whether a word bounds the number at all."""
        return bool(self.side or self.approximate or self.further)

    def with_word(self, meaning: str) -> Bounds:
        """The same with one more word; the word closest to the number decides the side."""
        if meaning == "about":
            return replace(self, approximate=True)
        if meaning == "further":
            return replace(self, further=True)
        return self if meaning == "degree" else replace(self, side=self.side or meaning)

    def interval(self, number: Number, *, countable: bool) -> tuple[float | None, float | None]:
        """The lowest and the highest value; of countable things "more than 60" is at least 61."""
        step = 1 if countable and not number.vague and number.low % 1 == 0 else 0
        if self.side in ("least", "above"):
            return number.low + step * (self.side == "above"), None
        if self.side in ("most", "below"):
            high = number.low if number.high is None else number.high
            return None, high - step * (self.side == "below")
        return number.low, number.high


@cache
def _before() -> Phrases:
    return Phrases((row[0], row[1]) for row in rows("figure_bounds.tsv") if row[0] not in BEHIND)


@cache
def _behind() -> Phrases:
    return Phrases((BEHIND[row[0]], row[1]) for row in rows("figure_bounds.tsv") if row[0] in BEHIND)


@cache
def _prepositions() -> dict[tuple[str, str], frozenset[str]]:
    """Words that make a bound a preposition, by the bound and the case; see ``figure_prepositions.tsv``."""
    listed = rows("figure_prepositions.tsv")
    return {(bound, case): frozenset(map(str.strip, words.split(","))) for bound, case, words in listed}


def bounds_behind(line: Line, number: Number) -> Bounds:
    """What follows a number at once and bounds it: "20 or more", "50+"."""
    phrase = _behind().starting(line, number.end)
    if not phrase or line.at(number.end + phrase.length) == "than":
        return Bounds(number.first, number.end)
    return Bounds(number.first, number.end + phrase.length).with_word(phrase.meaning)


def bounds_before(line: Line, bounds: Bounds, *, counted: str) -> Bounds:
    """The same with the words before the number; ``counted`` is the noun behind it, empty where there is none."""
    for _ in range(MOST_WORDS):
        phrase = _before().ending(line, bounds.first)
        if not phrase or _is_preposition(line, bounds.first - phrase.length, phrase.length, counted):
            break
        if phrase.meaning == "degree" and not bounds.bounded:
            break
        bounds = replace(bounds, first=bounds.first - phrase.length).with_word(phrase.meaning)
    return bounds


def _is_preposition(line: Line, position: int, length: int, counted: str) -> bool:
    """Whether the words at a position belong to what stands before: "sorties over 50 targets"."""
    word = " ".join(line.lower[position : position + length])
    cases = _prepositions()
    before = line.at(position - 1)
    is_place = _is_in(counted, cases["any", "place"])
    return (
        _is_in(before, cases.get((word, "before"), frozenset()))
        or _is_in(counted, cases.get((word, "behind"), frozenset()))
        or (is_place and _is_in(before, cases.get((word, "place"), frozenset())))
    )


def _is_in(word: str, lemmas: frozenset[str]) -> bool:
    return bool(lemmas) and bool(word) and lemma(word, lemmas) in lemmas
