"""Blocks: keys that two speakers who may be one share, so that only those are compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attribune.link.compounds import is_compound
from attribune.link.folding import skeleton
from attribune.link.org_match import DEMONYM_ENDINGS, STEM
from attribune.link.org_name import OrgName, org_name
from attribune.link.person_match import family_names, given_names
from attribune.link.person_name import PersonName, person_name
from attribune.link.profile import Profile

PAIRED = 5  # words of a name of which every two make a key


def blocks(profile: Profile) -> set[str]:
    """The keys of all names of a speaker; none where it has no name.

    A person's are the surname, its consonants, the surname with the given name's initial, and every two words; an
    organisation's its initials, the words that say which body it is, and every two words.
    """
    if profile.kind == "named_person":
        people = map(person_name, profile.names)
        return {key for person in people if person for key in _of_person(person)}
    if profile.kind == "named_org":
        bodies = map(org_name, profile.names)
        return {key for body in bodies if body for key in _of_org(body)}
    return set()


def _of_person(name: PersonName) -> Iterator[str]:
    for family in family_names(name):
        bones = skeleton(family) or family
        yield f"family:{family}"
        yield f"sound:{bones}"
        yield from (f"given:{given[0]} {bones}" for given in given_names(name.words[0]) if len(name.words) > 1)
    if len(name.words) > 1:
        yield f"joined:{''.join(name.words)}"
    if len(name.words) == 1 or is_compound(name.words[0]):
        yield f"first:{skeleton(name.words[0]) or name.words[0]}"
    yield from _pairs(name.words)


def _pairs(words: tuple[str, ...]) -> Iterator[str]:
    yield from (f"two:{one} {two}" for one, two in combinations(sorted(words[:PAIRED]), 2))


def _of_org(name: OrgName) -> Iterator[str]:
    yield from (f"initials:{initials}" for initials in name.initials)
    if name.acronym:
        yield f"initials:{name.acronym}"
    for word in name.telling:
        yield from (f"word:{stem}" for stem in _stems(word))
    yield f"words:{' '.join(sorted(name.content))}"
    if name.telling:
        yield from _pairs(name.content)


def _stems(word: str) -> Iterator[str]:
    """The word, and what is left of it without an adjective's ending: "syrian" also stands under "syria"."""
    yield word
    for ending in DEMONYM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            yield word[: -len(ending)]
