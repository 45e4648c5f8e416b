"""Excerpts: contents that seem to report somebody's words in turn, as texts of their own for the reader.

The reader was trained on outermost attributions. Inside a content it finds few, but the same words read on their own
are outermost ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from attribune.article import Span
from attribune.extract.cues import lexicon, words_of
from attribune.extract.lemmas import lemma
from attribune.extract.wordlists import word_classes
from attribune.reader.tokens import PARAGRAPH_START, Ints, Tokens
from attribune.statement import CueClass, Statement

FEWEST = 6  # words of a content that can hold source, cue and content
MARKS = "\"“”„«»‘’'`"
REPORTING: frozenset[CueClass] = frozenset(
    {
        *("say", "claim", "deny", "accuse", "admit", "promise_vow", "warn_threaten", "confirm", "reveal_announce"),
        *("ask_demand", "order_rule", "show"),
    }
)


@dataclass(frozen=True)
class Excerpts:
    """Contents as paragraphs of their own: ``tokens`` are their words, ``words`` their places among the article's.

    ``hosts`` has the id of each paragraph's statement.
    """

    tokens: Tokens
    words: Ints
    hosts: tuple[int, ...]

    def host_at(self, word: int) -> int:
        """The statement in whose content the word of ``tokens`` stands."""
        return self.hosts[self._number(word)]

    def paragraph_at(self, word: int) -> Span:
        """The words of the content in which the word of ``tokens`` stands."""
        number = self._number(word)
        return Span(int(self.tokens.paragraphs[number]), int(self.tokens.paragraphs[number + 1]))

    def _number(self, word: int) -> int:
        return int(np.searchsorted(self.tokens.paragraphs, word, side="right")) - 1

    def spans(self, words: Span) -> tuple[Span, ...]:
        """A range of words as spans of the article's text, cut where the article has other words between."""
        places = self.words[words.start : words.end]
        cuts = [0, *(np.flatnonzero(np.diff(places) != 1) + 1).tolist(), len(places)]
        starts, ends = self.tokens.starts[words.start : words.end], self.tokens.ends[words.start : words.end]
        return tuple(Span(int(starts[low]), int(ends[high - 1])) for low, high in pairwise(cuts) if low < high)


def find_excerpts(text: str, statements: Sequence[Statement], tokens: Tokens) -> Excerpts | None:
    """The outermost contents of ``text`` that hold a reporting verb; None where none does."""
    parts: list[tuple[int, Ints]] = []
    for statement in statements:
        if statement.parent is None and _reports(statement.content.text(text)):
            places = _places(statement, text, tokens)
            if len(places) >= FEWEST:
                parts.append((statement.id, places))
    if not parts:
        return None
    direct = {statement.id for statement in statements if statement.quote == "direct"}
    words = np.concatenate([places for _, places in parts])
    paragraphs = np.cumsum([0, *(len(places) for _, places in parts)])
    plain = np.concatenate([np.full(len(places), host in direct) for host, places in parts])
    return Excerpts(_excerpt(tokens, words, paragraphs, plain), words, tuple(host for host, _ in parts))


def _reports(content: str) -> bool:
    return any(_is_reporting(word) for word in words_of(content))


@lru_cache(maxsize=8192)
def _is_reporting(word: str) -> bool:
    """Whether a word is a form of a reporting verb that is hardly ever anything else: "said", but not "state"."""
    known = lexicon()
    base = lemma(word, known.lemmas)
    cue = known.words.get((base, "verb"))
    if cue is None or cue.cue_class not in REPORTING:
        return False
    bare = word_classes("cue_words.tsv")["bare reporting"]
    if word in (base, f"{base}s"):
        return base in bare
    return base not in word_classes("cue_words.tsv")["no reporting"]


def _places(statement: Statement, text: str, tokens: Tokens) -> Ints:
    """The content's words as places among the article's, without quotation marks at its edges."""
    found = [
        np.arange(
            np.searchsorted(tokens.starts, span.start), np.searchsorted(tokens.ends, span.end, side="right"), dtype=int
        )
        for span in statement.content.spans
    ]
    places = np.concatenate(found)
    while len(places) and text[tokens.starts[places[0]]] in MARKS:
        places = places[1:]
    while len(places) and text[tokens.starts[places[-1]]] in MARKS:
        places = places[:-1]
    return places


def _excerpt(tokens: Tokens, words: Ints, paragraphs: Ints, plain: Ints) -> Tokens:
    """The words as tokens of their own; those marked ``plain`` stand in no quotation there."""
    ends = np.append(tokens.first[1:], len(tokens.pieces))
    widths = ends[words] - tokens.first[words]
    pieces = np.concatenate(list(_pieces(tokens.first[words], widths)))
    first = np.concatenate([[0], np.cumsum(widths)[:-1]])
    signs = np.where(np.repeat(plain, widths), 0, tokens.signs[pieces]) & ~PARAGRAPH_START
    signs[first[paragraphs[:-1]]] |= PARAGRAPH_START
    return Tokens(
        pieces=tokens.pieces[pieces],
        signs=signs,
        first=first,
        starts=tokens.starts[words],
        ends=tokens.ends[words],
        shapes=tokens.shapes[words],
        paragraphs=paragraphs,
        quotations=(),
    )


def _pieces(first: Ints, widths: Ints) -> Iterator[Ints]:
    for start, width in zip(first.tolist(), widths.tolist(), strict=True):
        yield np.arange(start, start + width)
