"""The verb or noun in the clause around a figure that tells what happened to those counted."""

from __future__ import annotations

from attribune.extract.figures.drafts import Draft
from attribune.extract.figures.groups import is_plural
from attribune.extract.figures.line import Line
from attribune.extract.figures.numerals import numerals
from attribune.extract.figures.outcomes import Part, is_lemma, names_people, told_by
from attribune.extract.figures.words import clause_words, group_words, refusal_words
from attribune.extract.wordlists import small_words
from attribune.statement import Counts

AHEAD = 18  # tokens behind a figure in which its verb comes
BACK = 10  # tokens before a figure in which its verb stands
STILL = 3  # words between a figure and the participle that belongs to it: "12 people reported killed"
PARTICIPLES = ("ed", "en", "in", "t", "ld")
SUFFERED = 4  # tokens behind "sustained" in which the injury comes


def counts_people(line: Line, draft: Draft) -> bool:
    """Whether those counted are people, or may be as no noun tells."""
    if draft.unit:
        return False
    if draft.group.is_empty:
        return True
    return names_people(line.at(draft.group.end - 1)) or line.in_title_case(draft.group.end - 1)


def told_at_once(line: Line, draft: Draft) -> Counts | None:
    """What the word right behind the figure tells: "30 killed", "12 people missing", "20 civilians wounded in"."""
    position = draft.end
    while position < draft.end + STILL and _is_between(line.at(position)):
        position += 1
    word = line.at(position)
    counts = told_by(word, "state") or _participle_tells(word, "verb")
    if counts and word.endswith("ed") and not draft.is_bare and _opens_object(line, position + 1):
        return None
    return counts


def _participle_tells(word: str, part: Part) -> Counts | None:
    """What a past participle tells: "killed", "slain", "held"; None of other forms of a verb."""
    return told_by(word, part) if word.endswith(PARTICIPLES) and not is_lemma(word, part) else None


def _opens_object(line: Line, position: int) -> bool:
    """Whether the object of an active verb starts at a position."""
    word, after = line.at(position), line.at(position + 1)
    if line.in_digits(position) or word in numerals():
        return not told_by(line.at(position + 1 + (after in (*group_words("more"), "others"))), "state")
    return word in clause_words("object") or is_plural(word)


def object_of(line: Line, draft: Draft) -> Counts | None:
    """What the verb or noun right before the figure tells: "killed 30", "the death of 12", "toll rose to 45"."""
    position = draft.first - 1
    while line.at(position) in clause_words("definite"):
        position -= 1
    word = line.at(position)
    if position < draft.first - 1 and "of" in line.lower[position + 1 : draft.first]:
        return told_by(word, "of")
    counts = told_by(word, "verb") or (told_by(word, "people") if counts_people(line, draft) else None)
    if counts:
        return None if _is_passive(line, position) else counts
    return _suffered(line, draft.end) if word in clause_words("suffer") else _toll(line, draft)


def _is_passive(line: Line, position: int) -> bool:
    position -= 1
    while _is_between(line.at(position)):
        position -= 1
    return line.at(position) in clause_words("be")


def _is_between(word: str) -> bool:
    """Whether a word may stand between those counted, or a form of "be", and what happened: "reportedly", "feared"."""
    return word in clause_words("feared") or word.endswith("ly")


def _toll(line: Line, draft: Draft) -> Counts | None:
    """What is told by the noun whose number this is: "the death toll is 45", "the number of dead rose to 45"."""
    near, changes = True, False
    for position in range(draft.first - 1, max(-1, draft.first - 1 - AHEAD), -1):
        word = line.at(position)
        if word == "toll" or (near and told_by(word, "of") and (changes or _is_numbered(line, position))):
            return told_by(word, "of") if position < draft.first - 1 else None
        near = near and _leads_to_number(line, position)
        changes = changes or word in clause_words("change")
        counted = line.is_numeral(position) and line.at(position + 1) != "-"
        if word in clause_words("end") or (not near and (counted or position == draft.first - 1)):
            return None
    return None


