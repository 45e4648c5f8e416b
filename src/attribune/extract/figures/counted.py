"""What happened to those whom the figures of a line count."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.extract.figures.clauses import counts_people, object_of, told_at_once, told_before, told_behind
from attribune.extract.figures.drafts import Draft
from attribune.extract.figures.line import Line
from attribune.extract.figures.outcomes import told_by
from attribune.extract.figures.words import clause_words
from attribune.statement import Counts

Told = Counts | None


def what_happened(line: Line, drafts: Sequence[Draft]) -> list[Counts]:
    """For each figure of a line what happened to those counted.

    The nearest word that tells it decides: the noun itself, the word right behind or before, the clause's verb behind,
    then one further before; a figure joined to the next or the previous one shares its verb.
    """
    at_once = [told_at_once(line, draft) for draft in drafts]
    near = [
        _own_noun(line, draft) or told or object_of(line, draft) for draft, told in zip(drafts, at_once, strict=True)
    ]
    behind = _behind(line, drafts, at_once, near)
    found: list[Counts] = []
    for number, draft in enumerate(drafts):
        counts = near[number] or _fitting(line, draft, behind[number])
        if not counts and counts_people(line, draft):
            previous = drafts[number - 1] if number else None
            counts = told_before(line, draft, previous, found[-1] if found else None) or _description(line, draft)
        found.append(counts or "other")
    return found


def _behind(line: Line, drafts: Sequence[Draft], at_once: Sequence[Told], near: Sequence[Told]) -> list[Told]:
    """What is told behind each figure of which nothing near tells, or behind the next one where the two are joined."""
    firsts = frozenset(draft.first for draft in drafts)
    found = list(at_once)
    for number in reversed(range(len(drafts))):
        if near[number]:
            continue
        draft = drafts[number]
        found[number] = told_behind(line, draft, firsts)
        following = drafts[number + 1] if number + 1 < len(drafts) else None
        if not found[number] and following and following.is_bare <= draft.is_bare and is_joined(line, draft, following):
            found[number] = found[number + 1]
    return found


def _fitting(line: Line, draft: Draft, counts: Told) -> Told:
    """What is told behind, where it can be told of the noun.

    Who is killed or hurt need not be known as people, unless a preposition leads: "in three villages".
    """
    if counts_people(line, draft):
        return counts
    subject = line.at(draft.first - 1) not in clause_words("preposition") and not draft.unit
    return counts if subject and counts in ("killed", "wounded") else None


def is_joined(line: Line, draft: Draft, following: Draft) -> bool:
    """Whether only words like "and" stand between two figures."""
    between = line.lower[draft.end : following.first]
    return 0 < len(between) <= 2 and all(word in clause_words("joint") or word == "," for word in between)


def _own_noun(line: Line, draft: Draft) -> Told:
    return None if draft.group.is_empty else told_by(line.at(draft.group.end - 1), "noun")


def _description(line: Line, draft: Draft) -> Told:
    """What the noun or the words before it tell of those counted: "12 wounded soldiers", "five hostages"."""
    words = line.lower[draft.group.first : draft.group.end]
    states = (told_by(word, "state") for word in words[:-1])
    return next(filter(None, states), told_by(words[-1], "person") if words else None)
