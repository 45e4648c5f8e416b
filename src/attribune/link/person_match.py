"""Persons' names against each other: initials, nicknames, middle names, particles, order, transliteration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from math import prod

from attribune.link.compounds import is_compound, without_servant
from attribune.link.folding import transliterated
from attribune.link.name_match import NameMatch
from attribune.link.person_name import PersonName
from attribune.link.wordlists import listed, rows, weights, word_class

SPELT = "the surnames may be one in two transliterations"
GIVEN_SPELT = "the given names may be one in two transliterations"
INTERCHANGED = ("aeiouyj", "ckq", "gj", "vw", "sz")  # initials of one name in two transliterations
NEAR = 0.15  # share of letters in which transliterations of one name hardly ever differ more

Part = tuple[float, str | None]  # a factor, and what it says where it is not the same word


def match_persons(one: PersonName, two: PersonName) -> NameMatch | None:
    """How well two names fit one person, the same whichever comes first; None where they do not."""
    one, two = sorted((one, two), key=lambda name: name.spelled)
    if one.spelled == two.spelled and len(one.words) > 1:
        same = one.written == two.written
        reason = "the names are the same" if same else "the names differ in spaces, hyphens and articles only"
        return NameMatch(weights()["same name"], reason)
    if len(one.words) == 1 or len(two.words) == 1:
        return _bare(one, two)
    found = [_ordered(one.words, two.words), _joined(one, two), *_reordered(one.words, two.words)]
    return max((match for match in found if match), key=lambda match: (match.score, match.reason), default=None)


def given_names(word: str) -> frozenset[str]:
    """The given names that a word stands for, itself among them: "bill" is also "william"."""
    return _given().get(word, frozenset()) | {word}


def is_given_name(word: str) -> bool:
    """Whether it is among the listed given names or their forms."""
    return word in _given() or any(word in names for names in _given().values())


@cache
def _given() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, forms in rows("nicknames.tsv"):
        for form in listed(forms):
            found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}


def family_names(name: PersonName) -> tuple[str, ...]:
    """The words that can be the family name: the last, and the first where peoples put it there ("Xi Jinping").

    Of "Abdul Rahman" also what is left where "Abdul" is taken for a given name.
    """
    first, last = name.words[0], name.words[-1]
    found = (last, without_servant(last), first if _family_first(first) else None)
    return tuple(dict.fromkeys(word for word in found if word))


def _family_first(word: str) -> bool:
    return word in word_class("name_words.tsv", "family first")


def _bare(one: PersonName, two: PersonName) -> NameMatch | None:
    short, long = sorted((one, two), key=lambda name: (len(name.words), name.spelled))
    word = short.words[0]
    if len(long.words) == 1:
        return _two_bare(word, long.words[0])
    if word in family_names(long):
        return NameMatch(weights()["bare surname"], "one is called by the surname only", bare=True)
    if any(transliterated(word, family) is not None for family in family_names(long)):
        reason = "one is called by the surname only, in another transliteration"
        return NameMatch(_bare_spelling(word), reason, bare=True)
    return _bare_given(word, long.words[0])


def _bare_given(word: str, given: str) -> NameMatch | None:
    if word == given:
        weight = weights()["bare compound" if is_compound(word) else "bare given name"]
        return NameMatch(weight, "one is called by the given name only", bare=True)
    if is_compound(word) and transliterated(word, given) is not None:
        reason = "one is called by the given name only, in another transliteration"
        return NameMatch(_bare_spelling(word), reason, bare=True)
    return None


def _bare_spelling(word: str) -> float:
    return weights()["bare compound" if is_compound(word) else "bare transliteration"]


def _two_bare(one: str, two: str) -> NameMatch | None:
    if one == two:
        return NameMatch(weights()["bare surname"], "the single names are the same", bare=True)
    if transliterated(one, two) is not None:
        reason = "the single names may be one in two transliterations"
        return NameMatch(max(_bare_spelling(one), _bare_spelling(two)), reason, bare=True)
    return None


def _joined(one: PersonName, two: PersonName) -> NameMatch | None:
    """Names that differ in their spaces only: "Kim Jongun" and "Kim Jong-un"."""
    if "".join(one.words) == "".join(two.words) and one.words != two.words:
        return NameMatch(weights()["written together"] * weights()["name cap"], "the names differ in their spaces only")
    return None


def _reordered(one: Sequence[str], two: Sequence[str]) -> list[NameMatch | None]:
    """The names with the first word of either put last, since many peoples have the family name first."""
    turned = [_ordered((*one[1:], one[0]), two), _ordered(one, (*two[1:], two[0]))]
    return [_in_other_order(match) for match in turned]


def _in_other_order(match: NameMatch | None) -> NameMatch | None:
    if match is None or match.score < weights()["name cap"] * weights()["middle missing"]:
        return None
    return NameMatch(match.score * weights()["other order"], "the names may be one in another order of its words")


def _ordered(one: Sequence[str], two: Sequence[str]) -> NameMatch | None:
    family = _family(one, two)
    given = _first(one, two)
    if family is None or given is None:
        return None
    parts = [family, given, _middle(one[1:-1], two[1:-1])]
    counting = (
        [min(family, given, key=lambda part: part[0]), parts[2]]
        if {family[1], given[1]} == {SPELT, GIVEN_SPELT}
        else parts
    )
    score = prod(factor for factor, _ in counting) * weights()["name cap"]
    said = [reason for _, reason in parts if reason]
    return NameMatch(score, "; ".join(said) if said else "the names differ in particles only")


def _family(one: Sequence[str], two: Sequence[str]) -> Part | None:
    if one[-1] == two[-1]:
        return 1.0, None
    spelling = _spelling(one[-1], two[-1])
    if spelling:
        return spelling, SPELT
    if without_servant(one[-1]) == two[-1] or without_servant(two[-1]) == one[-1]:
        return weights()["compound surname"], "one surname lacks the other's “Abdul”"
    short, long = sorted((one, two), key=len)
    if len(short) < len(long) and len(short[-1]) > 1 and short[-1] in long[1:-1]:
        return weights()["compound surname"], "one surname is part of the other's"
    return None


def _first(one: Sequence[str], two: Sequence[str]) -> Part | None:
    first, second = one[0], two[0]
    if first == second:
        return 1.0, None
    if given_names(first) & given_names(second):
        return weights()["nickname"], f"“{min(first, second)}” and “{max(first, second)}” are forms of one given name"
    if min(len(first), len(second)) == 1 and first[0] == second[0]:
        return weights()["initial"], "one given name is an initial"
    spelling = _spelling(first, second)
    if spelling:
        return spelling, GIVEN_SPELT
    if (len(first) > 1 and first in two[1:-1]) or (len(second) > 1 and second in one[1:-1]):
        return weights()["middle as first"], "one is called by a middle name of the other"
    return None


def _spelling(one: str, two: str) -> float | None:
    """The factor of two transliterations; of short names, and where much differs, they may well be two names."""
    share = transliterated(one, two)
    return None if share is None else weights()["transliteration near" if share <= NEAR else "transliteration"]


def _middle(one: Sequence[str], two: Sequence[str]) -> Part:
    if tuple(one) == tuple(two):
        return 1.0, None
    short, long = sorted((one, two), key=len)
    if not short:
        return weights()["middle missing"], "one has a middle name or initial that the other has not"
    if all(_alike(word, other) for word, other in zip(short, long, strict=False)):
        return weights()["middle missing"], "the middle names fit, one shortened"
    rest = iter(long)
    if all(any(_spelled_alike(word, other) for other in rest) for word in short):
        return weights()["middle skipped"], "one has another middle name or initial before the one that they share"
    if initials_differ(short, long):
        return weights()["initials differ"], "the initials between the names differ"
    return weights()["middle differs"], "the middle names differ"


def initials_differ(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether of two rows of middle names, at one place, an initial is of another name than the other row's word.

    "W" differs from "H", "W", but "H" does not, since outlets leave out later initials, not earlier ones. Letters
    that transliterations exchange, as "E" and "Y", do not differ.
    """
    return any(
        min(len(word), len(other)) == 1 and not _exchanged(word[0], other[0])
        for word, other in zip(one, two, strict=False)
    )


def _exchanged(one: str, two: str) -> bool:
    return one == two or any(one in letters and two in letters for letters in INTERCHANGED)


def _alike(word: str, other: str) -> bool:
    initial = min(len(word), len(other)) == 1 and word[0] == other[0]
    return initial or _spelled_alike(word, other)


def _spelled_alike(word: str, other: str) -> bool:
    spelled_out = min(len(word), len(other)) > 1
    return spelled_out and (word == other or transliterated(word, other) is not None)
