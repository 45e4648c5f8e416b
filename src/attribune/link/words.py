"""Words of a part of a text, folded, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attribune.article import Span
from attribune.link.folding import fold
from attribune.statement import Role

WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’]\w+)*")


class Word(NamedTuple):
    """A word, folded, where it stands in the text, and in which fragment of its role."""

    folded: str
    span: Span
    fragment: int


def words_of(role: Role | None, text: str) -> tuple[Word, ...]:
    """The words of a role of ``text``, in the order of its fragments, without punctuation; none of no role."""
    return tuple(_words(role.spans, text)) if role else ()


def _words(spans: Iterable[Span], text: str) -> Iterator[Word]:
    for fragment, span in enumerate(spans):
        for found in WORD.finditer(text, span.start, span.end):
            yield Word(fold(found.group()), Span(*found.span()), fragment)


def folded_of(words: Iterable[Word]) -> tuple[str, ...]:
    """The words without their places."""
    return tuple(word.folded for word in words)
