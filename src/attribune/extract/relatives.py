"""Relative pronouns: the noun phrase before "who", "which" or "that"."""

from __future__ import annotations

import re

from attribune.article import Span
from attribune.extract.nouns import class_of_any, is_modifier
from attribune.extract.scene import Scene

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


def antecedent_span(scene: Scene, position: int) -> Span | None:
    """The noun phrase that ends right before ``position``, of the scene's text; None where none is seen."""
    start = max(scene.layout.sentences[scene.layout.sentence(position)], position - REACH)
    before = scene.text[start:position].rstrip(" ,\u00a0(—–-")
    named = _named(scene, start + len(before))
    if named:
        return named
    apposition = APPOSITION.search(before)
    appositive = _named(scene, start + apposition.start()) if apposition else None
    if appositive:
        return appositive
    first = _phrase_start(before)
    return _bare(before, start) if first is None else Span(start + first, start + len(before))


def _phrase_start(before: str) -> int | None:
    """Where the noun phrase at the end of ``before`` starts: at its last determiner, or one joined to it by "of"."""
    first = None
    for match in reversed(list(DETERMINER.finditer(before))):
        rest = before[match.end() :]
        if (
            BREAK.search(rest)
            or len(rest.split()) > LONGEST
            or (first is not None and not before[:first].endswith(" of "))
        ):
            break
        first = match.start()
    return first


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
    if not found:
        return None
    first = found.start()
    while previous := WORD.search(before[:first].rstrip(" ")):
        word = previous.group()
        if not (word[0].isupper() or is_modifier(word.lower()) or class_of_any(word.lower())[0]):
            break
        first = previous.start()
    return Span(start + first, start + found.end())
