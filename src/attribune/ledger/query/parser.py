"""Reads what people type into the tree of a query."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

from attribune.ledger.query.fields import CLOSED, Field, Status, country_term, terms_of
from attribune.ledger.query.lexemes import Lexeme, lexemes, refusal
from attribune.ledger.query.nodes import Everything, FigureTest, Node, Not, Phrase, StatusTest, all_of, any_of
from attribune.ledger.query.same_figure import alternatives, same_figure
from attribune.ledger.query.tokens import fold
from attribune.ledger.query.values import closed_value, date_test, figure_test, whole

DEEPEST = 30  # parentheses and NOTs inside each other
OF_FIGURES = ("figure", "of", "counts")
CODES = {"uk": "gb"}  # what people type for a code that ISO 3166-1 gives otherwise


def parse(text: str) -> Node:
    """The tree of a query; a UsageError in one line where it can't be read.

    Words that stand together must all be found; ``OR``, ``AND``, ``NOT`` in capitals, ``-word``, parentheses,
    ``"phrases"``, ``word*`` and ``field:value`` work as in other search engines. ``=word`` is a stem, taken as it is.
    In one group ``figure:``, ``of:`` and ``counts:`` speak of the same figure; parentheses make a group of their own.
    """
    parser = _Parser(text)
    if parser.next.sign == "end":
        raise refusal("nothing to search for", 1, "write a word, or * for everything")
    node = parser.any_of(None, 0)
    if parser.next.sign == ")":
        raise refusal("a ) without its (", parser.next.column, "open it, or take it out")
    return node


class _Part(NamedTuple):
    """A part of a group; a loose one speaks of the group's figure."""

    node: Node
    loose: bool = False


class _Parser:
    """The lexemes that are still to be read, and one method for each rule of the grammar.

    ``field`` is the one whose values a group in parentheses lists, ``depth`` the number of groups around.
    """

    def __init__(self, text: str) -> None:
        self._lexemes = lexemes(text)
        self.next = next(self._lexemes)

    def any_of(self, field: str | None, depth: int) -> Node:
        """Parts joined by OR."""
        parts = [self._all_of(field, depth)]
        while self.next.sign == "OR":
            self._take()
            parts.append(self._all_of(field, depth))
        return any_of(parts)

    def _all_of(self, field: str | None, depth: int) -> Node:
        column, parts = self.next.column, [self._not(field, depth)]
        while self.next.sign not in ("end", ")", "OR"):
            if self.next.sign == "AND":
                self._take()
            parts.append(self._not(field, depth))
        return _one_group(parts, column)

    def _not(self, field: str | None, depth: int) -> _Part:
        if depth > DEEPEST:
            raise refusal("too many groups inside each other", self.next.column, f"at most {DEEPEST} are read")
        if self.next.sign == "NOT":
            self._take()
            return _Part(Not(self._not(field, depth + 1).node))
        return self._atom(field, depth)

    def _atom(self, field: str | None, depth: int) -> _Part:
        lexeme = self._take()
        if lexeme.sign == "(":
            return _Part(self._group(lexeme, field, depth), loose=field in OF_FIGURES)
        if lexeme.sign == "field" and field is None:
            return self._field(lexeme.text, depth)
        if lexeme.sign in ("word", "quoted"):
            return _Part(VALUES.get(field or "", _words)(field or "content", lexeme), loose=field in OF_FIGURES)
        raise _out_of_place(lexeme, field)

    def _field(self, field: str, depth: int) -> _Part:
        return _Part(self._atom(field, depth).node, loose=field in OF_FIGURES)

    def _group(self, opening: Lexeme, field: str | None, depth: int) -> Node:
        node = self.any_of(field, depth + 1)
        if self.next.sign != ")":
            raise refusal("a ( without its )", opening.column, "close it, or take it out")
        self._take()
        return node

    def _take(self) -> Lexeme:
        lexeme = self.next
        if lexeme.sign != "end":
            self.next = next(self._lexemes)
        return lexeme


