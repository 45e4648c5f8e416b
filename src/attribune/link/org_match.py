"""Organisations' names against each other: acronyms, order of words, names cut short."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.link.name_match import NameMatch
from attribune.link.org_name import OrgName, common_words
from attribune.link.wordlists import weights, word_class

DEMONYM_ENDINGS = ("n", "an", "ian", "i", "ish", "ese")
STEM = 4  # letters of a country's name that its adjective keeps


def match_orgs(one: OrgName, two: OrgName) -> NameMatch | None:
    """How well two names fit one organisation, the same whichever comes first; None where they do not."""
    one, two = sorted((one, two), key=lambda name: name.words)
    if one.words == two.words:
        return NameMatch(weights()["same name"], "the names are the same")
    if _stands_for(one, two) or _stands_for(two, one):
        short = len(one.acronym or two.acronym or "") == 2
        return NameMatch(weights()["acronym of two" if short else "acronym"], "one name is the other's initials")
    left, right = _unshared(one, two), _unshared(two, one)
    if len(left) == len(one.content):
        return None
    if not left and not right:
        return NameMatch(weights()["org same words"], "the names have the same words in another form or order")
    return _partly(one, two, left, right)


def _stands_for(short: OrgName, long: OrgName) -> bool:
    return short.acronym is not None and short.acronym in long.initials


def _unshared(one: OrgName, two: OrgName) -> tuple[str, ...]:
    return tuple(word for word in one.content if not any(_same(word, other) for other in two.content))


def _same(word: str, other: str) -> bool:
    """Whether two words are one, or a country and its adjective: "syria", "syrian"."""
    short, long = sorted((word, other), key=len)
    ending = long[len(short) :]
    return word == other or (len(short) >= STEM and long.startswith(short) and ending in DEMONYM_ENDINGS)


def _partly(one: OrgName, two: OrgName, left: Sequence[str], right: Sequence[str]) -> NameMatch | None:
    """Names that share some words; where each has a word of its own that tells which body it is, they are two."""
    if left and right:
        return None if _tell(left) or _tell(right) else _overlap(one, two, left)
    return _longer(one, two, right) if right else _longer(two, one, left)


def _longer(short: OrgName, long: OrgName, more: Sequence[str]) -> NameMatch | None:
    """A name that goes on: before it may stand whose body it is, behind it "for" what; "of Wyoming" makes another."""
    behind = long.content[: len(short.content)] == short.content
    if not short.telling:
        return None
    if behind and all(word in word_class("org_words.tsv", "extends") for word in more):
        return NameMatch(weights()["org extended"], f"one name leaves out “{' '.join(more)}”")
    if len(short.content) < 2:
        return None
    purpose = behind and long.words[len(short.words) : len(short.words) + 1] == ("for",)
    weight = "org contained" if purpose or not behind else "org longer behind"
    return NameMatch(weights()[weight], f"one name has “{' '.join(more)}” besides the other's words")


def _tell(words: Sequence[str]) -> bool:
    return any(word not in common_words() for word in words)


def _overlap(one: OrgName, two: OrgName, left: Sequence[str]) -> NameMatch | None:
    if not one.telling:
        return None
    shared = 2 * (len(one.content) - len(left)) / (len(one.content) + len(two.content))
    reason = "the names share the words that tell which body it is"
    return NameMatch(weights()["org overlap"] * min(1.0, shared), reason)
