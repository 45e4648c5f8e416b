"""Named days of the year: Christmas, Thanksgiving, Good Friday, Election Day."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from attribune.extract.times.nearest import of_the_year
from attribune.extract.times.patterns import WHICH, YEAR
from attribune.extract.times.period import Period, day_of
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene
from attribune.extract.times.told_year import told_year
from attribune.extract.wordlists import rows

FEASTS = "time_feasts.tsv"
APOSTROPHE = re.compile(" ?['’] ?")
WEEK = 7  # days


@cache
def _feasts() -> dict[str, tuple[str, tuple[int, ...]]]:
    """Name to the way in which its day is found, and the numbers for it."""
    return {name.casefold(): (how, tuple(map(int, numbers))) for name, how, *numbers in rows(FEASTS)}


def _feast(phrase: Phrase, scene: Scene) -> Reading | None:
    how, numbers = _feasts().get(_name(phrase), ("", ()))
    if not how:
        return None
    year = told_year(phrase, scene)
    if year is None and scene.published is None and how != "fixed":
        return undated("XXXX-XX-XX", "day")
    return of_the_year(lambda year: DAYS[how](year, *numbers), year, phrase, scene)


def _name(phrase: Phrase) -> str:
    """The feast's words as they are listed: no space before an apostrophe and the s behind it."""
    return APOSTROPHE.sub("'", " ".join(phrase.words("feast"))).casefold()


def nth_weekday(year: int, month: int, which: int, weekday: int, days: int = 0) -> Period | None:
    """So many days after the ``which``-th Monday (1) to Sunday (7) of a month; -1 is the month's last."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    if which > 0:
        return first.shifted((weekday - first.start.isoweekday()) % WEEK + WEEK * (which - 1) + days)
    month_later = first.months_later(1)
    if month_later is None:
        return None
    return month_later.shifted((weekday - month_later.start.isoweekday()) % WEEK + WEEK * which + days)


def from_easter(year: int, days: int = 0) -> Period | None:
    """So many days after Easter Sunday, by the Gregorian rule in Meeus, *Astronomical Algorithms*, chapter 8."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    found = day_of(year, month, day + 1)
    return found.shifted(days) if found else None


DAYS: dict[str, Callable[..., Period | None]] = {"fixed": day_of, "weekday": nth_weekday, "easter": from_easter}
LONG_NAME = "(?P<feast> feast year_unit? (?: apostrophe possessive? )? [unit day_name weekday] )"
NAME = "(?P<feast> feast year_unit? (?: apostrophe possessive )? )"
SHORT_NAME = "(?P<feast> feast year_unit? )"
RULES = tuple(
    Rule(f"{WHICH} {name} (?: comma? {YEAR} | (?! name ) )", _feast) for name in (LONG_NAME, NAME, SHORT_NAME)
)