def _one_group(parts: list[_Part], column: int) -> Node:
    """The parts joined by AND, the loose ones as tests of one figure, where the first of them stands."""
    tests, others, place = [], list[Node](), None
    for part in parts:
        options = alternatives(part.node) if part.loose else None
        if options is None:
            others.append(part.node)
            continue
        place = len(others) if place is None else place
        tests.append(options)
    if place is not None:
        others.insert(place, same_figure(tests, column))
    return all_of(others)


def _out_of_place(lexeme: Lexeme, field: str | None) -> Exception:
    if lexeme.sign == "field":
        advice = f"the parentheses of {field}: list values of that field only; close them before {lexeme.text}:"
        return refusal(f"{lexeme.text}: inside the values of {field}:", lexeme.column, advice)
    found = "the end of the query" if lexeme.sign == "end" else repr(lexeme.text)
    advice = "a word, a phrase or a group has to stand here; words like AND are searched for in quotation marks"
    return refusal(f"{found} with nothing to search for before it", lexeme.column, advice)


def _words(field: str, lexeme: Lexeme) -> Node:
    """A phrase; for ``word*`` the word in all its forms, or a longer one that begins with it."""
    if field == "content" and lexeme == Lexeme("word", "*", lexeme.column):
        return Everything()
    name, exact = cast(Field, field), tuple(fold(lexeme.text))
    terms = exact if lexeme.exact else terms_of(lexeme.text)
    _check_words(terms, lexeme)
    if not lexeme.prefix or terms[-1] == exact[-1]:
        return Phrase(name, terms, lexeme.prefix)
    return any_of((Phrase(name, terms), Phrase(name, (*terms[:-1], exact[-1]), prefix=True)))


def _check_words(terms: tuple[str, ...], lexeme: Lexeme) -> None:
    if not terms:
        raise refusal(f"{whole(lexeme)!r} without a letter or digit", lexeme.column, "write a word, or take it out")
    if lexeme.sign == "word" and "*" in lexeme.text:
        raise refusal(f"a * inside {whole(lexeme)!r}", lexeme.column, "a star stands at the end of a word only")


def _place(field: str, lexeme: Lexeme) -> Node:
    """A place's name, or a country's code where two letters stand without quotation marks."""
    code = lexeme.text.lower()
    if (
        lexeme.sign == "quoted"
        or lexeme.exact
        or lexeme.prefix
        or len(code) != 2
        or not (code.isascii() and code.isalpha())
    ):
        return _words(field, lexeme)
    return Phrase("place", (country_term(CODES.get(code, code)),))


def _of(_field: str, lexeme: Lexeme) -> Node:
    terms = tuple(fold(lexeme.text)) if lexeme.exact else terms_of(lexeme.text)
    if lexeme.prefix:
        raise refusal(f"of:{whole(lexeme)}", lexeme.column, "of: takes whole words, without a star")
    _check_words(terms, lexeme)
    return FigureTest(of=tuple(dict.fromkeys(terms)))


def _speaker_id(_field: str, lexeme: Lexeme) -> Node:
    if not (lexeme.text.isascii() and lexeme.text.isdigit()) or lexeme.prefix or lexeme.exact:
        raise refusal(f"speaker_id:{whole(lexeme)}", lexeme.column, "a speaker's id is a whole number")
    return Phrase("speaker_id", (lexeme.text.lstrip("0") or "0",))


def _class(field: str, lexeme: Lexeme) -> Node:
    return Phrase(cast(Field, field), (closed_value(field, lexeme),))


VALUES: dict[str, Callable[[str, Lexeme], Node]] = {
    **dict.fromkeys(CLOSED, _class),
    "counts": lambda field, lexeme: FigureTest(counts=closed_value(field, lexeme)),
    "status": lambda field, lexeme: StatusTest(cast(Status, closed_value(field, lexeme))),
    "figure": lambda _field, lexeme: figure_test(lexeme),
    "date": lambda _field, lexeme: date_test(lexeme),
    "of": _of,
    "place": _place,
    "speaker_id": _speaker_id,
}
