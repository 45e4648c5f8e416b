"""What stands behind a field's colon, as a test: bounds of a figure, days, one of a closed set of words."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from attribune.ledger.query.fields import CLOSED
from attribune.ledger.query.lexemes import Lexeme, refusal, suggestion
from attribune.ledger.query.nodes import DateTest, FigureTest

BOUND = re.compile(r"(>=|<=|>|<)?(.+)")
RANGE = ".."
NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
FIGURES = "write figure:600, figure:>100, figure:>=100, figure:<5, figure:<=5, figure:100..200 or figure:*"
DATES = "write date:2015, date:2015-10, date:2015-10-03, date:>2015-10, date:2015-10..2015-11 or date:..2015"


def closed_value(field: str, lexeme: Lexeme) -> str:
    """The value of a field with a closed set of them; "promise-vow" and "Promise vow" are ``promise_vow``."""
    value = re.sub(r"[\s-]+", "_", lexeme.text.strip()).lower()
    if value not in CLOSED[field] or lexeme.prefix:
        raise refusal(f"unknown {field} {whole(lexeme)!r}", lexeme.column, suggestion(value, CLOSED[field]))
    return value


def figure_test(lexeme: Lexeme) -> FigureTest:
    """The bounds that a figure is asked to have."""
    text = whole(lexeme).strip()
    if text == "*":
        return FigureTest()
    low, dots, high = text.partition(RANGE)
    if dots:
        return _between(_number(low, lexeme), _number(high, lexeme), lexeme)
    bound = BOUND.fullmatch(text)
    sign, value = (bound[1], _number(bound[2], lexeme)) if bound else (None, _number(text, lexeme))
    if sign is None:
        return FigureTest(value, value)
    is_open = len(sign) == 1
    return FigureTest(low=value, low_open=is_open) if ">" in sign else FigureTest(high=value, high_open=is_open)


def _between(low: float, high: float, lexeme: Lexeme) -> FigureTest:
    if low > high:
        raise refusal(f"figure:{lexeme.text}", lexeme.column, "the first number is the smaller one")
    return FigureTest(low, high)


def _number(text: str, lexeme: Lexeme) -> float:
    digits = NUMBER.fullmatch(text.strip())
    value = float(digits.group().replace(",", "")) if digits else math.inf
    if math.isinf(value):
        raise refusal(f"no number {text!r} in figure:{whole(lexeme)}", lexeme.column, FIGURES)
    return value


def date_test(lexeme: Lexeme) -> DateTest:
    """The days on which an article is asked to be published; a month or year stands for all its days."""
    text = whole(lexeme).strip()
    if text == "*":
        return DateTest()
    low, dots, high = text.partition(RANGE)
    if dots and (low or high):
        return _from_to(_days(low, lexeme)[0] if low else None, _days(high, lexeme)[1] if high else None, lexeme)
    bound = BOUND.fullmatch(text)
    sign, value = (bound[1], bound[2]) if bound else (None, text)
    first, end = _days(value, lexeme)
    ranges = {None: (first, end), ">": (end, None), ">=": (first, None), "<": (None, first), "<=": (None, end)}
    return _from_to(*ranges[sign], lexeme)


def _from_to(first: date | None, end: date | None, lexeme: Lexeme) -> DateTest:
    if first is not None and end is not None and first >= end:
        raise refusal(f"date:{lexeme.text}", lexeme.column, "the first date is the earlier one")
    return DateTest(first, end)


def _days(text: str, lexeme: Lexeme) -> tuple[date, date]:
    """The first day of a year, month or day, and the day after its last."""
    match = DAY.fullmatch(text.strip())
    if match is None:
        raise refusal(f"no date {text!r} in date:{whole(lexeme)}", lexeme.column, DATES)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        advice = f"the calendar has no such day; {DATES}"
        raise refusal(f"no date {text!r} in date:{whole(lexeme)}", lexeme.column, advice) from error
    return first, _after(first, longest=1 if day else 31 if month else 366)


def _after(first: date, *, longest: int) -> date:
    """The day after a day, month or year of so many days at most; the calendar's last day where it ends there."""
    if date.max - first < timedelta(days=longest):
        return date.max
    end = first + timedelta(days=longest)
    return end if longest == 1 else end.replace(day=1) if longest == 31 else end.replace(month=1, day=1)


def whole(lexeme: Lexeme) -> str:
    """The value as it was typed, with its signs."""
    return f"{'=' * lexeme.exact}{lexeme.text}{'*' * lexeme.prefix}"
