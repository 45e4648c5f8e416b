"""The year that a date tells itself: in digits, in words, abbreviated, or as "last year"."""

from __future__ import annotations

from attribune.extract.times.deixis import pointed
from attribune.extract.times.lexicon import value_of
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.scene import Scene

CENTURY = 100
FAR_AHEAD = 20  # years: how far in the future '05 may lie
ANY_DAY = 2000  # the year that '98 and '15 are near to where no day of publication is known


def told_year(phrase: Phrase, scene: Scene) -> int | None:
    """The year of a phrase whose rule holds the pattern ``YEAR``; None where it tells none."""
    if phrase.has("year"):
        return phrase.number("year")
    if phrase.has("spelled_year"):
        first, *rest = (value_of(word) for word in phrase.words("spelled_year"))
        return int(first) * CENTURY + sum(int(value) for value in rest if value.isdecimal())
    if phrase.has("short_year"):
        return full_year(phrase.number("short_year"), scene)
    if phrase.has("pointer"):
        found = pointed(phrase.kind("pointer"), "year", scene)
        return found.index if found else None
    return None


def full_year(last_digits: int, scene: Scene) -> int:
    """The year of which the last two digits are told."""
    latest = (scene.published.year if scene.published else ANY_DAY) + FAR_AHEAD
    return latest - (latest - last_digits) % CENTURY
