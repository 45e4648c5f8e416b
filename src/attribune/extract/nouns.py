"""Nouns that speak: their class, number, and which narrower roles a broader noun covers."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from attribune.extract.wordlists import rows, word_classes

NounClass = Literal["individual", "collective", "group", "document", "poll"]
ORDER: tuple[NounClass, ...] = ("individual", "collective", "document", "poll", "group")
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"}
PERSONAL = ("sman", "rman", "nman", "tman", "eeman", "woman", "person")
AGENTS = ("er", "or", "ist", "eer", "ess", "ician", "arian")
UNCHANGED = ("ss", "us", "is", "news")


@cache
def _classes() -> dict[str, NounClass]:
    found: dict[str, NounClass] = {}
    for label in ORDER:
        for word in word_classes("role_words.tsv")[label]:
            found.setdefault(word, label)
    return found


def singular(noun: str) -> str:
    """The singular of a lower-case noun: "spokesmen", "deputies", "officials"."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if not noun.endswith("s") or noun.endswith(UNCHANGED):
        return noun
    return noun[:-2] if noun.endswith(("sses", "ches", "shes", "xes")) else noun[:-1]


def noun_class(noun: str) -> NounClass | None:
    """The class of a lower-case noun in the singular; None where it is no noun that speaks."""
    return _classes().get(noun) or ("individual" if noun.endswith(PERSONAL) and len(noun) > 6 else None)


def is_listed(noun: str) -> bool:
    """Whether a lower-case singular noun stands in the lists, and not by its ending alone, as "wasserman"."""
    return noun in _classes()


def is_somebody(noun: str) -> bool:
    """Whether an unlisted lower-case singular noun is a person's by its ending: "gunner", "organist"."""
    listed = is_listed(noun) or noun in word_classes("role_words.tsv")["impersonal"]
    return noun.endswith(AGENTS) and len(noun) > 5 and not listed


def class_of_any(noun: str) -> tuple[NounClass | None, bool]:
    """The class of a lower-case noun in either number, and whether it is a plural."""
    known = noun_class(noun)
    if known:
        return known, known == "group"
    single = noun_class(singular(noun))
    return single, single is not None


def is_modifier(word: str) -> bool:
    """Whether it can stand between a determiner and a role: "senior", "press"."""
    return word in word_classes("role_words.tsv")["modifier"]


def is_generic(word: str) -> bool:
    """Whether it stands for nobody in particular: "critics", "some"."""
    return word in word_classes("role_words.tsv")["generic"]


@cache
def narrower(noun: str) -> frozenset[str]:
    """The noun itself and every role that it covers: an official may be a minister or a general."""
    listed = {broad: frozenset(map(str.strip, words.split(","))) for broad, words in rows("broader_roles.tsv")}
    return cast("frozenset[str]", listed.get(noun, frozenset()) | {noun})
