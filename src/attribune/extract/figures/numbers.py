"""Numbers in digits and words as intervals, without what bounds them and what they count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attribune.extract.figures.line import Line
from attribune.extract.figures.numerals import MULTIPLES, Numeral, letters, numerals
from attribune.extract.figures.words import refusal_words

LONGEST = 15  # digits; longer ones are no counts, and no float holds them exactly
NARROW = ("\u00a0", "\u202f", "\u2009")  # spaces that only group digits
HUNDRED = 100
FOLLOWING = {  # kinds of words that can follow a kind in one number
    "": ("small", "ten", "pair", *MULTIPLES),
    "small": MULTIPLES,
    "ten": ("small", *MULTIPLES),
    "pair": MULTIPLES,
    "hundred": ("small", "ten", "pair", "scale"),
    "scale": ("small", "ten", "pair"),
    "set": (),
}


@dataclass(frozen=True)
class Number:
    """A number from the token ``first`` to before ``end`` of a line, as an interval.

    A vague one ("dozens") has no upper end; ``scale`` is what its last word multiplies by.
    """

    first: int
    end: int
    low: float
    high: float | None
    vague: bool = False
    scale: float = 1

    @property
    def is_one(self) -> bool:
        """Whether it is exactly one."""
        return self.low == self.high == 1

    @property
    def is_none(self) -> bool:
        """Whether it is exactly nothing: "no", "not a single"."""
        return self.high == 0

    @property
    def is_singular(self) -> bool:
        """Whether what it counts is named in the singular: behind "one" and "not a single"."""
        return self.is_one or (self.is_none and self.end > self.first + 1)


def read_number(line: Line, position: int) -> Number | None:
    """The longest number whose first numeral stands at a position; None where none does."""
    if line.in_digits(position):
        return _in_digits(line, position)
    word = numerals().get(line.at(position))
    if word is None:
        return None
    if word.kind == "none":
        return _none(line, position)
    if word.kind == "many":
        return _vague(line, position, word)
    number = _in_words(line, position)
    return _with_article(line, number) if word.kind in MULTIPLES else number


def _in_digits(line: Line, position: int) -> Number | None:
    digits = line.tokens[position].group().replace(",", "")
    end = position + 1
    dated = line.at(position - 1) in refusal_words("month") or line.in_digits(position - 1)
    while _groups(line, end, digits, dated=dated):
        digits += line.at(end)
        end += 1
    if len(digits) > LONGEST:
        return None
    return _scaled(line, Number(position, end, float(digits), float(digits)))


def _groups(line: Line, position: int, digits: str, *, dated: bool) -> bool:
    """Whether the token is three more digits of a number, "200" of "1 200"; a date before it ends at the space."""
    if not line.in_digits(position) or len(line.at(position)) != 3 or not line.at(position).isdecimal():
        return False
    before, after = line.tokens[position - 1], line.tokens[position]
    if len(before.group()) > 3 or not digits.isdecimal() or len(digits) > LONGEST:
        return False
    space = before.string[before.end() : after.start()]
    return space in NARROW or (space == " " and not dated and not digits.startswith("0"))


def _scaled(line: Line, number: Number) -> Number:
    """The number with the scale that follows it: "1.5 million", "20 dozen", "2bn", "5-million"."""
    end = number.end
    word = numerals().get(line.at(end))
    if word and word.kind in MULTIPLES:
        return _times(number, word.value, end + 1)
    if line.glued(end) and line.at(end) in letters() and not _is_length(line, end):
        return _times(number, letters()[line.at(end)], end + 1)
    word = numerals().get(line.at(end + 1))
    if word and word.kind == "scale" and line.at(end) == "-" and line.glued(end) and line.glued(end + 1):
        return _times(number, word.value, end + 2)
    return number


def _is_length(line: Line, position: int) -> bool:
    """Whether "m" at a position means metres."""
    return line.at(position) == "m" and line.at(position + 1) in refusal_words("length")


def _times(number: Number, factor: float, end: int) -> Number:
    high = None if number.high is None else number.high * factor
    return replace(number, end=end, low=number.low * factor, high=high, scale=number.scale * factor)


def _in_words(line: Line, position: int) -> Number:
    """Words added up: "two hundred and fifty thousand", "twenty one"."""
    total = current = 0
    kind, scale, end = "", 1, position
    while word := _next_word(line, end, kind, current):
        end += 1 + (line.at(end) == "and")
        kind, scale = word.kind, word.value if word.kind in MULTIPLES else 1
        if word.kind not in MULTIPLES:
            current += word.value
        elif word.kind == "scale":
            total, current = total + (current or 1) * word.value, 0
        else:
            current = (current or 1) * word.value
    value = total + current
    return _and_a_half(line, Number(position, end, value, value, scale=scale))


def _next_word(line: Line, position: int, kind: str, current: int) -> Numeral | None:
    """The word that goes on a number whose last word is of a kind; "and" may stand before it."""
    joined = line.at(position) == "and" and kind in ("hundred", "scale")
    word = numerals().get(line.at(position + joined))
    if not word or word.kind not in FOLLOWING[kind]:
        return None
    return None if current >= HUNDRED and word.kind in ("hundred", "set") else word


def _and_a_half(line: Line, number: Number) -> Number:
    """The number with what "and a half" adds: "one and a half million"."""
    if line.lower[number.end : number.end + 3] != ["and", "a", "half"] or number.scale != 1:
        return number
    return _scaled(line, replace(number, end=number.end + 3, low=number.low + 0.5, high=number.low + 0.5))


def _with_article(line: Line, number: Number) -> Number | None:
    """A number that a multiple opens with what stands before: "a hundred", "half a million", "several dozen"."""
    first = number.first
    before = line.at(first - 1)
    if before in ("several", "few"):
        first -= 1 + (line.at(first - 2) == "a")
        return replace(number, first=first, low=2 * number.low, high=None, vague=True)
    if before not in ("a", "an"):
        return None if numerals()[line.at(first)].kind == "set" else number
    if line.at(first - 2) == "half":
        return replace(_times(number, 0.5, number.end), first=first - 2)
    if line.lower[max(0, first - 4) : first - 1] == ["a", "quarter", "of"]:
        return replace(_times(number, 0.25, number.end), first=first - 4)
    return replace(number, first=first - 1)


def _vague(line: Line, position: int, word: Numeral) -> Number:
    """A vague plural, which may count another: "hundreds of thousands"."""
    other = numerals().get(line.at(position + 2)) if line.at(position + 1) == "of" else None
    if other and other.kind == "many":
        return Number(position, position + 3, word.value * other.value / 2, None, vague=True)
    return Number(position, position + 1, word.value, None, vague=True)


def _none(line: Line, position: int) -> Number | None:
    """ "no" or "not a single"."""
    if line.at(position) == "no":
        return Number(position, position + 1, 0, 0)
    single = line.lower[max(0, position - 2) : position] == ["not", "a"]
    return Number(position - 2, position + 1, 0, 0) if single else None