def _is_numbered(line: Line, position: int) -> bool:
    """Whether a noun has a number without a verb: "the number of injured at 12", "among the dead were 12"."""
    before = line.lower[max(0, position - 2) : position]
    return before in (["number", "of"], ["among", "the"])


def _leads_to_number(line: Line, position: int) -> bool:
    """Whether a word may stand between a noun and its number: "toll has risen from 12 to"."""
    word = line.at(position)
    if word == "from":
        return line.at(position - 1) in clause_words("change")
    if line.in_digits(position):
        return line.at(position - 1) == "from"
    return word in clause_words("quantity") or word in clause_words("change")


def told_behind(line: Line, draft: Draft, firsts: frozenset[int]) -> Counts | None:
    """What the clause's verb behind the figure tells; ``firsts`` are the first tokens of the line's figures."""
    passive = False
    relative = line.at(draft.end) in clause_words("relative")
    for position in range(draft.end, min(len(line), draft.end + AHEAD)):
        if _ends_clause(line, draft, position) or _is_apart(line, position, firsts):
            return None
        if line.at(position) in clause_words("be"):
            passive = True
            continue
        counts = _told_by_verb(line, draft, position, passive=passive)
        if counts:
            return counts
        if _is_other_verb(line, position, passive=passive):
            if not relative:
                return None
            relative = False  # the verb of "who guarded the bus", behind which that of the clause comes
    return None


def _is_apart(line: Line, position: int, firsts: frozenset[int]) -> bool:
    """Whether a figure starts here that no word joins to what stands before."""
    before = line.at(position - 1)
    return position in firsts and before not in clause_words("joint") and before not in clause_words("pronoun")


def _ends_clause(line: Line, draft: Draft, position: int) -> bool:
    word, after = line.at(position), line.at(position + 1)
    if word == ",":
        return after not in clause_words("mention")
    if word == ".":
        return not is_abbreviation(line, position)
    if word == "as" and after == "well":
        return False
    if word in clause_words("relative") and position == draft.end:
        return False
    return word in clause_words("end") or word in clause_words("clause")


def is_abbreviation(line: Line, position: int) -> bool:
    """Whether a full stop at a position ends an abbreviation and no sentence."""
    before = line.at(position - 1)
    return line.glued(position) and (before in small_words("abbreviation") or before in refusal_words("month"))


def _told_by_verb(line: Line, draft: Draft, position: int, *, passive: bool) -> Counts | None:
    word = line.at(position)
    if word in clause_words("suffer"):
        return _suffered(line, position + 1)
    if not passive:
        return None if word.endswith("ing") else told_by(word, "alone")
    people = _participle_tells(word, "people") if counts_people(line, draft) else None
    return told_by(word, "state") or _participle_tells(word, "verb") or people or told_by(word, "alone")


def _suffered(line: Line, start: int) -> Counts | None:
    """What follows soon: "sustained serious injuries", "driven millions from their homes"."""
    return next(filter(None, (told_by(line.at(at), "suffered") for at in range(start, start + SUFFERED))), None)


def _is_other_verb(line: Line, position: int, *, passive: bool) -> bool:
    """Whether the clause has another verb here, which is no participle that only describes those counted."""
    word, after = line.at(position), line.at(position + 1)
    if word in clause_words("feared") or word in clause_words("suffer"):
        return False
    if passive:
        return word in group_words("finite") or (word.endswith("ed") and after not in ("and", "or", "dead"))
    return word in group_words("finite") or (word.endswith("ed") and after not in clause_words("describing"))


def told_before(line: Line, draft: Draft, previous: Draft | None, inherited: Counts | None) -> Counts | None:
    """What a verb tells that has other objects before the figure: "killing a driver and two guards".

    Where only the ``previous`` figure and a word like "and" come before, it is what was found of that one.
    """
    crossed = False
    for position in range(draft.first - 1, max(-1, draft.first - 1 - BACK), -1):
        word = line.at(position)
        if previous and position < previous.end:
            return inherited if crossed or position == draft.first - 1 else None
        if word in clause_words("joint") or word == ",":
            crossed = True
            continue
        counts = told_by(word, "verb")
        if counts:
            return counts
        if word in clause_words("clause") or word in clause_words("end") or not crossed:
            return None
    return None
