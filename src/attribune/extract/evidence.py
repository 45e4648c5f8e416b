"""Evidence: whether a name that its own words leave open is a person's, an organisation's or a country's.

A name like "Marvenia" may be a surname or a state. The words beside it wherever the article has it tell: what it
owns, what stands before it, which pronoun follows, and whether the article has an adjective made of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Literal

from attribune.extract.capitals import Name
from attribune.extract.names import is_given
from attribune.extract.wordlists import rows

Standing = Literal["person", "organisation", "country"]
WORD = re.compile(r"\b[^\W\d_]\w{3,}")
OWN_SHAPE = re.compile(r"[a-z][A-Z]|\d|\.[a-z]{2,4}$|-[A-Z]$")
BEHIND_PREPOSITION = re.compile(r"\b(?:in|of|from|at|for|to|near|on|across|into|by) $")
PLACES = 10  # places of one name that are looked at
ADJECTIVE = "ian|ians|an|ans|n|ns|ese|ish|i|is|ic"
JUDGED = 40  # names of one article that are judged
BEFORE, AFTER = 24, 110  # code points beside a name that are looked at
ENOUGH = 2.0


@dataclass(frozen=True)
class Verdict:
    """What a name most likely names, and the sign that tells it, in words for a reporter."""

    standing: Standing
    reason: str


@dataclass(frozen=True)
class _Sign:
    standing: Standing
    weight: float
    pattern: re.Pattern[str]
    reason: str


@cache
def _signs(side: str) -> tuple[_Sign, ...]:
    """The signs of ``name_signs.tsv`` that are sought on one side of a name."""
    found = (row for row in rows("name_signs.tsv") if row[0] == side)
    return tuple(_Sign(standing, float(weight), re.compile(rule), why) for _, standing, weight, rule, why in found)  # type: ignore[arg-type]


class Evidence:
    """The places of an article's capitalised words, and what they tell of a name; built once an article."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._verdicts: dict[str, Verdict | None] = {}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(WORD.findall(self._text))

    def spelt(self, word: str) -> bool:
        """Whether the article has the word, spelt so."""
        return word in self._words

    def verdict(self, name: Name) -> Verdict | None:
        """What a name of one word most likely names; None where nothing tells, or the signs are even."""
        if len(name.words) != 1 or is_given(name.text):
            return None
        if name.text not in self._verdicts and len(self._verdicts) < JUDGED:
            self._verdicts[name.text] = self._judge(name.text)
        return self._verdicts.get(name.text)

    def _judge(self, word: str) -> Verdict | None:
        totals: dict[Standing, float] = {"person": 0.0, "organisation": 0.0, "country": 0.0}
        best: dict[Standing, tuple[float, str]] = {}
        for standing, weight, reason in self._seen(word):
            totals[standing] += weight
            best[standing] = max(best.get(standing, (0.0, "")), (weight, reason))
        against = totals["organisation"] + totals["country"]
        if totals["person"] >= max(against, 1.0):
            return Verdict("person", f'"{word}" is taken for a person: {best["person"][1]}')
        if against < ENOUGH:
            return None
        likelier: Standing = "country" if totals["country"] >= totals["organisation"] else "organisation"
        what = "a country or place" if likelier == "country" else "an organisation"
        return Verdict(likelier, f'"{word}" is taken for {what}: {best[likelier][1]}')

    def _seen(self, word: str) -> list[tuple[Standing, float, str]]:
        """Every sign of a name, with its weight; one sign counts twice at most."""
        counts: dict[_Sign, int] = defaultdict(int)
        for start, end in self._places(word):
            before, after = self._text[max(0, start - BEFORE) : start], self._text[end : end + AFTER]
            for sign in _signs("before"):
                counts[sign] += sign.pattern.search(before) is not None
            behind = _signs("after") if BEHIND_PREPOSITION.search(before) else (*_signs("after"), *_signs("subject"))
            for sign in behind:
                counts[sign] += sign.pattern.match(after) is not None
        found = [
            (sign.standing, sign.weight * min(count, 2), sign.reason.format(word))
            for sign, count in counts.items()
            if count
        ]
        return [*found, *self._by_form(word)]

    def _places(self, word: str) -> Iterator[tuple[int, int]]:
        found = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", self._text)
        return (match.span() for match in islice(found, PLACES))

    def _by_form(self, word: str) -> list[tuple[Standing, float, str]]:
        found: list[tuple[Standing, float, str]] = []
        adjective = _adjective(word).search(self._text)
        if adjective:
            found.append(("country", 3.0, f'the article has "{adjective.group()}" too'))
        if OWN_SHAPE.search(word):
            found.append(("organisation", 2.0, "it is spelt as no person's name is"))
        return found


def _adjective(word: str) -> re.Pattern[str]:
    """An adjective, or the name of inhabitants, that may be made of a country's name."""
    stem = word.rstrip("aeoy") or word
    return re.compile(rf"(?<!\w){re.escape(stem)}(?!{re.escape(word[len(stem) :])}\b)[aeiou]?(?:{ADJECTIVE})\b")
