"""Figures that are a part of another one of the same line."""

from __future__ import annotations

from collections.abc import Sequence

from attribune.extract.figures.clauses import counts_people, is_abbreviation
from attribune.extract.figures.drafts import Draft
from attribune.extract.figures.line import Line
from attribune.extract.figures.words import clause_words, group_words
from attribune.statement import Counts

LEAD = 8  # tokens from "including" to the part, at most
FAR = 40  # tokens from the whole to "of them", at most


def find_wholes(line: Line, drafts: Sequence[Draft], counts: Sequence[Counts]) -> list[int | None]:
    """For each figure the number of the one that it is a part of, None where it is none."""
    wholes: list[int | None] = []
    for number, draft in enumerate(drafts):
        if draft.unit:
            wholes.append(None)
        elif _is_of_next(line, drafts, number):
            wholes.append(number + 1)
        elif _is_listed_before(line, drafts, number):
            wholes.append(number + 2)
        elif _is_among_victims(line, draft):
            wholes.append(_victims(drafts, counts, number))
        else:
            whole = _before(line, drafts, number)
            wholes.append(_listed(line, drafts, counts, wholes) if whole is None else whole)
    return wholes


def _is_of_next(line: Line, drafts: Sequence[Draft], number: int) -> bool:
    """ "12 of the 34 dead", "two nurses were among the 34 people killed"."""
    position = drafts[number].end + (line.at(drafts[number].end) == "out")
    among = line.at(position + (line.at(position) in ("was", "were"))) == "among"
    of = line.at(position) == "of" and drafts[number].group.is_empty
    if not (of or among) or number + 1 == len(drafts) or drafts[number + 1].unit:
        return False
    between = line.lower[position + 1 : drafts[number + 1].first]
    owned = 0 < len(between) <= LEAD and between[-1].endswith(("'s", "’s"))
    return owned or all(word in clause_words("definite") or word == "among" for word in between)


def _is_listed_before(line: Line, drafts: Sequence[Draft], number: int) -> bool:
    """ "two nurses and three cooks were among the 34 people killed"."""
    if number + 2 >= len(drafts) or line.lower[drafts[number].end : drafts[number + 1].first] != ["and"]:
        return False
    return line.at(drafts[number + 1].end) != "of" and _is_of_next(line, drafts, number + 1)


def _is_among_victims(line: Line, draft: Draft) -> bool:
    """ "three children were among the dead", "among the injured were three children"."""
    behind = line.lower[draft.end : draft.end + 5]
    before = line.lower[max(0, draft.first - 4) : draft.first]
    return any(
        words[at] == "among" and words[at + 1] in ("the", "those") and words[at + 2] in clause_words("victims")
        for words in (behind, before)
        for at in range(len(words) - 2)
    )


def _victims(drafts: Sequence[Draft], counts: Sequence[Counts], number: int) -> int | None:
    """The last figure before, and no smaller, that counts those to whom the same happened."""
    part = drafts[number].number
    for at in range(number - 1, max(-1, number - 1 - FAR), -1):
        high = drafts[at].number.high
        if counts[at] == counts[number] != "other" and (high is None or high >= part.low):
            return at
    return None


def _before(line: Line, drafts: Sequence[Draft], number: int) -> int | None:
    """The whole before "including", "among them" or "of them"."""
    draft = drafts[number]
    if line.at(draft.end) == "of" and line.at(draft.end + 1) in clause_words("pronoun"):
        return _nearest(line, drafts, number, draft.first)
    lead = _lead(line, draft, drafts[number - 1].end if number else 0)
    return None if lead is None else _nearest(line, drafts, number, lead)


def _listed(line: Line, drafts: Sequence[Draft], counts: Sequence[Counts], wholes: Sequence[int | None]) -> int | None:
    """The whole of the figure before, where the next is listed with it: "including two nurses and three guards"."""
    number = len(wholes)
    whole = wholes[-1] if wholes else None
    if whole is None or not _goes_on(line, drafts[number - 1], drafts[number]):
        return None
    else_told = drafts[number].is_bare and counts[number] not in ("other", counts[whole])
    return None if else_told else whole


def _goes_on(line: Line, part: Draft, draft: Draft) -> bool:
    """Whether only a list stands between a part and a figure: "two nurses, a cook and three guards"."""
    between = line.lower[part.end : draft.first]
    listed = between[:1] in ([], ["and"], [","]) and len(between) <= LEAD
    return listed and not any(word in clause_words("be") or word in group_words("finite") for word in between)


def _lead(line: Line, draft: Draft, start: int) -> int | None:
    """Where the word stands that makes the figure a part, not before ``start``."""
    for position in range(draft.first - 1, max(start - 1, draft.first - 1 - LEAD), -1):
        word = line.at(position)
        if word in clause_words("among") and (word != "among" or line.at(position + 1) in clause_words("pronoun")):
            return position
        if word == "of" and position == draft.first - 2 and line.at(position + 1) in clause_words("pronoun"):
            return position
        if word in clause_words("be") or word in group_words("finite") or word in clause_words("end"):
            return None
    return None


def _nearest(line: Line, drafts: Sequence[Draft], number: int, lead: int) -> int | None:
    """The nearest figure before that can be the whole: of people as the part is, and no smaller."""
    draft = drafts[number]
    for at in range(number - 1, -1, -1):
        whole = drafts[at]
        if lead - whole.end > FAR or _ends_between(line, whole.end, lead):
            return None
        alike = not whole.unit and counts_people(line, whole) == counts_people(line, draft)
        if alike and (whole.number.high is None or whole.number.high >= draft.number.low):
            return at
    return None


def _ends_between(line: Line, start: int, end: int) -> bool:
    """Whether a sentence ends between two positions."""
    return any(line.at(at) in (".", "!", "?") and not is_abbreviation(line, at) for at in range(start, end))


def shared_counts(counts: Sequence[Counts], wholes: Sequence[int | None]) -> list[Counts]:
    """The same, with what happened to the whole for a part of which nothing else is told."""
    return [
        counts[whole] if own == "other" and whole is not None else own
        for own, whole in zip(counts, wholes, strict=True)
    ]
