"""Units of measure and money beside a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import Number
from attribune.extract.figures.phrases import Phrases
from attribune.extract.wordlists import rows


class Unit(NamedTuple):
    """A unit by its code ("km", "USD", "percent"), and the tokens of number and unit together."""

    code: str
    first: int
    end: int


@cache
def _signs() -> Phrases:
    return Phrases((row[1], row[2]) for row in rows("figure_units.tsv") if row[0] == "sign")


@cache
def _words() -> Phrases:
    return Phrases((row[1], row[2]) for row in rows("figure_units.tsv") if row[0] != "sign")


def read_unit(line: Line, number: Number, *, sign_before: int, behind: int) -> Unit | None:
    """The unit of a number: a sign that ends at a token, or words behind the number, joined by a hyphen or not."""
    sign = _signs().ending(line, sign_before)
    if sign:
        return Unit(sign.meaning, min(number.first, sign_before - sign.length), behind)
    start = behind + (line.at(behind) == "-" and line.glued(behind) and line.glued(behind + 1))
    start += number.vague and line.at(start) == "of"
    word = _words().starting(line, start)
    if not word or line.at(start + word.length) == "-":
        return None
    weight = word.meaning == "GBP" and line.at(start + word.length) == "of" and number.scale == 1
    return Unit("lb" if weight else word.meaning, number.first, start + word.length)
