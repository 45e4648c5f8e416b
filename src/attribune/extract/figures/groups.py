"""The group of words behind a number that names what is counted, found without a parser.

A group ends at function words, signs and other numbers; of those before, at the first noun in the plural, unless that
only describes the noun that follows ("weapons caches"). Behind "one" it ends where a verb begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import Number
from attribune.extract.figures.numerals import numerals
from attribune.extract.figures.outcomes import told_by
from attribune.extract.figures.words import group_words
from attribune.extract.nouns import noun_class

LONGEST = 10  # tokens of a group
IN_BRACKETS = 4  # tokens in brackets inside a group, at most
JOINED = 5  # tokens behind "and" in which the noun in the plural comes: "regime and rebel fighters"
OPENING = ("“", "‘", '"', "'", "«", "`")
SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "’s")
PLURAL_ENDINGS = ("men", "people", "children")
PARTICIPLES = ("ed", "ing")
ADJECTIVES = ("ly", "ed", "al", "ic", "ous", "ive", "ful", "est")
ARTICLES = ("a", "an", "the")
CONTRACTIONS = ("s", "re", "d", "ll", "ve")
BEFORE_OF = ("dozen", "couple", "hundred", "thousand", "million")  # exact numbers that "of" may follow


@dataclass(frozen=True)
class Group:
    """What is counted: the noun from the token ``first`` to before ``end``.

    It is empty where no noun was found, though "others" or "more" may stand there; ``further`` says that one does.
    """

    first: int
    end: int
    further: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no noun was found."""
        return self.first == self.end


def read_group(line: Line, number: Number, start: int) -> Group:
    """The group that starts at a position behind the number."""
    if line.at(start) == "-" and line.glued(start) and line.glued(start + 1) and _is_counted(line.at(start + 1)):
        return Group(start + 1, start + 2)
    further = _puts_on_top(line, start)
    first = start + further
    if line.at(first) == "of" and (number.vague or line.at(number.end - 1) in BEFORE_OF):
        first += 1
    if line.at(first) == "others":
        return Group(first + 1, first + 1, further=True)
    first += _opens_quotation(line, first)
    end = _singular_end(line, first) if number.is_singular else _plural_end(line, first)
    if end > first:
        return Group(first, end, further)
    alone = start + 1 if further and _stands_alone(line, start) else start
    return Group(alone, alone, alone > start)


def _puts_on_top(line: Line, position: int) -> bool:
    """Whether a word like "more" stands there that puts the number on top of another, and not "more than"."""
    return line.at(position) in group_words("more") and line.at(position + 1) not in ("than", "or")


def _stands_alone(line: Line, position: int) -> bool:
    """Whether the word needs no noun behind it: "12 more", and "12 other" misspelt before "injured"."""
    word = line.at(position)
    return word in ("more", "additional") or (word == "other" and line.at(position + 1) in group_words("state"))


