"""Names of either kind: how well the best of two speakers' fit, and which wordings are names at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from attribune.link.name_match import NameMatch
from attribune.link.org_match import match_orgs
from attribune.link.org_name import org_name
from attribune.link.person_match import match_persons
from attribune.link.person_name import person_name
from attribune.statement import SpeakerKind

OTHER_NAME = 0.75  # of a match, from which a mention's wording counts as another name of its speaker


def match_names(one: str, two: str, kind: SpeakerKind) -> NameMatch | None:
    """How well two names of one kind fit one speaker; None where they do not, or where the kind has no names."""
    if kind == "named_person":
        ours, theirs = person_name(one), person_name(two)
        return match_persons(ours, theirs) if ours and theirs else None
    if kind == "named_org":
        body, other = org_name(one), org_name(two)
        return match_orgs(body, other) if body and other else None
    return None


def best_match(ours: Sequence[str], theirs: Sequence[str], kind: SpeakerKind) -> NameMatch | None:
    """The best match of any name of the one with any of the other, of full names where both have some.

    An acronym or a surname that two speakers share says nothing where their full names differ.
    """
    left, right = _full_ones(ours, kind), _full_ones(theirs, kind)
    pairs = product(left, right) if left and right else product(ours, theirs)
    found = (match_names(one, two, kind) for one, two in pairs)
    return max((match for match in found if match), key=lambda match: (match.score, match.reason), default=None)


def _full_ones(names: Sequence[str], kind: SpeakerKind) -> list[str]:
    return [name for name in names if is_full(name, kind)]


def is_full(name: str, kind: SpeakerKind) -> bool:
    """Whether it says more than a bare surname or an acronym."""
    if kind == "named_person":
        person = person_name(name)
        return person is not None and person.full
    body = org_name(name)
    return body is not None and len(body.words) > 1


def is_short(names: Sequence[str], kind: SpeakerKind) -> bool:
    """Whether a speaker has nothing but bare surnames, or acronyms."""
    if kind == "named_org":
        return all((body := org_name(name)) is not None and body.acronym is not None for name in names)
    return kind == "named_person" and not _full_ones(names, kind)


def is_everywhere(name: str) -> bool:
    """Whether every state has a body of that name: "Interior Ministry"."""
    body = org_name(name)
    return body is not None and not body.telling and body.acronym is None


def is_other_name(wording: str, name: str, kind: SpeakerKind) -> bool:
    """Whether a mention's wording is another name of the speaker, not a pronoun, description or bare surname."""
    if kind == "named_person":
        match = match_names(wording, name, kind) if is_full(wording, kind) else None
        return match is not None and not match.bare and match.score >= OTHER_NAME
    if kind == "named_org" and not is_everywhere(wording):
        match = match_names(wording, name, kind)
        return match is not None and match.score >= OTHER_NAME
    return False
