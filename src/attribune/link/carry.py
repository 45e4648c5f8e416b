"""Carrying over: for each statement of an older reading the one of a newer reading that its reviews belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from attribune.link.alignment import align
from attribune.link.match import Match
from attribune.link.words import Word, folded_of, words_of
from attribune.statement import Statement

FEWEST = 4  # words of a content that are not said by chance ("No comment")
ENOUGH = 0.6  # share of common words from which a statement may be another one
NONE = Match(None, False, "No statement of the newer reading has enough of its words.")
SEVERAL = Match(None, False, "More than one statement has the same words, and nothing tells them apart.")


@dataclass(frozen=True)
class _Said:
    """A statement of one reading with its words."""

    statement: Statement
    text: str

    @cached_property
    def content(self) -> tuple[Word, ...]:
        return words_of(self.statement.content, self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return folded_of(self.content)

    @cached_property
    def told(self) -> tuple[tuple[str, ...], ...]:
        """The words of source and cue."""
        parts = (self.statement.source, self.statement.cue)
        return tuple(folded_of(words_of(part, self.text)) for part in parts)

    @property
    def place(self) -> int:
        """Where the content's first word starts."""
        return self.content[0].span.start if self.content else self.statement.content.start


Key = Callable[[_Said], Hashable]
AT_PLACE: tuple[Key, ...] = (
    lambda said: (said.folded, said.place, said.told),
    lambda said: (said.folded, said.place),
)
ANYWHERE: tuple[Key, ...] = (lambda said: said.folded, lambda said: (said.folded, said.told))


def carry(old: Sequence[Statement], old_text: str, new: Sequence[Statement], new_text: str) -> Mapping[int, Match]:
    """For each old statement's id the new statement that is the same, of one text or of two versions of it.

    Certain are the same words at the same place of one text, and, in another text, words that one statement of either
    reading has and no other; fewer than four words only with the same source. Not certain are words that only stand
    at another place of the same text, and the statement that has most of the words, at least 0.6 of both, and overlaps
    where the text is the same. No new statement is given twice, and where two may be it, none is.
    """
    before, after = [_Said(one, old_text) for one in old], [_Said(one, new_text) for one in new]
    found: dict[int, Match] = {}
    one_text = old_text == new_text
    for key in AT_PLACE if one_text else ():
        for one, two in list(_single_pairs(before, after, found, key)):
            found[one.statement.id] = Match(two.statement.id, True, "The same words stand at the same place.")
    before, after = ([said for said in side if said.folded] for side in (before, after))
    for key in ANYWHERE:
        for one, two in list(_single_pairs(before, after, found, key)):
            found[one.statement.id] = _only(one, two, one_text=one_text)
    found |= _by_common_words(before, after, found, one_text=one_text)
    return {one.id: found.get(one.id, NONE) for one in old}


def _only(one: _Said, two: _Said, *, one_text: bool) -> Match:
    """The match of the only statements with certain words."""
    if one_text:
        return Match(two.statement.id, False, "The same words stand at another place of the text.")
    if len(one.folded) < FEWEST and one.told[0] != two.told[0]:
        return Match(two.statement.id, False, "The same few words have another source.")
    return Match(two.statement.id, True, "It is the only statement with the same words.")


def _single_pairs(
    before: Sequence[_Said], after: Sequence[_Said], found: Mapping[int, Match], key: Key
) -> Iterator[tuple[_Said, _Said]]:
    """Statements not yet found that share a key with one of the other reading, and with no other of either."""
    ours, theirs = _grouped(before, key), _grouped(after, key)
    taken = {match.new_id for match in found.values()}
    for value, group in ours.items():
        others = theirs.get(value, [])
        if len(group) == len(others) == 1:
            one, two = group[0], others[0]
            if one.statement.id not in found and two.statement.id not in taken:
                yield one, two


def _grouped(said: Sequence[_Said], key: Key) -> dict[Hashable, list[_Said]]:
    grouped: defaultdict[Hashable, list[_Said]] = defaultdict(list)
    for one in said:
        grouped[key(one)].append(one)
    return dict(grouped)


def _by_common_words(
    before: Sequence[_Said], after: Sequence[_Said], found: Mapping[int, Match], *, one_text: bool
) -> dict[int, Match]:
    taken = {match.new_id for match in found.values()}
    left = [said for said in before if said.statement.id not in found]
    right = [said for said in after if said.statement.id not in taken]
    shared = {said.folded for said in left} & {said.folded for said in right}
    several = {said.statement.id: SEVERAL for said in left if said.folded in shared}
    left, right = ([said for said in side if said.folded not in shared] for side in (left, right))
    return several | _aligned(left, right, one_text=one_text)


def _aligned(left: Sequence[_Said], right: Sequence[_Said], *, one_text: bool) -> dict[int, Match]:
    ours, theirs = ([Counter(said.folded) for said in side] for side in (left, right))

    def at_one_place(one: int, two: int) -> bool:
        return left[one].statement.content.overlaps(right[two].statement.content)

    pairs = align(ours, theirs, at_least=ENOUGH, allowed=at_one_place if one_text else lambda _one, _two: True)
    reason = "It has most of the words at the same place." if one_text else "It has most of the words."
    return {left[one].statement.id: Match(right[two].statement.id, False, reason) for one, two in pairs.items()}
