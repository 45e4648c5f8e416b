"""Corpora with labels on their own tokens, as running text with labels on its code points."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from attribune.article import Span

ENDINGS = tuple(mark + ending for mark in "'’" for ending in ("s", "m", "re", "ve", "ll", "d"))
NO_SPACE_BEFORE = frozenset((*".,;:!?)]}%”…-", "n't", "n’t", *ENDINGS))
NO_SPACE_AFTER = frozenset("([{“$£€-#")


@dataclass(frozen=True)
class Labelled:
    """A text and what is known of spans of it; every field but the text may be empty.

    ``names`` and ``places`` are labelled spans (None where the corpus has no such labels), ``factuality`` spans with a
    value from -3 to 3, ``mentions`` spans with the entity that they mean.
    """

    corpus: str
    key: str
    text: str
    names: tuple[tuple[Span, str], ...] | None = None
    places: tuple[tuple[Span, str], ...] | None = None
    factuality: tuple[tuple[Span, float], ...] = ()
    mentions: tuple[Mention, ...] = ()
    paragraphs: tuple[Span, ...] = field(default=())


@dataclass(frozen=True)
class Mention:
    """One mention: the span of its head words, its entity (-1: none that is annotated), and how it takes part.

    A ``sought`` mention's antecedents are learned; a ``candidate`` may be the antecedent of later ones.
    """

    span: Span
    entity: int
    sought: bool = False
    candidate: bool = True


def in_part(key: str, share: int) -> bool:
    """Whether a text belongs to the one in ``share`` that is kept for measuring, by the SHA-256 of its key."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % share == 0


def join(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """Token lists as text, a line each, and where each token stands in it."""
    text, spans = "", []
    for tokens in sentences:
        placed: list[Span] = []
        quoted = False
        for position, token in enumerate(tokens):
            closing = token == '"' and quoted
            glued = position == 0 or token in NO_SPACE_BEFORE or closing or text[-1:] in NO_SPACE_AFTER
            opened = position > 0 and tokens[position - 1] == '"' and quoted
            text += "" if glued or opened else " "
            placed.append(Span(len(text), len(text) + len(token)))
            text += token
            quoted ^= token == '"'
        spans.append(placed)
        text += "\n"
    return text, spans
