"""Identity: under which name a new appearance belongs to a known speaker at once, and what forbids it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import product

from attribune.link.appearance import Appearance
from attribune.link.names import is_everywhere
from attribune.link.org_name import org_name
from attribune.link.person_match import initials_differ
from attribune.link.person_name import person_name
from attribune.link.profile import Profile, profile_of
from attribune.link.roles import agreement
from attribune.statement import SpeakerKind

LIFETIME = timedelta(days=60 * 366)  # between two articles, beyond which no one person speaks in both
ONE_SUFFIX = frozenset({"jr", "ii"})  # outlets write either for the same person


def identity_key(name: str, kind: SpeakerKind) -> str | None:
    """The key that all appearances of one speaker share, unless :func:`conflicts` says otherwise.

    A person needs two words besides titles and suffixes; initials, middle names and particles count. An organisation's
    is its name without article and legal form; a body that every state has ("Interior Ministry") has none, nor has
    any speaker without a name.
    """
    if kind == "named_person":
        person = person_name(name)
        return f"person:{' '.join(person.spelled)}" if person and person.full else None
    body = org_name(name) if kind == "named_org" else None
    return f"org:{' '.join(body.words)}" if body and not is_everywhere(name) else None


def identity_keys(profile: Profile) -> frozenset[str]:
    """The keys of all names of a speaker."""
    found = (identity_key(name, profile.kind) for name in profile.names)
    return frozenset(key for key in found if key is not None)


def conflicts(profile: Profile, appearance: Appearance) -> str | None:
    """Why an appearance under the speaker's name is of another speaker all the same; None where nothing says so."""
    return conflict_of(profile, profile_of((appearance,)))


def conflict_of(one: Profile, two: Profile) -> str | None:
    """Why two speakers of one name are surely two, the same whichever comes first; None where nothing says so.

    A country or a role alone is not enough for a person: people move, and outlets call them many things.
    """
    if one.kind != two.kind:
        return f"one is {_article(min(one.kind, two.kind))}, the other {_article(max(one.kind, two.kind))}"
    if one.kind == "named_org":
        return _two_bodies(one, two)
    return _generations(one, two) or _initialled(one, two) or _lifetimes(one, two) or _two_lives(one, two)


def _article(kind: SpeakerKind) -> str:
    named = {"named_person": "a person", "named_org": "an organisation", "document": "a document"}
    return named.get(kind, f"a speaker of the kind “{kind}”")


def _two_bodies(one: Profile, two: Profile) -> str | None:
    """Bodies that every state has are as many as their countries."""
    if countries_differ(one, two) and is_everywhere(one.name) and is_everywhere(two.name):
        return f"every state has such a body, and these are of {_listed(one.countries, two.countries)}"
    return None


def countries_differ(one: Profile, two: Profile) -> bool:
    """Whether both have a country, and none is the same."""
    return bool(one.countries and two.countries) and not set(one.countries) & set(two.countries)


def _generations(one: Profile, two: Profile) -> str | None:
    ours, theirs = _suffixes(one), _suffixes(two)
    if not ours or not theirs or ours & theirs or ours | theirs <= ONE_SUFFIX:
        return None
    return f"the suffixes behind the names differ: {_listed(ours, theirs)}"


def _suffixes(profile: Profile) -> frozenset[str]:
    names = (person_name(name) for name in profile.names)
    return frozenset(name.generation for name in names if name and name.generation)


def _initialled(one: Profile, two: Profile) -> str | None:
    """Two of one surname with initials that cannot be one's: "George H.W. Bush", "George W. Bush"."""
    ours, theirs = _initials(one), _initials(two)
    if ours and theirs and all(initials_differ(*pair) for pair in product(ours, theirs)):
        return f"{_listed(map(_dotted, ours), map(_dotted, theirs))} are hardly one person's middle initials"
    return None


def _initials(profile: Profile) -> frozenset[tuple[str, ...]]:
    """The initials between given name and surname, of names that have nothing else there."""
    names = (person_name(name) for name in profile.names)
    middles = (name.words[1:-1] for name in names if name and name.full)
    return frozenset(middle for middle in middles if middle and all(len(word) == 1 for word in middle))


def _dotted(initials: Iterable[str]) -> str:
    return "".join(f"{initial.upper()}." for initial in initials)


def _lifetimes(one: Profile, two: Profile) -> str | None:
    gap = days_between(one, two)
    return "more than sixty years lie between their articles" if gap is not None and gap > LIFETIME else None


def days_between(one: Profile, two: Profile) -> timedelta | None:
    """The time from the earlier one's last article to the later one's first, zero where they overlap."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return None
    return max(one.first - two.last, two.first - one.last, timedelta())


def _two_lives(one: Profile, two: Profile) -> str | None:
    roles = agreement(one.roles, two.roles) if countries_differ(one, two) else None
    if roles and roles.agreement == "apart":
        countries = _listed(one.countries, two.countries)
        both = " and ".join(roles.roles)
        return f"the roles are hardly one person's at one time ({both}), and the countries differ ({countries})"
    return None


def _listed(ours: Iterable[str], theirs: Iterable[str]) -> str:
    return " and ".join(sorted(("/".join(sorted(ours)), "/".join(sorted(theirs)))))
