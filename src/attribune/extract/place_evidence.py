"""Evidence: of which countries an article speaks and where its places lie, and how that ranks a name's candidates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from attribune.extract.countries import country_of_demonym
from attribune.extract.gazetteer import Place, within
from attribune.extract.place_candidates import Candidate, weights
from attribune.extract.place_senses import Sense

CAPITALISED = re.compile(r"[A-Z][a-z]{2,30}(?: [A-Z][a-z]{2,30})?")
MOST = 40  # sure places of an article to which a candidate may lie near


@dataclass(frozen=True, slots=True)
class Vote:
    """What one sense tells about the article: its country, and its place where that is sure too."""

    country: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Evidence:
    """What an article tells beside the name at hand: votes by country, and the places that other names surely mean."""

    votes: Counter[str] = field(default_factory=Counter)
    places: tuple[Place, ...] = ()

    @cached_property
    def total(self) -> int:
        """All votes."""
        return self.votes.total()

    def share(self, country: str | None) -> float:
        """A country's share of the votes, between 0 and 1."""
        return self.votes[country] / self.total if country and country in self.votes else 0.0

    def near(self, place: Place) -> bool:
        """Whether one of the places lies near."""
        return any(within(weights()["near km"], place, other) for other in self.places)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate's place with the score that its standing and the evidence give it."""

    score: float
    place: Place


def rank(sense: Sense, evidence: Evidence) -> list[Ranked]:
    """The sense's candidates by falling score."""
    found = (Ranked(_score(candidate, sense, evidence), candidate.place) for candidate in sense.candidates.found)
    return sorted(found, key=lambda ranked: -ranked.score)


def lead_abroad(ranked: Sequence[Ranked]) -> float:
    """How far the first is ahead of the best in another country; its score where there is none."""
    first = ranked[0]
    return first.score - max((one.score for one in ranked if one.place.country != first.place.country), default=0.0)


def lead_apart(ranked: Sequence[Ranked]) -> float:
    """How far the first is ahead of the best that does not lie beside it; its score where there is none."""
    first, *others = ranked
    apart = weights()["apart km"]
    return first.score - max((one.score for one in others if not within(apart, one.place, first.place)), default=0.0)


def evidence_for(text: str, senses: Sequence[Sense]) -> list[Evidence]:
    """For each sense what the others, and the adjectives and demonyms of the text, tell."""
    cast = [_vote(sense) for sense in senses]
    votes = _adjectives(text, [mention.span.start for sense in senses for mention in sense.mentions])
    for sense, vote in zip(senses, cast, strict=True):
        if vote.country:
            votes[vote.country] += _ballot(sense)
    places = [vote.place for vote in cast if vote.place][:MOST]
    return [
        Evidence(
            votes - Counter({vote.country: _ballot(sense)} if vote.country else {}),
            tuple(place for place in places if place is not vote.place),
        )
        for sense, vote in zip(senses, cast, strict=True)
    ]


def _score(candidate: Candidate, sense: Sense, evidence: Evidence) -> float:
    weight, place = weights(), candidate.place
    score = candidate.standing + weight["country share"] * evidence.share(place.country)
    if sense.government and (candidate.capital or place.kind == "country"):
        score += weight["government"]
    if sense.noun and (place.kind == "city" if sense.noun == "city" else place.kind in ("region", "district")):
        score += weight["noun"]
    return score + weight["near"] * evidence.near(place)


def _vote(sense: Sense) -> Vote:
    if sense.stated:
        return Vote(sense.stated.country, sense.stated.place)
    if not sense.candidates.found or sense.candidates.inside:
        return Vote()
    ranked = rank(sense, Evidence())
    first = ranked[0].place
    sure = weights()["sure"]
    exact = first.kind not in ("country", "area") and lead_apart(ranked) >= sure
    return Vote(first.country if lead_abroad(ranked) >= sure else None, first if exact else None)


def _ballot(sense: Sense) -> int:
    return len(sense.mentions) * int(weights()["mention"])


def _adjectives(text: str, named: list[int]) -> Counter[str]:
    """Votes of the adjectives and demonyms that are not among the article's names, which start at ``named``."""
    words = Counter(CAPITALISED.findall(text))
    words.subtract(word.group() for start in named if (word := CAPITALISED.match(text, start)))
    votes: Counter[str] = Counter()
    for word, count in words.items():
        if count > 0 and (code := _country_of(word)):
            votes[code] += count
    return votes


@lru_cache(maxsize=8192)
def _country_of(words: str) -> str | None:
    """The country of both words, else of one of them: "South Korean", "Syrian President", "Former Syrian"."""
    first, _, last = words.partition(" ")
    country = country_of_demonym(words) or country_of_demonym(first) or country_of_demonym(last)
    return country.code if country else None
