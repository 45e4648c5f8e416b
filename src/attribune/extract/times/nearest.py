"""Which one of a row of periods is meant: the 7th of August of which year, the Friday of which week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from attribune.extract.times.period import Period
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, dated, undated
from attribune.extract.times.scene import Scene
from attribune.extract.wordlists import rows

LEAP_YEARS = 8  # 29 February comes every fourth year, but for three centuries in four
LEAP_YEAR = 2000  # any of them, where only month and day are told


def of_the_year(make: Callable[[int], Period | None], year: int | None, phrase: Phrase, scene: Scene) -> Reading | None:
    """The reading of what comes once a year, by the year that is told, else by the one that is nearest."""
    if year is not None:
        told = make(year)
        return dated(told) if told else None
    if scene.published is None:
        any_year = make(LEAP_YEAR)
        return undated(f"XXXX{any_year.value[4:]}", any_year.granularity) if any_year else None
    pull = phrase.word("which") or scene.tense(phrase) or "none"
    found = nearest(_around(make, scene.published.year), scene.published, pull)
    return dated(found) if found else None


def _around(make: Callable[[int], Period | None], year: int) -> list[Period]:
    """Those of last year, this year and the next, or of more years where not each of them has one."""
    for reach in (1, LEAP_YEARS):
        row = [one for one in map(make, range(year - reach, year + reach + 1)) if one]
        if len(row) > 2 * reach:
            break
    return row


def nearest(row: list[Period], today: date, pull: str) -> Period | None:
    """The last of a row of periods that has begun, or the first that is not over: how long ago against how soon.

    ``pull`` is what speaks for one of them: a tense, none, or the word "last", "next" or "this" before it.
    """
    begun = [one for one in row if one.start <= today]
    ahead = [one for one in row if one.end > today]
    if not begun or not ahead:
        return next(iter(begun[-1:] or ahead[:1]), None)
    since, until = (today - begun[-1].end).days, (ahead[0].start - today).days
    return ahead[0] if until < since * _odds()["day" if begun[-1].unit == "day" else "month", pull] else begun[-1]


@cache
def _odds() -> dict[tuple[str, str], float]:
    """How many times longer ahead than ago what is to come may be, by what it is and what speaks for it."""
    return {(unit, pull): float(times) for unit, pull, times in rows("time_odds.tsv")}
