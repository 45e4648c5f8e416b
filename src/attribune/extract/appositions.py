"""What an article says beside a name: role, affiliation and country, from titles and appositions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from attribune.article import Span
from attribune.extract.capitals import Name, names_in
from attribune.extract.countries import country_in
from attribune.extract.names import kind_of, plain, title_words
from attribune.extract.nouns import class_of_any, is_modifier, noun_class
from attribune.extract.wordlists import small_words

AFTER = re.compile(
    r",\s+((?:a|an|the|his|her|its|their|one of the)\s+)?([^,.;:!?\"“”()\n]{3,110}?)(?=[,.;:!?\n\"“”(]|$)"
)
BEFORE_COMMA = re.compile(
    r"(?:^|[\s\"“])(?:(?i:the|an?|his|her|its|their|another|one)|(?P<owner>(?:[A-Z][\w.-]+\s){0,3}[A-Z][\w.-]+['’]s))\s+"
    r"(?P<role>(?:[^,.;:!?\"“”()\n]|(?<=\bSt)\.|(?<=\b[A-Z])\.){3,70}),\s$"
)
WORDS_BEFORE = re.compile(r"((?:[\w'’&.-]+ ){1,7})$")
OFFICE_BEFORE = re.compile(
    r"(?:(?:Deputy|Vice|Assistant) )?"
    r"(?:Chief|Secretary|Undersecretary|Director|Minister|Head|Chairman|Speaker) (?:of|for) $"
)
OPENINGS = re.compile(r"^(?:former|a|an|the|his|her|its|their)\s+", re.IGNORECASE)
NO_TITLE = frozenset({"staff", "house", "senate", "security", "state", "treasury"})  # end a body's name
REACH = 130  # code points beside a name that are looked at


@dataclass(frozen=True)
class Description:
    """What is known of a speaker besides the name."""

    role: str | None = None
    affiliation: str | None = None
    country: str | None = None


def describe(text: str, span: Span, titles: Sequence[str]) -> Description:
    """Role, affiliation and country of the person whose name stands at ``span`` of ``text``."""
    office = OFFICE_BEFORE.search(text, max(0, span.start - 40), span.start)
    said = [title for title in titles if plain(title) not in ("mr", "mrs", "ms", "miss")]
    roles = [(office.group() if office else "") + " ".join(said)] if said else []
    roles += [found for found in (_before(text, span, titles), _after(text, span)) if found]
    return from_roles(roles)


def from_roles(roles: Sequence[str]) -> Description:
    """One description of several roles; the first affiliation and country win."""
    affiliations = [found for role in roles if (found := affiliation_in(role))]
    countries = [found for role in roles if (found := country_code(role))]
    role = ", ".join(dict.fromkeys(roles)) or None
    return Description(role, affiliations[0] if affiliations else None, countries[0] if countries else None)


@lru_cache(maxsize=1024)
def country_code(phrase: str) -> str | None:
    """The ISO code of the first country that a phrase names."""
    words = [re.sub(r"['’]s$", "", word) for word in phrase.split()]
    country = country_in(words)
    return country.code if country else None


@lru_cache(maxsize=1024)
def affiliation_in(role: str) -> str | None:
    """The organisation that a role names: "senior Russian General Staff official" names the Russian General Staff."""
    for name in names_in(role, Span(0, len(role))):
        words = name.words
        while words and plain(words[-1]) in title_words() and plain(words[-1]) not in NO_TITLE:
            words = words[:-1]
        if words and _is_affiliation(Name(name.span, words, name.possessive, name.after_the)):
            return " ".join(words)
    return None


def _is_affiliation(name: Name) -> bool:
    return kind_of(name) == "organisation" and (len(name.words) > 1 or class_of_any(name.text.lower())[0] is None)


def _after(text: str, span: Span) -> str | None:
    match = AFTER.match(text, span.end, span.end + REACH)
    if not match:
        return None
    role = match.group(2).strip()
    return role if _head(role) else None


def _head(role: str) -> str | None:
    """The noun of an apposition that makes it a person's role, before the first preposition."""
    words = []
    for word in role.split():
        if word.lower() in small_words("preposition"):
            break
        words.append(word)
    last = re.sub(r"['’]s$", "", words[-1]).lower() if words else ""
    return last if noun_class(last) == "individual" or last in title_words() else None


def _before(text: str, span: Span, titles: Sequence[str]) -> str | None:
    before = text[max(0, span.start - REACH) : span.start]
    with_comma = BEFORE_COMMA.search(before)
    if with_comma:
        owner, role = with_comma.group("owner", "role")
        return (f"{owner} {role}" if owner else role) if _head(role) else None
    words = WORDS_BEFORE.search(before)
    return None if titles or not words else _role_before(words.group(1).split())


def _role_before(words: Sequence[str]) -> str | None:
    """The role right before a name: "White House press secretary"; the last word must be a role."""
    if noun_class(words[-1].lower()) != "individual":
        return None
    start = len(words) - 1
    while start > 0 and (_modifies(words[start - 1]) or _stands_between(words, start - 1)):
        start -= 1
    return OPENINGS.sub("", " ".join(words[start:]))


def _stands_between(words: Sequence[str], position: int) -> bool:
    """Whether a noun that is no known modifier belongs to the role: "DoubleLine portfolio manager"."""
    word = words[position]
    common = word in small_words("word")
    return word.isalpha() and not common and position > 0 and _is_capital(words[position - 1])


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in small_words("word")


def _modifies(word: str) -> bool:
    low = word.lower()
    return noun_class(low) == "individual" or is_modifier(low) or _is_capital(word)
