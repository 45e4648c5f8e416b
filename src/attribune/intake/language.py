"""Which language a text is in; English is told by its small words, others by py3langid."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from attribune.intake.lists import load_entries

SAMPLE = 10_000  # characters looked at
FEWEST_LETTERS = 200  # below, a text in Latin letters is taken to be in the declared language or English
SHARE, DIFFERENT = 0.2, 5  # small words among all words; English news has 0.3 to 0.45, Dutch and Scots below 0.1
WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, *, declared: str | None = None) -> str:
    """The ISO 639-1 code of the text's language, ``en`` where it is too short to tell."""
    sample = text[:SAMPLE].casefold()
    letters = [char for char in sample if char.isalpha()]
    latin = sum(map(_is_latin, letters))
    if 2 * latin >= len(letters):
        if len(letters) < FEWEST_LETTERS:
            return declared or "en"
        if _english(WORD.findall(sample)):
            return "en"
    return _classify(sample)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")


def _english(words: list[str]) -> bool:
    small = [word for word in words if word in _small_words()]
    return len(small) >= SHARE * len(words) and len(set(small)) >= DIFFERENT


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load_entries("english.txt")["word"])


def _classify(sample: str) -> str:
    import py3langid

    return str(py3langid.classify(sample)[0])
