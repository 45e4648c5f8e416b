"""The lexemes of a typed query: words, quoted words, fields, signs and parentheses, each with its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from attribune.errors import UsageError

Sign = Literal["(", ")", "AND", "OR", "NOT", "field", "word", "quoted", "end"]

LONGEST_QUERY = 20_000  # characters
LONGEST_SHOWN = 100  # characters of a query that a message repeats
FIELDS = (
    "speaker",
    "speaker_id",
    "outlet",
    "cue",
    "class",
    "quote",
    "commitment",
    "distance",
    "kind",
    "place",
    "of",
    "counts",
    "figure",
    "date",
    "status",
)
QUOTES = '"“”„'
BLANK = re.compile(r"\s*")
FIELD = re.compile(r"([A-Za-z][A-Za-z_]*):(?!//)")
QUOTED = re.compile(rf"(=?)[{QUOTES}]([^{QUOTES}]*)[{QUOTES}](\*?)")
WORD = re.compile(rf"[^\s(){QUOTES}]+")
MINUS = re.compile(r"-(?=\S)")
OPERATORS: dict[str, Sign] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}


@dataclass(frozen=True)
class Lexeme:
    """A piece of a query and the column, from 1, at which it starts.

    ``exact`` stands for ``=`` before a value, ``prefix`` for ``*`` behind it; neither is part of ``text``, but in a
    value that is nothing but a star.
    """

    sign: Sign
    text: str
    column: int
    exact: bool = False
    prefix: bool = False


def lexemes(query: str) -> Iterator[Lexeme]:
    """The query's lexemes, the last of them ``end``; a UsageError where a field is unknown or a quote open."""
    if len(query) > LONGEST_QUERY:
        raise refusal(f"a query of {len(query)} characters", 1, f"at most {LONGEST_QUERY} are read; search for less")
    position, is_value = _skip(query, 0), False
    while position < len(query):
        lexeme, position = _value(query, position) if is_value else _next(query, position)
        is_value = lexeme.sign == "field"
        yield lexeme
        position = _skip(query, position)
    yield Lexeme("end", "", len(query) + 1)


def refusal(found: str, column: int, advice: str) -> UsageError:
    """The error, in one line, for something in a query that can't be searched."""
    shown = "".join(char if char.isprintable() else " " for char in found[:LONGEST_SHOWN])
    return UsageError(f"{shown}{'…' * (len(found) > LONGEST_SHOWN)} at column {column} of the query: {advice}")


def suggestion(word: str, known: Sequence[str]) -> str:
    """What a reader should write instead of a word that is not known."""
    close = get_close_matches(word, known, n=1)
    return f"{f'did you mean {close[0]}? ' if close else ''}known are {', '.join(known)}"


def _skip(query: str, position: int) -> int:
    blank = BLANK.match(query, position)
    return blank.end() if blank else position


def _next(query: str, position: int) -> tuple[Lexeme, int]:
    column = position + 1
    if MINUS.match(query, position):
        return Lexeme("NOT", "-", column), position + 1
    if (field := FIELD.match(query, position)) and (name := _field(field)):
        return Lexeme("field", name, column), field.end()
    lexeme, end = _value(query, position)
    if lexeme.sign == "word" and query[position:end] in OPERATORS:
        return Lexeme(OPERATORS[lexeme.text], lexeme.text, column), end
    return lexeme, end


def _field(match: re.Match[str]) -> str | None:
    """The field's name; None for a word that merely ends with a colon."""
    name, column = match[1].lower(), match.start() + 1
    valued = re.compile(r"[^\s)]").match(match.string, match.end())
    if name in FIELDS and valued:
        return name
    if name in FIELDS:
        raise refusal(f"{name}: without a value", column, f"write the value right behind the colon, as in {name}:value")
    if not valued:
        return None
    advice = f"{suggestion(name, FIELDS)}; to search for the words, put them in quotation marks"
    raise refusal(f"unknown field {match[1]!r}", column, advice)


def _value(query: str, position: int) -> tuple[Lexeme, int]:
    column, char = position + 1, query[position]
    if char == "(":
        return Lexeme("(", char, column), position + 1
    if char == ")":
        return Lexeme(")", char, column), position + 1
    if quoted := QUOTED.match(query, position):
        return Lexeme("quoted", quoted[2], column, bool(quoted[1]), bool(quoted[3])), quoted.end()
    word = WORD.match(query, position)
    if word is None:
        raise refusal("a quotation mark without its partner", column, "close it, or take it out")
    return _word(word.group(), column), word.end()


def _word(text: str, column: int) -> Lexeme:
    exact, prefix = text.startswith("=") and text != "=", text.endswith("*") and text != "*"
    return Lexeme("word", text[exact : len(text) - prefix], column, exact, prefix)
