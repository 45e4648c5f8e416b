"""Words before a time that narrow or widen it: "early", "the end of", "earlier this", "since", "until"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from attribune.extract.times.lexicon import class_of, value_of
from attribune.extract.times.period import add_days
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading
from attribune.extract.times.rule import expanded

DAY = timedelta(days=1)
REACH = 5  # words that a part and what ties it to the time can have
PART_OF = "(?: the? (?: early [hyphen in of]? | edge [of hyphen] | [earlier later] in? ) the? ) $"


@cache
def _part_of() -> re.Pattern[str]:
    return re.compile(expanded(PART_OF))


def edge_start(phrase: Phrase, floor: int) -> int:
    """The word where "the end of", "early" or "later" before the phrase starts, not before ``floor``."""
    base = max(floor, phrase.start - REACH)
    found = _part_of().search(phrase.line.shape[base : phrase.start])
    return base + found.start() if found else phrase.start


def narrowed(reading: Reading, words: tuple[str, ...], published: date | None) -> Reading:
    """The part of a period that the words before it tell: the first, middle or last third, or up to or from today.

    A day stays whole, as does what today is no part of: "later that year" of a year that is over.
    """
    part = next((part for part in map(_part, words) if part), None)
    if part is None or reading.start is None or reading.end is None or reading.granularity == "day":
        return reading
    third = (reading.end - reading.start) // 3
    match part:
        case "early":
            return replace(reading, end=reading.start + third)
        case "middle":
            return replace(reading, start=reading.start + third, end=reading.end - third)
        case "late":
            return replace(reading, start=reading.end - third)
    if published is None or not reading.start <= published < reading.end:
        return reading
    return replace(reading, end=published + DAY) if part == "earlier" else replace(reading, start=published)


def _part(word: str) -> str | None:
    """The part that a word tells: early, middle, late, earlier or later."""
    kind = class_of(word)
    if kind in ("earlier", "later"):
        return kind
    return value_of(word) if kind in ("early", "edge") else None


def widened(reading: Reading, before: str, published: date | None) -> Reading:
    """Up to today behind "since", from today on behind "until" and "by"; ``before`` is the class of the word before."""
    tomorrow = add_days(published, 1) if published else None
    if published is None or tomorrow is None or reading.start is None or reading.end is None:
        return reading
    if before == "since" and reading.end <= published:
        return replace(reading, end=tomorrow)
    if before in ("until", "by") and reading.end > published:
        return replace(reading, start=published)
    return reading
