"""Clues in the words around a place name: where it is said to lie, and what a noun calls it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from attribune.article import Span
from attribune.extract.countries import country_of_demonym
from attribune.extract.gazetteer import Place
from attribune.extract.place_candidates import Noun, Whole, noun_kind, place_words, wholes
from attribune.extract.wordlists import small_words

CAPITALISED = r"[A-Z][\w'’.&-]{0,40}"
PHRASE = re.compile(rf"{CAPITALISED}(?: (?:and |of |the )?{CAPITALISED}){{0,3}}")
LINK = re.compile(r"(?P<comma>,)\s{1,3}|,? in (?:the )?| \(")  # Tripoli, Lebanon; Tripoli in Lebanon; Tripoli (Lebanon)
LOWER = re.compile(r"[\w-]{1,20} ")
CLOSED = re.compile(r"[.,;:)\]]|\s*(?:[(—–-]|\n|$)")
LISTED = re.compile(r"(?:\.?,| and| or) (?:and |or )?([A-Z]\w{0,20})")  # Washington, Britain and France
SHORT = re.compile(r"[A-Z.]{2,5}")  # in Moscow, US officials
NEXT = re.compile(r" (?:and [A-Z]\w{1,30} )?([a-z]{1,20})\b")
BEFORE = re.compile(r"\b([a-z]{1,20}) of (?:the )?$")
REACH = 60  # code points before a name that are looked at


@dataclass(frozen=True, slots=True)
class Clue:
    """The places, one of them meant, that a mention is said to lie in, and the words that say so.

    Words that are not ``firm`` may say something else: "in Moscow, US officials", "Washington, Britain and France".
    """

    wholes: tuple[Place, ...]
    words: Span
    firm: bool


def clues_at(text: str, span: Span) -> tuple[Clue, ...]:
    """Where the words behind a name and before it say that it lies."""
    return tuple(clue for clue in (_behind(text, span), _before(text, span)) if clue)


def noun_at(text: str, span: Span) -> Noun | None:
    """What a noun beside the name calls it: "Idlib province", "the city of Idlib"."""
    behind = NEXT.match(text, span.end)
    if behind and (kind := noun_kind(behind[1])):
        return kind
    before = BEFORE.search(text, max(0, span.start - REACH), span.start)
    return noun_kind(before[1]) if before else None


def _behind(text: str, span: Span) -> Clue | None:
    link = LINK.match(text, span.end)
    if link is None:
        return None
    start = link.end()
    while (word := LOWER.match(text, start)) and word.group()[:-1].lower() in place_words("part"):
        start = word.end()
    phrase = PHRASE.match(text, start)
    found = wholes(phrase.group()) if phrase else None
    if not found or country_of_demonym(found.name):
        return None
    end = start + len(found.name)
    end += "." in found.name and text.startswith(".", end)  # the last of "U.S."
    firm = CLOSED.match(text, end) is not None or _clear(found, comma=link["comma"] is not None)
    return Clue(found.places, Span(span.start, end), firm and not _listed(text, end))


def _clear(found: Whole, *, comma: bool) -> bool:
    """Whether a country or region behind a name is hardly ever the beginning of something else."""
    return not SHORT.fullmatch(found.name) and (not comma or all(place.kind == "region" for place in found.places))


def _listed(text: str, end: int) -> bool:
    """Whether the next of a list follows, and not a day, as in datelines: "KOBANI, Syria, Oct. 3"."""
    following = LISTED.match(text, end)
    return following is not None and following[1].lower() not in small_words("calendar")


def _before(text: str, span: Span) -> Clue | None:
    if text[span.start - 1 : span.start] != " ":
        return None
    owner = _owner().search(text, max(0, span.start - REACH), span.start)
    found = wholes(owner[1]) if owner else None
    if not owner or not found:
        return None
    return Clue(found.places, Span(owner.start(), span.end), firm=bool(owner["owned"] or owner["called"]))


@cache
def _owner() -> re.Pattern[str]:
    """ "Lebanon's northern port city of", "the Lebanese town of", "Texas city"; "Lebanon's" alone is not firm."""
    nouns = "|".join(map(re.escape, sorted(place_words("city") | place_words("area"))))
    parts = "|".join(map(re.escape, sorted(place_words("part"))))
    phrase, words = rf"({CAPITALISED}(?: {CAPITALISED}){{0,2}})", rf"(?:(?:{parts}|{nouns}|of|the) ){{0,3}}?"
    noun = rf"(?:{nouns}) (?:of )?(?:the )?"
    return re.compile(rf"{phrase}(?:['’]s? {words}(?P<owned>{noun})?| {words}(?P<called>{noun}))$")
