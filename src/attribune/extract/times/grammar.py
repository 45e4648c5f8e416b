"""All rules, and the next phrase of a line that one of them reads."""

from __future__ import annotations

import re
from functools import cache

from attribune.extract.times import (
    clocks,
    days,
    distances,
    feasts,
    lengths,
    months,
    sets,
    units,
    vague,
    weekdays,
    years,
)
from attribune.extract.times.line import Line
from attribune.extract.times.names import is_name
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading
from attribune.extract.times.rule import Rule, expanded
from attribune.extract.times.scene import Scene

# Of the rules that match from a word on, the first that can read it counts, so longer phrases come before their parts.
RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *feasts.RULES,
    *distances.RULES,
    *sets.RULES,
    *lengths.POINTED,
    *months.POINTED,
    *clocks.RULES,
    *years.RULES,
    *weekdays.RULES,
    *units.RULES,
    *lengths.RULES,
    *months.BARE,
    *vague.RULES,
)
# Where no rule can match: at words that start none, and at those that never stand alone before a word without a class.
# Nothing but speed depends on it: rules are tried at every fifteenth word instead of every word.
HOPELESS = """(?!
    [plain name mark dot comma percent money hyphen of in on at and or so to from by until since over for as before
     after lead only against old long possessive oh clock era counted hundred zone meridiem modal]
  | [the article this that last next count day_number two_digits spelled ordinal few more apostrophe]
    [plain name mark dot comma for possessive percent money counted the article]
)"""


@cache
def _any_rule() -> re.Pattern[str]:
    """Every rule as one group, so that a line is searched once, not once for every rule."""
    rules = "|".join(f"({rule.nameless})" for rule in RULES)
    return re.compile(f"{expanded(HOPELESS)}(?:{rules})")


def next_time(line: Line, place: int, scene: Scene) -> tuple[Phrase, Reading] | None:
    """The next phrase from the ``place``-th word on that tells a time, and what it tells."""
    while match := _any_rule().search(line.shape, place):
        found = _first_reading(line, match.start(), RULES[(match.lastindex or 1) - 1 :], scene)
        if found:
            return found
        place = match.start() + 1
    return None


def _first_reading(line: Line, place: int, rules: tuple[Rule, ...], scene: Scene) -> tuple[Phrase, Reading] | None:
    for rule in rules:
        match = rule.compiled.match(line.shape, place)
        if match:
            phrase = Phrase(line, match)
            reading = None if is_name(phrase) else rule.read(phrase, scene)
            if reading:
                return phrase, reading
    return None
