"""Words of a text as search terms: folded, stemmed, and safe inside every database's index."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from snowballstemmer.english_stemmer import EnglishStemmer

LONGEST_TERM = 60  # characters
LONGEST_WORD = 240  # characters of a word that are looked at, so that no word fills the memory
KNOWN_WORDS = 1 << 16  # forms kept with their term; a year of one outlet's news has about as many
STEMMED = re.compile(r"[a-z]+[a-z0-9]*")
APOSTROPHES = "'’ʼ＇"
NUMBER = r"\d{1,3}(?:,\d{3}){1,6}(?![^\W_]|,\d)"  # bounded: no list of numbers is walked again and again
INITIALS = r"[A-Z](?:\.[A-Z]){1,9}(?![^\W_])"
INSIDE = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphen, joiners and word breaks: they show nothing and mean nothing
PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŧ": "t",
        "ŋ": "n",
        "ʼ": "",
    }
)
# SQLite's tokenizer knows the letters of an older Unicode; those of Unicode 3.2 are in every version.
OLD_UNICODE = unicodedata.ucd_3_2_0

_stemmer = EnglishStemmer()  # pure Python even where PyStemmer is there: one version's stems, in one place
_stemming = Lock()


class Token(NamedTuple):
    """A term and the half-open range of code points of the text that it was read from."""

    term: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The text's words as stems, in order.

    Words are letters, digits and marks. "anti-tank" is two terms, "don't" is ``dont``, "Russia's" is ``russia``,
    "U.N." is ``un``, "1,200" is ``1200``; "3.5" is the two terms ``3`` ``5``, which a phrase finds. A term has 60
    characters at most, no underscore, and only letters and digits that SQLite's unicode61 and a tsvector keep whole.
    """
    words = _words(text).finditer(text)
    return [Token(term, *word.span()) for word in words if (term := _term(word.group()[:LONGEST_WORD]))]


def fold(text: str) -> list[str]:
    """The text's words folded as :func:`tokenize` folds them, but not stemmed."""
    words = _words(text).finditer(text)
    return [folded for word in words if (folded := _folded(word.group()[:LONGEST_WORD]))]


def _words(text: str) -> re.Pattern[str]:
    if text.isascii() or not any(map(_is_mark, set(text))):
        return _pattern("")
    return _pattern(_marks())


@cache
def _pattern(marks: str) -> re.Pattern[str]:
    letters = r"[^\W_]+" if not marks else rf"[^\W_](?:[^\W_]|[{marks}])*"
    return re.compile(rf"{NUMBER}|{INITIALS}|{letters}(?:[{APOSTROPHES}]{letters})*")


def _is_mark(char: str) -> bool:
    return char in INSIDE or unicodedata.category(char)[0] == "M"


@cache
def _marks() -> str:
    """All marks as the inside of a character class; takes a tenth of a second, once, where a text has marks at all."""
    return "".join(char for char in map(chr, range(0x80, 0xE01F0)) if _is_mark(char))


@lru_cache(KNOWN_WORDS)
def _term(word: str) -> str:
    folded = _folded(word)
    if not STEMMED.fullmatch(folded):
        return folded
    with _stemming:
        return str(_stemmer.stemWord(folded))


def _folded(word: str) -> str:
    """The word without case, marks, apostrophes and possessive."""
    word = word.replace(",", "").replace(".", "")
    if not word.isascii():
        word = "".join(map(_plain, word))
    return word.casefold().removesuffix("'s").replace("'", "")[:LONGEST_TERM]


@lru_cache(KNOWN_WORDS)
def _plain(char: str) -> str:
    """What stands for a character of a word: letters and digits that every index keeps, or nothing for a mark."""
    if char in APOSTROPHES:
        return "'"
    if _is_mark(char):
        return ""
    letters = _without_marks(_without_marks(char).casefold()).translate(PLAIN_LETTERS)
    return "".join(map(_kept, letters))


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not _is_mark(char))


def _kept(char: str) -> str:
    """A digit as 0 to 9, a letter as it is; the number of a character that SQLite would take for a blank."""
    value = unicodedata.decimal(char, None)
    if value is not None:
        return str(value)
    is_old = OLD_UNICODE.category(char)[0] in "LN" and unicodedata.category(char)[0] in "LN"
    return char if is_old else f"u{ord(char):x}"
