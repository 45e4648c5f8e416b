"""Organisations' names against each other: acronyms, order of words, names cut short."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.link.name_match import NameMatch
from attribune.link.org_name import OrgName, common_words
from attribune.link.person_match import is_given_name
from attribune.link.places import is_place
from attribune.link.wordlists import weights, word_class

DEMONYM_ENDINGS = ("n", "an", "ian", "i", "ish", "ese")
TURNED = 3  # words of a name that are hardly found in another order in another body's
STEM = 4  # letters of a country's name that its adjective keeps


def match_orgs(one: OrgName, two: OrgName) -> NameMatch | None:
    """How well two names fit one organisation, the same whichever comes first; None where they do not."""
    one, two = sorted((one, two), key=lambda name: name.words)
    if one.words == two.words:
        return NameMatch(weights()["same name"], "the names are the same")
    if _stands_for(one, two) or _stands_for(two, one):
        short = len(one.acronym or two.acronym or "") == 2
        return NameMatch(weights()["acronym of two" if short else "acronym"], "one name is the other's initials")
    match = _by_words(one, two)
    if match and (one.is_sentence or two.is_sentence):
        return NameMatch(min(match.score, weights()["org sentence"]), f"{match.reason}; one reads like a sentence")
    return match


def _by_words(one: OrgName, two: OrgName) -> NameMatch | None:
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
    """A name with more words than the other; a country is none of the bodies that are named after it."""
    if not short.telling or is_place(short.words):
        return None
    behind = _fit(long.content[: len(short.content)], short.content)
    if behind and _describes(more):
        return NameMatch(weights()["org extended"], f"one name leaves out “{' '.join(more)}”")
    if len(short.content) < 2:
        return None
    if not behind:
        return _before(short, long, more)
    purpose = long.words[len(short.words) : len(short.words) + 1] == ("for",)
    weight = "org contained" if purpose else "org longer behind"
    return NameMatch(weights()[weight], f"one name has “{' '.join(more)}” besides the other's words")


def _fit(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(map(_same, words, others))


def _describes(more: Sequence[str]) -> bool:
    """Whether words behind a name say only what the body is: "institution", "news agency", "monitoring group"."""
    extends = word_class("org_words.tsv", "extends")
    return more[-1] in extends and all(word in extends | word_class("org_words.tsv", "describes") for word in more)


def _before(short: OrgName, long: OrgName, more: Sequence[str]) -> NameMatch:
    """More words before or among the other's: an owner's, or such as make another body ("Free Syrian Army")."""
    said = " ".join(more)
    in_front = _fit(long.content[-len(short.content) :], short.content)
    owned = set(more) <= long.owner
    named = owned and not long.owner.isdisjoint(short.content)
    if in_front and (named or _attached(short, more) or _of_owner(short, more)):
        return NameMatch(weights()["org contained"], f"one name has “{said}” besides the other's words")
    if in_front and (owned or all(is_place((word,)) for word in more)):
        return NameMatch(weights()["org of another"], f"one name says besides whose or where it is, “{said}”")
    if len(short.content) >= TURNED and not _in_order(short.content, long.content):
        return NameMatch(weights()["org contained"], f"one name has “{said}” besides, and another order of the words")
    return NameMatch(weights()["org modified"], f"one name has “{said}”, which may make it another body")


def _in_order(words: Sequence[str], within: Sequence[str]) -> bool:
    rest = iter(within)
    return all(any(_same(word, other) for other in rest) for word in words)


def _attached(short: OrgName, more: Sequence[str]) -> bool:
    """Whether "US-backed" stands before a name of its own; "US-backed Syrian forces" are no "Syrian forces"."""
    own = not all(is_place((word,)) for word in short.telling)
    return own and more[-1] in word_class("org_words.tsv", "attached")


def _of_owner(short: OrgName, more: Sequence[str]) -> bool:
    """Whether the words more are an owner's given name and title: "President Ida" before "Korvin campaign"."""
    titles = word_class("titles.tsv", "anywhere")
    names = [word for word in more if word not in titles and not is_place((word,))]
    owned = short.content[-1] in word_class("org_words.tsv", "owned") and not is_place(short.content[:1])
    return all(map(is_given_name, more)) or (owned and len(names) == 1)


def _tell(words: Sequence[str]) -> bool:
    return any(word not in common_words() for word in words)


def _overlap(one: OrgName, two: OrgName, left: Sequence[str]) -> NameMatch | None:
    if not one.telling:
        return None
    shared = 2 * (len(one.content) - len(left)) / (len(one.content) + len(two.content))
    reason = "the names share the words that tell which body it is"
    return NameMatch(weights()["org overlap"] * min(1.0, shared), reason)
