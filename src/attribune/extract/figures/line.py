"""A paragraph as numbers, words and signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attribune.article import Span
from attribune.extract.figures.numerals import numerals

Token = re.Match[str]

# What repeats inside another repetition has an upper end, so that no text makes the search start over and over.
TOKEN = re.compile(
    r"[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*"  # a word, which may hold digits and hyphens: "F-16"
    r"(?:(?<=\b[A-Za-z])(?:\.[A-Za-z]){1,5}\.)?\$?"  # or is an abbreviation or currency: "U.S.", "p.m.", "US$"
    r"|(\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?)"  # a number in digits
    r"|\S"
)
COMPOUND = re.compile(r"(?<=-).+|-|[^-]+")  # a number word, the first hyphen, and the rest
OUTSIDE = 32  # empty words behind the last; no rule looks further ahead or back


@dataclass(frozen=True)
class Line:
    """A paragraph's tokens; positions in it are numbers of tokens, spans are code points of the article's text.

    ``lower`` holds every token in lower case, and empty words behind the last, so that a position slightly outside the
    paragraph, which may be negative, reads as empty; ``numerals`` are the positions of words and digits of numbers;
    a ``loud`` paragraph is all in capitals.
    """

    tokens: list[Token]
    lower: list[str]
    numerals: list[int]
    loud: bool

    @classmethod
    def of(cls, text: str, paragraph: Span) -> Line:
        """The tokens of one paragraph of ``text``; "five-member" is three, "twenty-five" one."""
        tokens = list(TOKEN.finditer(text, *paragraph))
        lower = [token.group().lower() for token in tokens]
        if any(map(_is_compound, [word for word in lower if "-" in word])):
            tokens = list(_split(tokens))
            lower = [token.group().lower() for token in tokens]
        known = numerals()
        found = [position for position, word in enumerate(lower) if word in known or tokens[position].lastindex]
        return cls(tokens, lower + [""] * OUTSIDE, found, paragraph.of(text).isupper())

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, position: int) -> str:
        """The token at a position in lower case; empty up to ``OUTSIDE`` tokens outside the paragraph."""
        return self.lower[position]

    def has_capital(self, position: int) -> bool:
        """Whether there is a token at a position that begins with a capital letter."""
        return 0 <= position < len(self.tokens) and self.tokens[position].group()[:1].isupper()

    def in_title_case(self, position: int) -> bool:
        """Whether there is a word at a position with a capital letter and small ones behind it."""
        return self.has_capital(position) and self.tokens[position].group()[1:].islower()

    def is_acronym(self, position: int) -> bool:
        """Whether the word at a position is all in capitals and the paragraph is not: "IS", "US", "WHO"."""
        return not self.loud and len(self.lower[position]) > 1 and self.tokens[position].group().isupper()

    def in_digits(self, position: int) -> bool:
        """Whether there is a number in digits at a position."""
        return 0 <= position < len(self.tokens) and self.tokens[position].lastindex == 1

    def is_numeral(self, position: int) -> bool:
        """Whether there is a word or digits of a number at a position."""
        return self.lower[position] in numerals() or self.in_digits(position)

    def glued(self, position: int) -> bool:
        """Whether there is a token at a position that follows the one before without white space."""
        return 0 < position < len(self.tokens) and self.tokens[position - 1].end() == self.tokens[position].start()

    def span(self, first: int, end: int) -> Span:
        """The code points of the tokens from ``first`` to before ``end``."""
        return Span(self.tokens[first].start(), self.tokens[end - 1].end())

    def text(self, first: int, end: int) -> str:
        """The words of the tokens from ``first`` to before ``end`` as they stand."""
        return self.span(first, end).of(self.tokens[first].string)


def _split(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same tokens, those that are a number and something else in three."""
    for token in tokens:
        if _is_compound(token.group().lower()):
            yield from COMPOUND.finditer(token.string, *token.span())
        else:
            yield token


def _is_compound(word: str) -> bool:
    """Whether a word is a number and something else: "five-member", and not "twenty-five"."""
    return word.partition("-")[0] in numerals() and word not in numerals()
