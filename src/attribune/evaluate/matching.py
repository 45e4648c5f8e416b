"""Which predicted attribution stands for which gold one, and how well they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attribune.evaluate.gold import ROLES, RoleName
from attribune.evaluate.words import Fragments, tokens_in


@dataclass(frozen=True)
class Located:
    """An attribution on an article's tokens: the fragments of each role, and the tokens in them."""

    fragments: Mapping[RoleName, Fragments]
    tokens: Mapping[RoleName, frozenset[int]]


@dataclass(frozen=True)
class Match:
    """A gold and a predicted attribution, by their places in their lists, that stand for each other.

    ``lenient``: every role is on both sides with a shared word, or on neither; ``linked``: the same of source
    and content; ``exact``: the fragments of source and content are the same.
    """

    gold: int
    predicted: int
    lenient: bool
    linked: bool
    exact: bool


def locate(fragments: Mapping[RoleName, Fragments]) -> Located:
    """The attribution with the tokens of each role."""
    return Located(fragments, {role: frozenset(tokens_in(fragments[role])) for role in ROLES})


def find_matches(gold: Sequence[Located], predicted: Sequence[Located]) -> Iterator[Match]:
    """One-to-one matches of attributions whose contents share a word, best first.

    A pair whose cues share a word goes before one whose cues do not; then the more words of content and source
    are shared, the better; then the later in the lists goes first.
    """
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for _, _, one, other in sorted(_candidates(gold, predicted), reverse=True):
        if one in free_gold and other in free_predicted:
            free_gold.remove(one)
            free_predicted.remove(other)
            yield _match(one, gold[one], other, predicted[other])


def _candidates(gold: Sequence[Located], predicted: Sequence[Located]) -> Iterator[tuple[bool, int, int, int]]:
    for index, one in enumerate(gold):
        for number, other in enumerate(predicted):
            contents = _shared(one, other, "content")
            if contents:
                yield _shared(one, other, "cue") > 0, contents + _shared(one, other, "source"), index, number


def _shared(one: Located, other: Located, role: RoleName) -> int:
    return len(one.tokens[role] & other.tokens[role])


def _match(gold: int, one: Located, predicted: int, other: Located) -> Match:
    agree = {role: _agree(one, other, role) for role in ROLES}
    return Match(
        gold=gold,
        predicted=predicted,
        lenient=all(agree.values()),
        linked=agree["source"] and agree["content"],
        exact=all(one.fragments[role] == other.fragments[role] for role in ROLES if role != "cue"),
    )


def _agree(one: Located, other: Located, role: RoleName) -> bool:
    if not one.fragments[role] and not other.fragments[role]:
        return True
    return _shared(one, other, role) > 0
