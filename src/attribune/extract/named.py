"""Named sources: whom a surname, an acronym, a country's or a capital's name stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from attribune.article import Span
from attribune.extract.appositions import Description
from attribune.extract.capitals import Name
from attribune.extract.countries import country_named, country_of_capital
from attribune.extract.descriptions import organisation_voice
from attribune.extract.mentions import Mention
from attribune.extract.names import gender_of_titles, kind_of, person_name
from attribune.extract.organisations import owned_name
from attribune.extract.people import Person
from attribune.extract.scene import Scene
from attribune.extract.voices import Answer, Voice
from attribune.extract.wordlists import word_classes

GOVERNMENT = re.compile(r"['’]s (?:government|administration|regime|leadership)$")
SHORTEST_SHOUT = 3  # letters of a word in capitals that may still be an acronym


def named_answer(scene: Scene, name: Name, owner: Voice | None = None) -> Answer:
    """The voice that a name stands for, None where two persons bear it; ``owner`` is whose body it is."""
    name = _as_elsewhere(scene, name)
    kind = kind_of(name)
    if owner and owner.kind == "named_org":
        state = GOVERNMENT.sub("", owner.name)
        full = owned_name(state, name.text)
        return Answer(organisation_voice(full, owner.about.country), f'"{name.text}" is that of {state}')
    if kind == "country":
        namesake = _namesake(scene, name)
        return _person(scene, name, [namesake]) if namesake else _government(name)
    organisation = scene.organisations.called(name.text)
    if organisation and (kind == "organisation" or name.after_the):
        return _organisation(name, organisation)
    if kind != "organisation":
        persons = scene.people.called(name)
        if persons:
            return _person(scene, name, persons)
    verdict = scene.evidence.verdict(name) if kind == "unsure" else None
    answer = _organisation(name, organisation or name.text)
    return replace(answer, reason=verdict.reason) if verdict and verdict.standing != "person" else answer


def _as_elsewhere(scene: Scene, name: Name) -> Name:
    """A name in capitals as the article spells it elsewhere: "BROOK:" is "Brook", "NATO" stays."""
    words = tuple(word.capitalize() for word in name.words)
    shouted = all(word.isupper() and len(word) > SHORTEST_SHOUT for word in name.words)
    shouted = shouted and name.text.lower() not in word_classes("org_words.tsv")["single"]
    return replace(name, words=words) if shouted and all(map(scene.evidence.spelt, words)) else name


TURNS = {"q": "the interviewer", "a": "the person interviewed"}


def is_turn(text: str, span: Span) -> bool:
    """Whether a source is the letter before a question or an answer of an interview: "Q: ...", "A: ..."."""
    opens = span.start == 0 or text[span.start - 1] == "\n"
    return opens and span.of(text).lower() in TURNS and text[span.end : span.end + 1] in (":", ".")


def turn_answer(mention: Mention) -> Answer:
    """The part in an interview that the letter stands for; the article may or may not say whose it is."""
    name = TURNS[mention.text.lower()]
    return Answer(Voice(("turn", name), name, "role_only", "one"), f'"{mention.text}" marks the words of {name}')


def several_answer(mention: Mention) -> Answer:
    """A voice of its own for a phrase that joins several."""
    voice = Voice(("several", mention.text.casefold()), mention.text, "unnamed_group", "many")
    return Answer(voice, f'"{mention.text}" speaks for several at once')


def _naming(scene: Scene, name: Name, person: Person) -> str:
    """Why a name that fits somebody is taken for a person's, where only a surname is ever given."""
    if len(person.key) > 1 or person.titles or len(name.words) > 1:
        return f'"{name.text}" is named'
    verdict = scene.evidence.verdict(name)
    return verdict.reason if verdict else f'"{name.text}" is named; the article does not tell that it is no person'


def _namesake(scene: Scene, name: Name) -> Person | None:
    """The one person whom the article names in full and by that word too: "Valeska Paris", then "Paris"."""
    persons = scene.people.called(name)
    if len(persons) != 1 or len(persons[0].key) < 2 or name.after_the or persons[0].key[-1] != name.text.casefold():
        return None
    return persons[0]


def _government(name: Name) -> Answer:
    country = country_named(name.text)
    if country:
        return Answer(government_voice(country.code, country.name), f'"{name.text}" speaks as a government')
    seat = country_of_capital(name.text)
    assert seat, "kind_of says country of nothing else"  # noqa: S101
    reason = f'"{name.text}" is a seat of government and stands for {_with_article(seat.name)}'
    return Answer(government_voice(seat.code, seat.name), reason)


def _with_article(country: str) -> str:
    return f"the {country}" if country.startswith(("United", "Philippines", "Netherlands")) else country


def government_voice(code: str, name: str) -> Voice:
    """A country's government as a voice, under the country's name."""
    about = Description(role="government", country=code)
    return Voice(("government", code), name, "named_org", "thing", about=about)


def _organisation(name: Name, full: str) -> Answer:
    voice = organisation_voice(full)
    if full.casefold() == name.text.casefold():
        return Answer(voice, f'"{full}" is named')
    return Answer(voice, f'"{name.text}" is short for {full}')


def _of_gender(scene: Scene, name: Name, persons: list[Person]) -> list[Person]:
    """Those whose gender, which a pronoun may have told, is that of a title: "Ms Brook" is not "he"."""
    read = person_name(name)
    gender = gender_of_titles(read.titles) if read else None
    told = [person for person in persons if scene.gender_of(scene.person_voice(person)) in (gender, None)]
    return told if gender and told else persons


def _person(scene: Scene, name: Name, persons: list[Person]) -> Answer:
    """The one person who can be meant; of several, the only one of that gender, or who is quoted by full name."""
    persons = _of_gender(scene, name, persons)
    if len(persons) == 1:
        person = persons[0]
        if person.name.casefold() in name.text.casefold():
            return Answer(scene.person_voice(person), _naming(scene, name, person))
        return Answer(scene.person_voice(person), f"the only {name.text} in the article is {person.name}")
    speaking = [person for person in persons if person.number in scene.people.speaking]
    if len(speaking) == 1:
        person = speaking[0]
        return Answer(
            scene.person_voice(person), f"{person.name} is the only {name.text} whom the article quotes in full"
        )
    usual = scene.people.established(name.words[-1], persons) if not speaking else None
    if usual:
        return Answer(scene.person_voice(usual), f"the article calls {usual.name} {name.text} before any other")
    names = " or ".join(person.name for person in persons)
    return Answer(None, f'"{name.text}" could be {names}')
