"""Arabic compounds: names of several words that are one, however outlets part and spell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attribune.link.folding import consonants, single_letters
from attribune.link.wordlists import word_class

SERVANT = re.compile(r"abd(?:(?:ou|[aeou])[lrsndtz])?")
SERVANT_OF = re.compile(r"abd(?:ou|[aeiou])?l?")
ABDULLAH = re.compile(r"abd(?:ou|[aeiou])l+ah?(?P<suffix>i?)")
FATHER = re.compile(r"ab(?:u|ou|oo)l?")
FATHER_OF = re.compile(r"ab(?:u|ou|oo)(?:l(?=[^aeiouy]))?(?P<rest>[a-z]{3,})")
FAITH = re.compile(r"d(?:i|ee)ne?")
THE_FAITH = re.compile(r"[aeiou][ld]d(?:i|ee)ne?")
OF_FAITH = re.compile(r"(?P<head>[a-z]+?)[aeiou]{1,2}[ld]?d(?:i|ee)ne?")
OF_ISLAM = re.compile(r"(?P<head>[a-z]{3,}?)[aeou]{1,2}lislam")
GOD = re.compile(r"[aeou]llah")
OF_GOD = re.compile(r"(?P<head>[a-z]{2,}?)[aeou]{1,2}llah")
VOWELS = "aeiouy"
SHORTEST = 6  # letters of a compound
SHORTEST_REST = 3  # letters behind "Abdul" and its article


def compound(words: Sequence[str], *, first: bool) -> tuple[str, int]:
    """The folded name that the words start with, in one spelling, and how many of the words it takes.

    "abd", "al", "rahman" is "abdulrahman", and so is "abdurrahman"; what is no compound is the first word as it is.
    ``first`` says that the words are all of a person's name: of two, "Abdul" may then be the given name and the other
    the surname, and they are joined only where they are a usual compound.
    """
    behind = 2 if len(words) > 2 and words[1] in word_class("name_words.tsv", "inner article") else 1
    if len(words) > behind:
        found = _parted(words, behind, first and len(words) == behind + 1)
        if found:
            return found
    return together(words[0]), 1


def _parted(words: Sequence[str], behind: int, whole: bool) -> tuple[str, int] | None:
    word = words[behind]
    if SERVANT.fullmatch(words[0]) and len(word) >= SHORTEST_REST and not (whole and not _is_epithet(word)):
        return together(f"abd{word}" if GOD.fullmatch(word) else f"abdul{word}"), behind + 1
    if FATHER.fullmatch(words[0]) and len(word) > 1:
        child, taken = compound(words[behind:], first=False)
        return f"abu{child}", behind + taken
    if behind == 2 and FAITH.fullmatch(word):
        return f"{words[0].rstrip('aeiou') or words[0]}udin", 3
    if behind == 2 and word == "islam":
        return together(f"{words[0]}alislam"), 3
    return _with_article(words[0], word, whole) if behind == 1 else None


def _with_article(head: str, word: str, whole: bool) -> tuple[str, int] | None:
    """A word with its article inside: "Nour Eddine", "Nasr Allah"; "Uddin" and "Ullah" are surnames, too."""
    faith = _listed_faith(f"{head}aldin") if THE_FAITH.fullmatch(word) else None
    if faith:
        return faith, 2
    if GOD.fullmatch(word) and (word == "allah" or not whole):
        return together(f"{head}allah"), 2
    return None


@lru_cache(maxsize=65536)
def together(word: str) -> str:
    """A folded word in the one spelling of compounds: their articles and what sounds like them are written "u"."""
    god = ABDULLAH.fullmatch(word)
    if god:
        return f"abdullah{god['suffix']}"
    servant = _rest_of_servant(word)
    if servant:
        return f"abdul{servant}"
    father = FATHER_OF.fullmatch(word)
    if father:
        return f"abu{father['rest']}"
    return _listed_faith(word) or _ending(word)


def _rest_of_servant(word: str) -> str | None:
    plain = single_letters(word)
    found = SERVANT_OF.match(plain)
    rest = plain[found.end() :] if found else ""
    return rest if len(rest) >= SHORTEST_REST else None


def _ending(word: str) -> str:
    for pattern, ending in ((OF_ISLAM, "ulislam"), (OF_GOD, "ullah")):
        found = pattern.fullmatch(word)
        if found:
            return found["head"] + ending
    return word


def _listed_faith(word: str) -> str | None:
    """Only for words that stand before "al-Din", since "Geraldine" and "Borodin" end like compounds."""
    found = OF_FAITH.fullmatch(word)
    return f"{found['head']}udin" if found and consonants(found["head"]) in _heads() else None


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(consonants, word_class("name_words.tsv", "before din")))


def _is_epithet(word: str) -> bool:
    return _sound(word) in _epithets()


@cache
def _epithets() -> frozenset[str]:
    return frozenset(map(_sound, word_class("name_words.tsv", "after abd")))


def _sound(word: str) -> str:
    """The consonants, and whether a vowel ends it, which tells "Ghani" from "Khan"."""
    return consonants(word) + ("a" if word[-1:] in VOWELS else "")


def is_compound(word: str) -> bool:
    """Whether a word in the spelling of :func:`together` is a compound, which tells more than another given name."""
    joined = word.startswith(("abdul", "abu")) or word.endswith(("udin", "ulislam", "ullah"))
    return joined and len(word) >= SHORTEST and not word.startswith("abdullah")


def without_servant(word: str) -> str | None:
    """What outlets that take "Abdul" for a given name call the bearer: "rahman" of "abdulrahman"."""
    return word.removeprefix("abdul") if word.startswith("abdul") and is_compound(word) else None
