"""Words of time by class. A class is one character, so that a line of words has a shape that patterns can match."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attribune.extract.wordlists import rows

WORDS = "time_words.tsv"
SEPARATOR = re.compile(r",\s+")
UNLISTED = {"plain": "x", "name": "X", "mark": "_"}  # a name starts with a capital, a mark is no word
ENDINGS = "stndrhSTNDRH"  # of 3rd and 1990s
REMEMBERED = 1 << 16  # words
FIRST_CODE = 0x100  # classes get letters that mean nothing in a regular expression
DIGITS = re.compile(
    r"(?P<iso_date>\d{4}-\d\d?-\d\d?|\d{4}/\d\d?/\d\d?)"
    r"|(?P<numeric_date>\d\d?[/.-]\d\d?[/.-]\d{4})"
    r"|(?P<clock_time>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:[ap]m)?|(?:0?[1-9]|1[0-2])(?:\.[0-5]\d)?[ap]m)"
    r"|(?P<day_number>0?[1-9]|[12]\d|3[01])"
    r"|(?P<two_digits>\d\d)"
    r"|(?P<year>1\d{3}|2[01]\d\d)"
    r"|(?P<decade>(?:1\d|20)?\d0s)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th))"
    r"|(?P<count>\d{1,9}|\d{1,3}(?:,\d{3}){1,3}|\d{1,9}\.\d{1,3})",
    re.ASCII | re.IGNORECASE,
)


@cache
def codes() -> dict[str, str]:
    """Class to the character that stands for it in a shape."""
    listed = dict.fromkeys((*(row[0] for row in rows(WORDS)), *DIGITS.groupindex))
    return UNLISTED | {name: chr(FIRST_CODE + number) for number, name in enumerate(listed)}


@cache
def classes() -> dict[str, str]:
    """Character of a shape to the class that it stands for."""
    return {code: name for name, code in codes().items()}


@cache
def _word_codes() -> dict[str, str]:
    """The class's character of every listed word, in each of its forms."""
    return {form: codes()[name] for name, _, words in rows(WORDS) for form in _forms(words)}


@cache
def _values() -> dict[str, str]:
    return {form: value for _, value, words in rows(WORDS) for form in _forms(words)}


def _forms(words: str) -> set[str]:
    return {form for word in SEPARATOR.split(words) for form in (word, word[0].upper() + word[1:], word.upper())}


def class_of(word: str) -> str:
    """The class of a word or mark."""
    return classes()[code_of(word)]


@lru_cache(maxsize=REMEMBERED)
def code_of(word: str) -> str:
    """The character of a word's or mark's class; a number's follows from its form."""
    return _word_codes().get(word) or _unlisted_code(word)


def _unlisted_code(word: str) -> str:
    if word[0] in "0123456789":
        number = DIGITS.fullmatch(word)
        return codes()[str(number.lastgroup)] if number else UNLISTED["plain"]
    if word[0].isalnum():
        return UNLISTED["name" if word[0].isupper() else "plain"]
    return UNLISTED["mark"]


def value_of(word: str) -> str:
    """A listed word's value, another's digits: "3" of "third", "3rd" and "3"."""
    return _values().get(word) or word.rstrip(ENDINGS)
