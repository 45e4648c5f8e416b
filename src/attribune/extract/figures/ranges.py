"""Two numbers that are one: "20-25", "between 20 and 25", "three or four"."""

from __future__ import annotations

from dataclasses import replace

from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import Number, read_number
from attribune.extract.figures.words import clause_words

CHANGE = 6  # tokens between the verb and "from"
DASHES = ("-", "–", "—")
SIGNS = ("$", "£", "€", "¥")


def read_range(line: Line, number: Number) -> Number:
    """The range that a number opens; the number itself where it opens none. Both ends may have a sign: "$5 to $6"."""
    opener = line.at(number.first - 1 - _has_sign(line, number.first - 1))
    joint = number.end + _has_percent(line, number.end)
    if opener == "from" and _changes(line, number.first - 1):
        return number
    if line.at(joint) not in ("to", "or", "and", *DASHES) or (line.at(joint) == "and") != (opener == "between"):
        return number
    start = joint + 1 + _has_sign(line, joint + 1)
    other = read_number(line, start)
    if not other or other.first != start or not _belongs(line, number, joint, other):
        return number
    joined = _join(number, other)
    if not joined or opener != "between":
        return joined or number
    return replace(joined, first=number.first - 1 - _has_sign(line, number.first - 1))


def _has_sign(line: Line, position: int) -> bool:
    return line.at(position) in SIGNS


def _has_percent(line: Line, position: int) -> bool:
    return line.at(position) == "%"


def _changes(line: Line, position: int) -> bool:
    """Whether "from" at a position opens a change of a number, and no range: "fell from 20 to 12"."""
    return any(line.at(at) in clause_words("change") for at in range(position - CHANGE, position))


def _belongs(line: Line, number: Number, joint: int, other: Number) -> bool:
    """Whether both ends have the same signs, and a dash stands without white space and only once, unlike in a date."""
    if joint > number.end and not _has_percent(line, other.end):
        return False
    if line.at(joint) not in DASHES:
        return True
    further = line.at(other.end) in DASHES and line.glued(other.end) and line.in_digits(other.end + 1)
    return line.glued(joint) and line.glued(joint + 1) and not further


def _join(number: Number, other: Number) -> Number | None:
    """One interval from two numbers; None where the second is no larger. "two to three million" are all millions."""
    low = number.low * other.scale if number.scale == 1 and number.low * other.scale < other.low else number.low
    if other.high is None or low >= other.high:
        return None
    return replace(other, first=number.first, low=low, vague=number.vague or other.vague)
