"""Candidates: the places for which a name may stand, weighed before the article is looked at."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from attribune.extract.countries import country_of_capital
from attribune.extract.gazetteer import Place, key_of, places_named
from attribune.extract.wordlists import rows, word_classes

ENDING = re.compile(r"(?:['’]s?|[.,])+$")
LONGEST = 8  # words of a name that are looked at, where not all of them together are known
WORD = re.compile(r"[\w.'’-]+")
Noun = Literal["area", "city"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place with its standing: the logarithm of its people, more or less by kind."""

    place: Place
    standing: float
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places that a name may mean, the words of it that were looked up, and what it says of itself.

    ``noun`` is the kind that a noun in the name tells ("Idlib province"), ``whole`` where the name says that it lies
    ("Paris, Texas"); ``inside`` tells that only a part of the name is known ("Mosul University"), not the place itself.
    """

    found: tuple[Candidate, ...]
    looked_up: str
    noun: Noun | None = None
    whole: tuple[Place, ...] = ()
    inside: bool = False


@lru_cache(maxsize=8192)
def candidates(name: str) -> Candidates:
    """The candidates of a name as it is, else without the words beside it, else of what it holds."""
    if found := _weighed(name):
        return Candidates(found, name)
    head, comma, tail = name.partition(",")
    if comma and head.strip():
        inner = candidates(head.strip())
        return Candidates(inner.found, inner.looked_up, inner.noun, _places(tail) or inner.whole, inner.inside)
    bare, noun = _without_nouns(name)
    if bare != name and (found := _weighed(bare)):
        return Candidates(found, bare, noun)
    return _inside(name)


@dataclass(frozen=True, slots=True)
class Whole:
    """Countries and regions of one name, as the text spells it."""

    name: str
    places: tuple[Place, ...]


@lru_cache(maxsize=8192)
def wholes(phrase: str) -> Whole | None:
    """The countries and regions that a phrase names with as many of its first words as it can: "Texas Governor"."""
    words = phrase.split(" ")[:LONGEST]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        for spelling in dict.fromkeys((ENDING.sub("", name), name)):
            places = tuple(place for place in places_named(spelling) if place.kind in ("country", "region"))
            if places:
                return Whole(spelling, places)
    return None


@cache
def weights() -> dict[str, float]:
    """The numbers of ``place_weights.tsv`` by name."""
    return {name: float(value) for name, value, *_ in rows("place_weights.tsv")}


@cache
def place_words(label: str) -> frozenset[str]:
    """One class of ``place_words.tsv``."""
    return word_classes("place_words.tsv")[label]


def _places(tail: str) -> tuple[Place, ...]:
    whole = wholes(tail.strip())
    return whole.places if whole else ()


def _weighed(name: str) -> tuple[Candidate, ...]:
    key = key_of(name)
    return tuple(_candidate(place, key) for place in places_named(name))


def _candidate(place: Place, key: str) -> Candidate:
    weight = weights()
    people = math.log10(place.people) if place.people else weight["town" if place.kind == "city" else "region"]
    if place.kind in ("country", "area"):
        return Candidate(place, weight[place.kind])
    if place.kind != "city":
        return Candidate(place, people + (weight[f"{place.kind} shift"] if place.people else 0))
    seat = country_of_capital(place.name)
    capital = seat is not None and seat.code == place.country
    if key_of(place.name) != key:
        return Candidate(place, people + weight["other name"], capital)
    large = place.people >= weight["large capital people"]
    return Candidate(place, people + capital * weight["large capital" if large else "capital"], capital)


def _without_nouns(name: str) -> tuple[str, Noun | None]:
    """ "Idlib" and "area" of "northern Idlib province", "the province of Idlib"."""
    words = name.split()
    noun: Noun | None = None
    if len(words) > 2 and words[1] == "of" and (noun := noun_kind(words[0])):
        words = words[2:]
    while len(words) > 1 and words[0].lower() in place_words("part"):
        words = words[1:]
    if len(words) > 1 and (last := noun_kind(words[-1])):
        words, noun = words[:-1], last
    return " ".join(words), noun


def noun_kind(word: str) -> Noun | None:
    """What a noun beside a name says that the name is, in the singular or plural."""
    word = word.lower().removesuffix("s")
    return "area" if word in place_words("area") else "city" if word in place_words("city") else None


def _inside(name: str) -> Candidates:
    """Candidates of the longest part of a name that names a country, region or large city; the first of several."""
    words = WORD.findall(name)[:LONGEST]
    for count in range(len(words) - 1, 0, -1):
        for start in range(len(words) - count + 1):
            part = " ".join(words[start : start + count])
            if part[0].isupper() and not _is_noun(part):
                found = tuple(one for one in _weighed(part) if _tells(one.place))
                if found:
                    return Candidates(found, part, inside=True)
    return Candidates((), name)


def _is_noun(word: str) -> bool:
    return word.lower() in place_words("part") or noun_kind(word) is not None


def _tells(place: Place) -> bool:
    return place.kind in ("country", "region") or place.people >= weights()["inner people"]
