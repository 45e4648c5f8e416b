"""Folding: by what spellings of a word are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻ`´", "")
)
DIGRAPHS = (
    *(("shch", "s"), ("sch", "s"), ("tsch", "c"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h")),
    *(("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("ts", "s"), ("tz", "s")),
    *(("w", "v"), ("x", "ks"), ("q", "k")),
)
HARD = re.compile(r"^(?:kh|gh|[gqc](?!h))")
ENDING = re.compile(r"sk(?:y[iy]|i[ijy]?)$")
VOWELS = re.compile(r"[aeiouy]+")
TWICE = re.compile(r"(.)\1+")
ASCII = re.compile(r"[a-z]+")
FARTHEST = 0.4  # share of letters in which transliterations differ
WOMENS = ("a", "lle")  # endings of women's names that a man's form lacks
SHORTEST = 3  # letters of a skeleton that tell anything


def fold(text: str) -> str:
    """The text in small letters, without diacritics and apostrophes."""
    low = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(LETTERS)
    return "".join(letter for letter in low if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What transliterations of a folded word have in common, its consonants: "qaddafi" and "gadhafi" are "kdf".

    Empty for words in other scripts and for those with too few consonants to tell anything.
    """
    if not ASCII.fullmatch(word):
        return ""
    found = consonants(word).rstrip("h")
    return found if len(found) >= SHORTEST else ""


def consonants(word: str) -> str:
    """The consonants of a folded Latin word, each in one spelling, with "a" for a vowel that it starts with."""
    plain = _plain(word)
    return ("a" if VOWELS.match(plain) else "") + VOWELS.sub("", plain)


def single_letters(word: str) -> str:
    """The word with one letter where it has the same one twice or more."""
    return TWICE.sub(r"\1", word)


def _plain(word: str) -> str:
    """The word with one letter for each consonant, however it is written."""
    plain = HARD.sub("k", word)
    for letters, letter in DIGRAPHS:
        plain = plain.replace(letters, letter)
    return single_letters(ENDING.sub("sky", plain))


@lru_cache(maxsize=65536)
def transliterated(one: str, two: str) -> float | None:
    """How far two folded words are from each other that may be one name in two transliterations.

    The share of letters that differ, mostly vowels, at most 0.4; None for words with other skeletons, and for those
    that may be a man's and a woman's name ("Martin", "Martina").
    """
    bones = skeleton(one)
    if not bones or bones != skeleton(two) or _gendered(one.rstrip("h"), two.rstrip("h")):
        return None
    left, right = _plain(one), _plain(two)
    share = _changed(left, right) / max(len(left), len(right))
    return share if share <= FARTHEST else None


def _gendered(one: str, two: str) -> bool:
    return any(one.endswith(ending) != two.endswith(ending) for ending in WOMENS)


def _changed(one: str, two: str) -> int:
    """Edits between two words: letters put in, left out or replaced (Levenshtein)."""
    row = list(range(len(two) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for column, other in enumerate(two, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != other))
    return row[-1]
