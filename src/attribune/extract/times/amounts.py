"""How many: "three", "5 1/2", "twenty-one", "a couple of", "two and a half"."""

from __future__ import annotations

from attribune.extract.times.lexicon import class_of, value_of
from attribune.extract.times.phrase import Phrase

HALF = 0.5
THOUSAND = 1000
LARGEST = 1e12  # a larger number is as vague as "many"
PLURALS = ("units", "clock_units")


def amount_of(phrase: Phrase) -> float | None:
    """The number of a phrase whose rule holds the pattern ``COUNT``; None where it is vague: "several years", "years".

    A single unit without a number ("a year") counts one.
    """
    if phrase.has("few"):
        return None
    if phrase.has("half"):
        return HALF
    if phrase.has("dozen"):
        return float(phrase.value("dozen"))
    if not phrase.has("count"):
        return None if phrase.kind("unit") in PLURALS else 1
    number = _number(phrase.words("count")) + (HALF if phrase.has("and_half") else 0)
    return number if number <= LARGEST else None


def _number(words: tuple[str, ...]) -> float:
    """The value of a number's words: digits, spelled, or digits with a fraction."""
    if "/" in words:
        *whole, above, _, below = words
        return _number(tuple(whole)) + int(above) / int(below)
    total = part = 0.0
    for word in words:
        value = value_of(word).replace(",", "")
        if class_of(word) == "hundred":
            part = max(part, 1) * int(value)
            if int(value) >= THOUSAND:
                total, part = total + part, 0.0
        elif value.replace(".", "").isdecimal():
            part += float(value)
    return total + part
