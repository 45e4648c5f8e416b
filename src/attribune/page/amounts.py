"""Figures as a person would write them: "about 600 militants", "at most 30", "US$ 4 million"."""

from __future__ import annotations

import re

from attribune.page.labels import COUNTS
from attribune.statement import Figure

SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
MONEY = re.compile(r"[A-Z]{3}")  # ISO 4217; no code of measure looks like it
SIGNS = {"USD": "US$", "EUR": "€", "GBP": "£"}
UNITS = {"percent": "%", "acre": "acres"}
LARGE = 1000  # from here on, "more than 150,000" and not "150,001 or more"


def figure_words(figure: Figure, whole: Figure | None) -> str:
    """Number, counted noun and what happened to them; ``whole`` is the figure of which it is a part."""
    words, happened = counted(figure, whole), COUNTS[figure.counts]
    nouns = {word.rstrip("s") for word in (figure.of or "").casefold().split()}
    told = figure.counts == "other" or happened.rstrip("s") in nouns
    return words if told else f"{words} · {happened}"


def counted(figure: Figure, whole: Figure | None) -> str:
    """Number and counted noun, and of what number it is a part."""
    parts = [_amount(figure)]
    if figure.further:
        parts.append("further")
    if figure.of:
        measured = figure.unit is not None or figure.low is figure.high is None
        parts += ["of"] * measured + figure.of.split()
    if whole:
        parts.append(f"of the {_amount(whole)}" if _exact(whole) else f"of {_amount(whole)}")
    return " ".join(parts)


def _exact(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high and not figure.approximate


def _amount(figure: Figure) -> str:
    low, high = figure.low, figure.high
    about = "about " if figure.approximate else ""
    if low is not None and high is not None:
        return about + _quantity(figure, *dict.fromkeys((low, high)))
    if low is not None:
        return _at_least(figure, low, about)
    if high is not None:
        return _at_most(figure, high, about)
    return "an unknown number"


def _at_least(figure: Figure, low: float, about: str) -> str:
    if _stepped(figure, low - 1):
        return f"more than {about}{_quantity(figure, low - 1)}"
    return f"{about}{_quantity(figure, low)} or more"


def _at_most(figure: Figure, high: float, about: str) -> str:
    if _stepped(figure, high + 1):
        return f"fewer than {about}{_quantity(figure, high + 1)}"
    return f"at most {about}{_quantity(figure, high)}"


def _stepped(figure: Figure, told: float) -> bool:
    """Whether a bound of countable things is one off a large round number, which is then what was told."""
    return figure.unit is None and told >= LARGE and told % 100 == 0


def _quantity(figure: Figure, *values: float) -> str:
    """The numbers with their unit; "million" stands once if they share it."""
    unit, scaled = figure.unit or "", [_scaled(value) for value in values]
    *others, (last, scale) = scaled
    shared = all(other == scale for _, other in others)
    words = " to ".join([*(number if shared else number + other for number, other in others), last + scale])
    if MONEY.fullmatch(unit):
        return f"{SIGNS.get(unit, unit)} {words}"
    return f"{words} {UNITS.get(unit, unit)}".rstrip()


def _scaled(value: float) -> tuple[str, str]:
    """The number and its scale, one of millions only where no more than two decimals are left."""
    for scale, word in SCALES:
        hundredths = 100 * value / scale
        if value >= scale and abs(hundredths - round(hundredths)) < 1e-6:
            return f"{round(hundredths) / 100:,.15g}", word
    return f"{value:,.15g}", ""
