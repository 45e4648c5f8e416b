"""The scene: what is known of one article while its speakers are told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from attribune.article import Article, Span
from attribune.extract.appositions import Description, describe, from_roles
from attribune.extract.capitals import Name
from attribune.extract.evidence import Evidence
from attribune.extract.layout import Layout, lay_out
from attribune.extract.links import Links
from attribune.extract.names import Gender, kind_of, person_name, plain
from attribune.extract.nouns import noun_class, singular
from attribune.extract.organisations import Organisations, find_organisations
from attribune.extract.people import People, Person, find_people
from attribune.extract.voices import Cast, Key, Voice
from attribune.quotation import Quotation

NOUN_BEHIND = re.compile(r"(?:['’]s)? ([a-zA-Z]+)\b")
DESCRIBED = 4  # mentions by full name beside which a role is sought


@dataclass(frozen=True)
class Turn:
    """Somebody spoke: where the source stands, in which words, and whose voice it was."""

    position: int
    voice: Voice
    span: Span | None = None


@dataclass(frozen=True)
class Scene:
    """An article's names, layout and people, and who has spoken so far (``cast``, ``turns`` and ``genders`` grow)."""

    article: Article
    layout: Layout
    people: People
    organisations: Organisations
    evidence: Evidence
    names: tuple[Name, ...] = ()
    links: Links | None = None
    cast: Cast = field(default_factory=Cast)
    turns: list[Turn] = field(default_factory=list)
    genders: dict[Key, Gender] = field(default_factory=dict)
    _described: dict[int, Description] = field(default_factory=dict)
    _voices: dict[int, Voice] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def sighting_starts(self) -> tuple[int, ...]:
        """Where persons are named, in order."""
        return tuple(sighting.span.start for sighting in self.people.sightings)

    @cached_property
    def spans_of(self) -> dict[int, tuple[Span, ...]]:
        """Every place where a person is named, by the person's number."""
        found: dict[int, list[Span]] = defaultdict(list)
        for sighting in self.people.sightings:
            found[sighting.person].append(sighting.span)
        return {person: tuple(spans) for person, spans in found.items()}

    @cached_property
    def by_role(self) -> dict[str, list[int]]:
        """Persons by each noun of their roles and titles, lower case and singular."""
        found: dict[str, list[int]] = defaultdict(list)
        for person in self.people.persons:
            words = (self.about(person).role or "").split()
            for word in dict.fromkeys(singular(plain(word.strip(","))) for word in words):
                found[word].append(person.number)
        return found

    @cached_property
    def titled(self) -> dict[str, frozenset[str]]:
        """Names of polls and documents by their noun: those with somebody's name right before it, "CBS poll"."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for name in self.names:
            noun = NOUN_BEHIND.match(self.text, name.span.end)
            word = singular(noun.group(1).lower()) if noun else ""
            if noun and noun_class(word) in ("document", "poll") and _may_title(name):
                found[word].setdefault(name.text.casefold(), f"{name.text} {word}")
        return {word: frozenset(names.values()) for word, names in found.items()}

    def about(self, person: Person) -> Description:
        """The person's role, affiliation and country, from what stands beside the name."""
        if person.number not in self._described:
            self._described[person.number] = self._describe(person)
        return self._described[person.number]

    def _describe(self, person: Person) -> Description:
        full = person.spans[:DESCRIBED]
        found = [describe(self.text, span, person.titles if not number else ()) for number, span in enumerate(full)]
        return from_roles(_without_repeats([one.role for one in found if one.role]))

    def person_voice(self, person: Person) -> Voice:
        """The person as a voice."""
        if person.number not in self._voices:
            self._voices[person.number] = self._voice(person)
        return self._voices[person.number]

    def _voice(self, person: Person) -> Voice:
        return Voice(
            key=("person", person.number),
            name=person.name,
            kind="named_person",
            number="one",
            gender=person.gender,
            about=self.about(person),
            mentions=self.spans_of.get(person.number, ()),
        )

    def gender_of(self, voice: Voice) -> Gender | None:
        """The voice's gender: told by title or given name, or by a pronoun before."""
        return voice.gender or self.genders.get(voice.key)

    def sightings_before(self, position: int, count: int) -> range:
        """Indices of the last ``count`` sightings that start before ``position``."""
        end = bisect_left(self.sighting_starts, position)
        return range(max(0, end - count), end)


def _may_title(name: Name) -> bool:
    """Whether a poll or report can be called by the name: an organisation's, no place's or person's."""
    elsewhere = name.told in ("Location", "NORP", "Person", "Date")
    return not elsewhere and kind_of(name) in ("organisation", "unsure")


def _without_repeats(roles: Sequence[str]) -> list[str]:
    """Roles that no other one contains, the first three."""
    kept: list[str] = []
    for role in roles:
        if not any(role.lower() in other.lower() for other in kept):
            kept = [other for other in kept if other.lower() not in role.lower()] + [role]
    return kept[:3]


def set_scene(
    article: Article,
    names: Sequence[Name],
    sources: Sequence[Name],
    quotations: Sequence[Quotation],
    links: Links | None = None,
) -> Scene:
    """The scene of ``article`` before anybody has spoken.

    ``names`` are all that the article has, ``sources`` those that statements have as source.
    """
    evidence = Evidence(article.text)
    known = [name for name in sources if person_name(name) and _may_be_person(evidence, name)]
    people = find_people(names, known)
    organisations = find_organisations(article.text, [*names, *sources])
    return Scene(article, lay_out(article, quotations), people, organisations, evidence, tuple(names), links)


def _may_be_person(evidence: Evidence, name: Name) -> bool:
    verdict = evidence.verdict(name) if kind_of(name) == "unsure" else None
    return verdict is None or verdict.standing == "person"
