"""Mentions: what kind of phrase a statement's source is, before it is known whom it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from attribune.article import Span
from attribune.extract.apposed import apposed_name
from attribune.extract.capitals import Name, names_in
from attribune.extract.countries import country_named, country_of_demonym
from attribune.extract.names import is_body, kind_of, plain, title_words
from attribune.extract.nouns import class_of_any, is_generic
from attribune.extract.wordlists import small_words, word_classes

Form = Literal["pronoun", "relative", "named", "several", "description"]
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
EDGE = ' \t\n\r\u00a0,;:.!?"“”„«»`()[]-–—'
ACRONYMS = frozenset({"US", "WHO", "IT"})  # are no pronouns in capitals
LONGEST = 400  # code points of a source that are read
BREAK = re.compile(
    r",|;|:|\(|\s[-–—]+\s|\s(?:who|which|that|whose|of|for|in|at|from|with|on|to|by|near|inside|against|about|as|like|"
    r"familiar|close|involved|based|among|within|behind|leading|speaking|who|when|not|including)\s"
)
JOIN = re.compile(r",?\s(?:and|or|&|nor)\s", re.IGNORECASE)
REFLEXIVE = re.compile(r"(?:(?<=\w)\s(?:him|her|it|them)sel(?:f|ves))?$")
OWNED = re.compile(r"(?:['’]s?)\s+(?=\w)")
PLURAL = re.compile(r"^[A-Z]{2,}s$|-[a-z]{3,}[^s\W]s$|-Americans$")  # "MPs", "Norse-Americans"
INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)*[A-Z]$")
PARTY = re.compile(r"[DRI]-[A-Z]")
WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True)
class Mention:
    """A source taken apart: ``head`` is the noun of a description, ``name`` what it is named by, ``owner`` the words
    in the possessive before it, ``span`` where it stands in the article's text."""

    form: Form
    span: Span
    text: str
    head: str = ""
    words: tuple[str, ...] = ()
    name: Name | None = None
    owner: str | None = None
    definite: bool = False


def read_mention(
    text: str, span: Span, lowered: frozenset[str] = frozenset(), tell: Callable[[Name], Name] | None = None
) -> Mention:
    """The source at ``span`` of ``text`` as a mention.

    ``lowered`` are the text's words in small letters, ``tell`` adds to a name what the reader takes it for.
    """
    span = _trim(text, Span(span.start, min(span.end, span.start + LONGEST)))
    span = Span(span.start, span.start + len(REFLEXIVE.sub("", span.of(text))))
    said = span.of(text)
    low = said if said in ACRONYMS else said.lower()
    if low in RELATIVES:
        return Mention("relative", span, said, low)
    if low in word_classes("pronouns.tsv")["all"]:
        return Mention("pronoun", span, said, low)
    names = names_in(text, span, lowered)
    names = [tell(name) for name in names] if tell else names
    appositive = apposed_name(text, span, names)
    if appositive:
        return Mention("named", span, said, name=appositive)
    return _phrase(text, span, names)


def _trim(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(EDGE))
    end = span.end - len(said) + len(said.rstrip(EDGE))
    trimmed = Span(start, end + (INITIALS.search(text, start, end) is not None and text[end : end + 1] == "."))
    return trimmed if trimmed.length > 0 else span


def _phrase(text: str, span: Span, names: Sequence[Name]) -> Mention:
    head_end = _first_break(text, span, names)
    core = _trim(text, Span(span.start, head_end))
    named = next((name for name in names if name.span.end >= core.end - 2 and name.span.start < core.end), None)
    if _is_list(text, span, names) or _is_several(text, core, names, named):
        return Mention("several", span, span.of(text), words=_words(text, core))
    if named and _is_name(named, core):
        return Mention("named", span, span.of(text), name=named, owner=_owner_of_body(text, core, named))
    return _description(text, span, core)


def _first_break(text: str, span: Span, names: Sequence[Name]) -> int:
    for match in BREAK.finditer(text, span.start + 1, span.end):
        inside = any(name.span.start < match.start() and match.end() < name.span.end for name in names)
        if not inside and match.start() > span.start:
            return match.start()
    return span.end


