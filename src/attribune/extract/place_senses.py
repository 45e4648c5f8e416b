"""Senses: a place name of an article with all its mentions, and where the article says that it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribune.article import Span
from attribune.extract.gazetteer import Place, distance, key_of, within
from attribune.extract.place_candidates import Candidate, Candidates, Noun, candidates, weights
from attribune.extract.place_clues import Clue, clues_at, noun_at
from attribune.statement import PlaceKind

Home = Place | str | None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name in an article's text, and whether it stands for the place or for a government or its people."""

    span: Span
    kind: PlaceKind = "place"


@dataclass(frozen=True, slots=True)
class Stated:
    """Where the article says that a name lies, in its words; ``place`` is None where only the country is known."""

    country: str | None
    words: str
    place: Place | None = None

    @property
    def home(self) -> Home:
        """The place, or the country where that is all that is known."""
        return self.place or self.country

    def fits(self, noun: Noun | None) -> bool:
        """Whether another mention, which the noun calls a region or a town, may mean the same."""
        return noun is None or self.place is None or (noun == "city") == (self.place.kind == "city")


@dataclass(frozen=True, slots=True)
class Sense:
    """One name, in every mention the same place."""

    mentions: tuple[PlaceName, ...]
    candidates: Candidates
    noun: Noun | None = None
    stated: Stated | None = None

    @property
    def government(self) -> bool:
        """Whether a mention stands for a government."""
        return any(mention.kind == "government" for mention in self.mentions)


def read_senses(text: str, names: Sequence[PlaceName]) -> list[Sense]:
    """The senses of an article's names, each with one or more of them.

    A name has one sense, unless the article says that it lies in several places ("Paris, Texas" and "Paris, France").
    """
    alike: dict[str, list[PlaceName]] = {}
    for name in names:
        alike.setdefault(key_of(name.span.of(text)), []).append(name)
    return [sense for mentions in alike.values() for sense in _senses(text, mentions)]


def _senses(text: str, mentions: list[PlaceName]) -> Iterator[Sense]:
    found = candidates(" ".join(mentions[0].span.of(text).split()))
    read = [(mention, _stated(text, mention.span, found), noun_at(text, mention.span)) for mention in mentions]
    said = {stated.home: stated for _, stated, _ in read if stated}
    only = next(iter(said.values())) if len(said) == 1 else None
    groups: dict[tuple[Home, Noun | None], list[PlaceName]] = {}
    for mention, own, noun in read:
        stated = own or (only if only and only.fits(noun) else None)
        groups.setdefault((stated.home if stated else None, noun), []).append(mention)
    for (home, noun), group in groups.items():
        yield Sense(tuple(group), found, found.noun or noun, said.get(home))


def _stated(text: str, span: Span, found: Candidates) -> Stated | None:
    if found.whole and (place := _best_in(found.found, found.whole)):
        return Stated(place.country, span.of(text), place)
    for clue in clues_at(text, span):
        words = " ".join(clue.words.of(text).split())
        if place := _best_in(_likely(found.found, clue), clue.wholes):
            return Stated(place.country, words, place)
        countries = {whole.country for whole in clue.wholes}
        if not found.found and clue.firm and len(countries) == 1:
            return Stated(countries.pop(), words)
    return None


def _likely(found: tuple[Candidate, ...], clue: Clue) -> list[Candidate]:
    """All candidates for firm words, else those that are hardly less known than the best."""
    least = max((candidate.standing for candidate in found), default=0.0) - weights()["sure"]
    return [candidate for candidate in found if clue.firm or candidate.standing > least]


def _best_in(found: Sequence[Candidate], wholes: tuple[Place, ...]) -> Place | None:
    """The candidate that lies in one of the places: the best known, and near the middle of a region.

    A name that is a country's lies in no other: "China, Japan" is a list, though there is a town China in Japan.
    """
    country = any(candidate.place.kind == "country" for candidate in found)
    inside = [
        (candidate.standing - _fading(candidate.place, whole), candidate.place)
        for candidate in found
        for whole in wholes
        if _lies_in(candidate.place, whole) and not (country and whole.kind == "country")
    ]
    return max(inside, key=lambda pair: pair[0])[1] if inside else None


def _lies_in(place: Place, whole: Place) -> bool:
    """Whether a city, region or district lies in the country, or near enough to the region's middle to lie in it."""
    if place.country != whole.country or place.kind == "country" or place == whole:
        return False
    return whole.kind == "country" or within(weights()["reach km"], place, whole)


def _fading(place: Place, whole: Place) -> float:
    """How much of a place's standing its distance from the middle of a region takes away."""
    return 0 if whole.kind == "country" else distance(place, whole) / weights()["fade km"]
