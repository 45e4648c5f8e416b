"""Relative pronouns: the noun phrase before "who", "which" or "that"."""

from __future__ import annotations

import re

from attribune.article import Span
from attribune.extract.apposed import phrase_head
from attribune.extract.nouns import class_of_any, is_modifier
from attribune.extract.scene import Scene
from attribune.extract.wordlists import small_words

REACH = 160  # code points before the pronoun that are looked at
APPOSITION = re.compile(r",\s(?:an?|the|his|her|its|their|one of)?\s?[^,;:.!?\"“”]{2,100}$", re.IGNORECASE)
DETERMINER = re.compile(
    r"(?:^|(?<=[\s(\"“]))(?:the|an?|this|these|that|those|some|many|most|several|all|both|two|three|four|five|other|"
    r"another|his|her|its|their|our|my|no|any|every|each|\d+)\s(?=[^\s,;:.!?\"“”()])",
    re.IGNORECASE,
)
BREAK = re.compile(r"[,;:.!?\"“”()]")
LONGEST = 7  # words of a phrase behind its determiner
WORD = re.compile(r"[^\s,;:.!?\"“”()]+$")
SECOND = re.compile(r"\b(?:who|which|that|whose)\b(?=.*\s(?:and|or|but)$)", re.DOTALL)  # the first of two clauses
PREPOSITION = re.compile(r"\s(?:of|at|in|for|with|from|on|near|to)\s$")


def antecedent_span(scene: Scene, position: int) -> Span | None:
    """The noun phrase that ends right before ``position``, of the scene's text; None where none is seen."""
    start = max(scene.layout.sentences[scene.layout.sentence(position)], position - REACH)
    before = scene.text[start:position].rstrip(" ,\u00a0(—–-")
    first_clause = SECOND.search(before)
    if first_clause:
        return antecedent_span(scene, start + first_clause.start())
    named = _named(scene, start + len(before))
    if named:
        return named
    apposition = APPOSITION.search(before)
    appositive = _named(scene, start + apposition.start()) if apposition else None
    if appositive:
        return appositive
    first = _phrase_start(before, personal=scene.text.startswith("who", position))
    return _bare(before, start) if first is None else Span(start + first, start + len(before))


def _phrase_start(before: str, *, personal: bool) -> int | None:
    """Where the noun phrase at the end of ``before`` starts: at its last determiner, or one joined to it by "of".

    A ``personal`` one goes on to the left until its noun can stand for somebody: "an engineer at the town's mill".
    """
    first = None
    for match in reversed(list(DETERMINER.finditer(before))):
        rest = before[match.end() :]
        if (
            BREAK.search(rest)
            or len(rest.split()) > LONGEST
            or (first is not None and not _is_joined(before, first, personal=personal))
        ):
            break
        first = match.start()
    return first


def _is_joined(before: str, first: int, *, personal: bool) -> bool:
    if before[:first].endswith(" of "):
        return True
    sought = personal and class_of_any(phrase_head(before[first:]).lower())[0] not in ("individual", "group")
    return sought and PREPOSITION.search(before[:first]) is not None


def _named(scene: Scene, end: int) -> Span | None:
    """The person named right before ``end``."""
    for index in scene.sightings_before(end, 1):
        span = scene.people.sightings[index].span
        if span.end == end:
            return span
    return None


def _bare(before: str, start: int) -> Span | None:
    """A noun without article: "voters", "White House officials"."""
    found = WORD.search(before)
    if not found or _is_function_word(found.group()):
        return None
    first = found.start()
    while previous := WORD.search(before[:first].rstrip(" ")):
        word = previous.group()
        if not (word[0].isupper() or is_modifier(word.lower()) or class_of_any(word.lower())[0]):
            break
        first = previous.start()
    return Span(start + first, start + found.end())


def _is_function_word(word: str) -> bool:
    low = word.lower()
    return low in small_words("word") or low in small_words("preposition") or low in small_words("conjunction")
