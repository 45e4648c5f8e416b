"""Whether a number with what stands beside it is a figure."""

from __future__ import annotations

from attribune.extract.figures.clauses import counts_people, object_of, told_at_once, told_behind
from attribune.extract.figures.drafts import Draft, without_group
from attribune.extract.figures.groups import is_plural
from attribune.extract.figures.line import Line
from attribune.extract.figures.outcomes import told_by
from attribune.extract.figures.refusals import is_refused
from attribune.extract.figures.words import clause_words, group_words

MILLION = 10**6
ELLIPSIS = 15  # tokens between two numbers of which the second leaves out what it counts
TOTAL = 14  # tokens from "the number of" to the number
TOTALS = frozenset(("number", "total", "toll"))
DOUBTFUL = ("scores", "tens")  # may be no numbers: "test scores"
OWNED = 4  # tokens from "of" to the number of the whole: "20 of the ministry's 70 offices"


def settled(line: Line, draft: Draft, previous: Draft | None) -> Draft | None:
    """The draft as a figure; None where it counts and measures nothing, as a number does that no word around counts."""
    if is_refused(line, draft):
        return None
    if draft.number.is_none:
        return draft if _none_is_told(line, draft) else None
    if _speaks_next(line, draft):
        draft = without_group(draft)
    if not draft.is_bare or _is_told(line, draft) or _is_number_of_something(line, draft):
        return draft
    return draft if previous and _is_elliptic(line, draft, previous) else None


def _speaks_next(line: Line, draft: Draft) -> bool:
    """Whether the group is the subject of the next clause in a text without commas: "killed 30 activists said"."""
    if draft.group.is_empty or line.at(draft.end) not in group_words("speaking"):
        return False
    return line.at(draft.end - 1) in group_words("speaker") and object_of(line, draft) is not None


def _none_is_told(line: Line, draft: Draft) -> bool:
    """Whether "no" counts: "no civilians were killed", "no casualties", and not "no comments"."""
    if draft.group.is_empty:
        return False
    if told_by(line.at(draft.group.end - 1), "none"):
        return True
    return counts_people(line, draft) and bool(object_of(line, draft) or told_behind(line, draft, frozenset()))


def _is_told(line: Line, draft: Draft) -> bool:
    """Whether the words around a number alone tell what happened to so many, or of whom they are a part."""
    if line.at(draft.end) == "of" and _names_whole(line, draft.end + 1):
        return True
    if told_at_once(line, draft) or object_of(line, draft):
        return True
    return draft.number.vague and told_behind(line, draft, frozenset()) is not None


def _is_elliptic(line: Line, draft: Draft, previous: Draft) -> bool:
    """Whether the number counts what the one before does: "12 people in the north and five in the south"."""
    near = draft.first - previous.end <= ELLIPSIS and line.at(draft.first - 1) in ("and", ",")
    ended = any(line.at(at) in clause_words("end") for at in range(previous.end, draft.first)) if near else True
    alike = line.at(draft.end) == line.at(previous.end) and line.at(draft.end) in clause_words("preposition")
    return near and alike and not ended and not previous.unit


def _names_whole(line: Line, position: int) -> bool:
    partial = line.at(position) in clause_words("partial")
    return partial or any(line.is_numeral(at) for at in range(position, position + OWNED))


def _is_number_of_something(line: Line, draft: Draft) -> bool:
    """Whether a number alone is no name or age: by its size, the words that bound it, or the verb beside it."""
    if draft.number.is_one:
        return False
    if draft.number.scale >= MILLION and not draft.number.vague:
        return True
    if draft.bounds.bounded:
        return not (draft.bounds.side in ("above", "below") and is_plural(line.at(draft.first - 1)))
    if draft.number.vague:
        return line.at(draft.first - 1) != "the" and line.at(draft.number.first) not in DOUBTFUL
    counted = line.at(draft.first - 1) in clause_words("count") or _is_total(line, draft)
    return counted or (line.at(draft.end) in clause_words("plural") and not line.glued(draft.end))


def _is_total(line: Line, draft: Draft) -> bool:
    """Whether a number or total "of" something comes to it: "the number of towns under siege rose to 18"."""
    before = line.lower[max(0, draft.first - TOTAL) : draft.first]
    return before[-1:] in (["to"], ["at"]) and not TOTALS.isdisjoint(before) and "." not in before
