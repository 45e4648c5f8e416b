"""Places: from a place name in an article to its country and coordinates, with a reason.

A name is looked up in the gazetteer. Of the places that bear it the article may say which it means ("Paris, Texas");
else the better known wins, or the one in the country of which the article speaks. Where two countries remain, there is
no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attribune.extract.gazetteer import Place, name_of_country
from attribune.extract.place_candidates import weights
from attribune.extract.place_evidence import Evidence, Ranked, evidence_for, lead_abroad, lead_apart, rank
from attribune.extract.place_senses import PlaceName, Sense, read_senses
from attribune.statement import Where

__all__ = ["PlaceName", "Resolution", "resolve_places"]

WITH_ARTICLE = re.compile(
    r"^(?:United|Republic|Democratic) |(?:Islands|Republic|Territory|Netherlands|Philippines|Maldives|Bahamas)$"
)


@dataclass(frozen=True)
class Resolution:
    """Where a name's place lies, and why: a sentence that a reporter can read."""

    where: Where
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sense means: its country, its place where one is known for sure, and why."""

    reason: str
    country: str | None = None
    place: Place | None = None


def resolve_places(text: str, names: Sequence[PlaceName]) -> tuple[Resolution, ...]:
    """Country and coordinates of an article's place names, in their order; spans are of ``text``.

    A name means the same place wherever it stands in the article, unless the article says otherwise.
    """
    senses = read_senses(text, names)
    verdicts: dict[PlaceName, Verdict] = {}
    for sense, evidence in zip(senses, evidence_for(text, senses), strict=True):
        verdicts |= dict.fromkeys(sense.mentions, _verdict(sense, evidence))
    return tuple(_resolution(text, name, verdicts[name]) for name in names)


def _resolution(text: str, name: PlaceName, verdict: Verdict) -> Resolution:
    place = verdict.place
    if place is None:
        words = " ".join(name.span.of(text).split())
        return Resolution(Where(name.span, words, name.kind, verdict.country), verdict.reason)
    where = Where(name.span, place.name, name.kind, verdict.country, place.lat, place.lon)
    return Resolution(where, verdict.reason)


def _verdict(sense: Sense, evidence: Evidence) -> Verdict:
    if sense.stated:
        place = None if sense.candidates.inside else sense.stated.place
        return Verdict(f'the article says "{sense.stated.words}"', sense.stated.country, place)
    if not sense.candidates.found:
        return _unknown(evidence)
    ranked = rank(sense, evidence)
    first = ranked[0]
    if lead_abroad(ranked) < weights()["lead"]:
        return Verdict(f"may lie in {_countries(ranked)}, and the article doesn't tell which")
    if _foreign(first, evidence):
        return Verdict(f"the best known place lies in {_country(first)}, of which the article says nothing else")
    exact = not sense.candidates.inside and lead_apart(ranked) >= weights()["lead apart"]
    return Verdict(_why(sense, ranked, evidence), first.place.country, first.place if exact else None)


def _unknown(evidence: Evidence) -> Verdict:
    """An unknown name lies in the country where nearly everything else in the article does."""
    total = evidence.total
    for country, votes in evidence.votes.most_common(1):
        if total >= weights()["enough"] and votes >= weights()["nearly all"] * total:
            return Verdict(f"not in the gazetteer; the article plays in {_named(country)}", country)
    return Verdict("not in the gazetteer")


def _foreign(first: Ranked, evidence: Evidence) -> bool:
    """Whether a small place lies in a country of which the article says nothing else, though it speaks of others."""
    heard = evidence.total >= weights()["enough"]
    return heard and not evidence.share(first.place.country) and first.score < weights()["small"]


def _why(sense: Sense, ranked: Sequence[Ranked], evidence: Evidence) -> str:
    place, country = ranked[0].place, _country(ranked[0])
    if place.kind == "area":
        return "lies in several countries or in none"
    if place.kind == "country":
        return f"stands for {country}"
    if sense.candidates.inside:
        return f'holds "{sense.candidates.looked_up}", which lies in {country}'
    return _among(sense, ranked, evidence)


def _among(sense: Sense, ranked: Sequence[Ranked], evidence: Evidence) -> str:
    """Why the first and none of its namesakes."""
    place, country = ranked[0].place, _country(ranked[0])
    if all(one.place.country == place.country for one in ranked):
        return f"every known place of that name lies in {country}"
    known = rank(sense, Evidence())
    if known[0].place.country == place.country and lead_abroad(known) >= weights()["lead"]:
        return f"the best known place of that name lies in {country}"
    if evidence.near(place):
        return f"the place of that name in {country} lies near others of the article"
    return f"the article speaks more of {country} than of the other countries that have a place of that name"


def _country(ranked: Ranked) -> str:
    return _named(ranked.place.country) if ranked.place.country else "no single country"


def _named(code: str) -> str:
    name = name_of_country(code)
    return f"the {name}" if WITH_ARTICLE.search(name) else name


def _countries(ranked: Sequence[Ranked]) -> str:
    """The countries within reach of the first place, the best first."""
    close = [one for one in ranked if one.score > ranked[0].score - weights()["lead"]]
    return " or ".join(dict.fromkeys(map(_country, close)))