def _is_counted(word: str) -> bool:
    """Whether a number and a word behind a hyphen count something: "48-truck", and not "two-way" or "one-eyed"."""
    return word.isalpha() and word not in group_words("thing") and not word.endswith("ed")


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a noun in the plural."""
    if word in group_words("plural"):
        return True
    if word in group_words("singular") or len(word) < 4:
        return False
    return word.endswith(PLURAL_ENDINGS) or (word.endswith("s") and not word.endswith(SINGULAR_ENDINGS))


@cache
def _ends() -> frozenset[str]:
    """Words that no group goes beyond, with contractions of them: "that's"."""
    stop = group_words("stop")
    contracted = {word + sign + ending for word in stop for sign in "'’" for ending in CONTRACTIONS}
    return stop | contracted | frozenset(numerals()) - {"single"}


def _is_end(line: Line, position: int) -> bool:
    word = line.at(position)
    if word in _ends():
        return not line.is_acronym(position)
    return not (word[:1].isalpha() or _opens_quotation(line, position))


def _opens_quotation(line: Line, position: int) -> bool:
    """Whether a quotation mark stands there that belongs to the word behind it."""
    return line.at(position) in OPENING and line.glued(position + 1) and not line.glued(position)


def _plural_end(line: Line, start: int) -> int:
    """Where the group that starts at a position ends; the position itself where no noun stands there."""
    position = start
    limit = min(len(line), start + LONGEST)
    while position < limit:
        word = line.at(position)
        if word in ("and", "or") and _joins(line, start, position):
            position += 1
        elif word == "(" and _closing(line, position):
            position = _closing(line, position)
        elif _is_end(line, position) or _is_finite(line, position):
            break
        elif is_plural(word):
            return _extended(line, position) + 1
        position += 1
    return position if _is_noun_alone(line, start, position) else start


def _is_finite(line: Line, position: int) -> bool:
    """Whether a word is a verb and no noun: "kills 12 wounds 30" in a text without commas."""
    word = line.at(position)
    active = line.is_numeral(position + 1) or line.at(position + 1) in ARTICLES
    return word in group_words("finite") or (active and told_by(word, "verb") is not None)


def _joins(line: Line, start: int, position: int) -> bool:
    """Whether "and" joins two words before one noun: "regime and rebel fighters"."""
    if position == start or line.at(position - 1) in group_words("state"):
        return False
    for ahead in range(position + 1, position + 1 + JOINED):
        if _is_end(line, ahead) or line.at(ahead) in group_words("finite"):
            return False
        if is_plural(line.at(ahead)):
            return True
    return False


def _closing(line: Line, position: int) -> int:
    """Where a short bracket in the middle of a group closes; 0 where it is none: "80 (IS group) fighters"."""
    inside = line.lower[position + 1 : position + 2 + IN_BRACKETS]
    length = inside.index(")") if ")" in inside else 0
    end = position + 1 + length
    noun = is_plural(line.at(end + 1)) or (line.at(end + 1).isalpha() and is_plural(line.at(end + 2)))
    return end if length and inside[0].isalpha() and noun else 0


def _extended(line: Line, position: int) -> int:
    """The last token of a group whose first noun in the plural stands at a position: "weapons" of "weapons caches"."""
    while _describes(line, position):
        ahead = next((at for at in (position + 1, position + 2) if _goes_on(line, position, at)), None)
        if ahead is None:
            break
        position = ahead
    return position


def _describes(line: Line, position: int) -> bool:
    """Whether a plural may stand before the noun that it belongs to; names may: "two Hamas fighters"."""
    return line.at(position) in group_words("attributive") or (line.has_capital(position) and not line.loud)


def _goes_on(line: Line, position: int, ahead: int) -> bool:
    """Whether the group goes on from the plural at a position to another one ahead."""
    for at in range(position + 1, ahead + 1):
        if _is_end(line, at) or line.at(at).endswith(PARTICIPLES) or line.at(at) in group_words("finite"):
            return False
    foreign = line.has_capital(ahead) and not line.has_capital(position)
    return is_plural(line.at(ahead)) and not foreign and line.at(ahead + 1) not in group_words("speaking")


def _is_noun_alone(line: Line, start: int, end: int) -> bool:
    """Whether one or two words before a function word are a noun, though none is a plural: "two supply truck were"."""
    last = line.at(end - 1)
    if not start < end <= start + 2 or line.has_capital(end - 1) or line.at(end) not in group_words("stop"):
        return False
    if last.endswith(ADJECTIVES) or (last.endswith("ing") and end == start + 1):
        return False
    return not any(last in group_words(label) for label in ("state", "adverb", "finite", "adjective"))


def _singular_end(line: Line, start: int) -> int:
    """The same behind "one"."""
    position = start
    limit = min(len(line), start + LONGEST)
    while position < limit and not _is_end(line, position) and not _is_verb(line, start, position):
        position += 1
        if _is_person(line, position - 1) and not _is_person(line, position):
            break
    while position > start and _is_no_noun(line.at(position - 1)):
        position -= 1
    return position


def _is_person(line: Line, position: int) -> bool:
    """Whether a word names one person, and by no capital something else: "one Republican chamber"."""
    return noun_class(line.at(position)) == "individual" and (line.loud or not line.has_capital(position))


def _is_no_noun(word: str) -> bool:
    return word.endswith(("ly", "ed", ".")) or word in group_words("state") or word in group_words("adverb")


def _is_verb(line: Line, start: int, position: int) -> bool:
    """Whether a word behind "one" is a verb and not a participle that describes the noun."""
    word, before = line.at(position), line.at(position - 1)
    if word in group_words("finite"):
        return True
    if position == start or before in group_words("adjective") or before.endswith(("ly", "ed")):
        return False
    return word.endswith("ed") or (word.endswith("ing") and line.at(position + 1) in group_words("stop"))
