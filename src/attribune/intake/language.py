"""Which language a text is in; English is told by its small words, others by py3langid."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from attribune.intake.lists import load_entries

SAMPLE = 10_000  # characters looked at
FEWEST_LETTERS = 200  # below, a text in Latin letters is in the declared language, or English if little speaks against
SHORTEST = 30  # letters; below, nothing is told
FIRM = (
    40.0  # log-likelihood over English from which a short text is foreign: headlines have up to 10, sentences over 75
)
SHARE, DIFFERENT = 0.2, 5  # small words among all words; English news has 0.3 to 0.45, Dutch and Scots below 0.1
WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, *, declared: str | None = None) -> str:
    """The ISO 639-1 code of the text's language, ``en`` where it is too short to tell."""
    sample = text[:SAMPLE].casefold()
    letters = [char for char in sample if char.isalpha()]
    latin = sum(map(_is_latin, letters))
    if 2 * latin >= len(letters):
        if len(letters) < FEWEST_LETTERS:
            return declared or _of_few(sample, len(letters))
        if _english(WORD.findall(sample)):
            return "en"
    return _classify(sample)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")


def _of_few(sample: str, letters: int) -> str:
    """The language of a short text: English, but where its words leave no doubt that it is another."""
    if letters < SHORTEST or _share(WORD.findall(sample)) >= SHARE:
        return "en"
    import py3langid

    ranked = py3langid.rank(sample)
    language, score = ranked[0]
    return str(language) if score - dict(ranked)["en"] > FIRM else "en"


def _share(words: list[str]) -> float:
    """The share of English small words."""
    return sum(word in _small_words() for word in words) / len(words) if words else 0.0


def _english(words: list[str]) -> bool:
    return _share(words) >= SHARE and len(_small_words().intersection(words)) >= DIFFERENT


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load_entries("english.txt")["word"])


def _classify(sample: str) -> str:
    import py3langid

    return str(py3langid.classify(sample)[0])