def _is_list(text: str, span: Span, names: Sequence[Name]) -> bool:
    """Whether the phrase is nothing but names with commas: "Clinton, Sanders"."""
    if len(names) < 2 or names[0].span.start != span.start or names[-1].span.end != span.end:
        return False
    gaps = pairwise(names)
    return all(text[one.span.end : two.span.start] == ", " and _is_listable(two) for one, two in gaps)


def _is_listable(name: Name) -> bool:
    """Whether a name can be a further one of a list, and is no party and state: "Ada Brook, R-Ohio"."""
    return len(name.words) == 1 and not PARTY.match(name.text)


def _is_several(text: str, core: Span, names: Sequence[Name], named: Name | None) -> bool:
    """Whether "and" joins two voices; "singer and activist Bob Geldof" is one."""
    for match in JOIN.finditer(text, core.start + 1, core.end):
        inside = any(name.span.start < match.start() and match.end() < name.span.end for name in names)
        before = text[core.start : match.start()]
        one_person = named is not None and kind_of(named) == "person" and not any(map(str.isupper, before[1:]))
        if not inside and not one_person and not _is_one_role(before, text[match.end() : core.end]):
            return True
    return False


def _is_one_role(before: str, after: str) -> bool:
    """Whether "and" joins two roles of one person: "the delegate and conservative activist"."""
    heads = [WORDS.findall(part)[-1:] for part in (before, after)]
    singular = all(head and class_of_any(head[0].lower()) == ("individual", False) for head in heads)
    return singular and after.split(maxsplit=1)[0].lower() not in (*small_words("definite"), "a", "an")


def _is_name(name: Name, core: Span) -> bool:
    """Whether the name is the phrase's head: not the capital of a sentence's first noun, not a bare title."""
    if len(name.words) == 1 and name.span.start == core.start and not country_named(name.text):
        low = name.text.lower()
        known = class_of_any(low)[0] if low not in word_classes("org_words.tsv")["single"] else None
        if known is not None or is_generic(name.text.lower()):
            return False
    if kind_of(name) == "people" or PLURAL.search(name.text):
        return False
    return not all(plain(word) in title_words() for word in name.words) or kind_of(name) == "organisation"


def _owner_of_body(text: str, core: Span, name: Name) -> str | None:
    """The words in the possessive before a body that every state has: "Norland's Interior Ministry"."""
    if not is_body(name.words):
        return None
    before = text[core.start : name.span.start]
    owned = list(OWNED.finditer(before + "X"))
    if owned:
        return before[: owned[-1].start()]
    first = before.split(maxsplit=1)[:1]
    return first[0] if first and first[0].lower() in small_words("owner") else None


def _words(text: str, span: Span) -> tuple[str, ...]:
    return tuple(match.group() for match in WORDS.finditer(text, span.start, span.end))


def _description(text: str, span: Span, core: Span) -> Mention:
    phrase = core.of(text)
    owned = list(OWNED.finditer(phrase))
    words = _up_to_participle(_words(text, core))
    first = words[0].lower() if words else ""
    owner = (
        phrase[: owned[-1].start()] if owned else first if first in small_words("owner") and len(words) > 1 else None
    )
    head = re.sub(r"['’]s$", "", words[-1]).lower() if words else ""
    definite = first in small_words("definite") or owner is not None
    return Mention("description", span, span.of(text), head, words, owner=owner, definite=definite)


def _up_to_participle(words: tuple[str, ...]) -> tuple[str, ...]:
    """A phrase's words without what follows its noun: "a poll published", "the report out this week"."""
    if not words or class_of_any(words[-1].lower())[0]:
        return words
    for place in range(len(words) - 1, 0, -1):
        word = words[place]
        follows = word.islower() and (word.endswith(("ed", "ing")) or word in small_words("participle"))
        if follows and class_of_any(words[place - 1].lower())[0]:
            return words[:place]
    return words


def nationality(words: Sequence[str]) -> str | None:
    """The code of the country whose adjective stands among the words."""
    words = [re.sub(r"['’]s$", "", word) for word in words]
    for position, word in enumerate(words):
        pair = " ".join(words[position : position + 2])
        country = (
            country_of_demonym(pair) or country_of_demonym(word) or (country_named(word) if word != "us" else None)
        )
        if country and word[:1].isupper():
            return country.code
    return None
