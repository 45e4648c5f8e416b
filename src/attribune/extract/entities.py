"""Entities: an article's names and what each names, its place names and how each is used, off the reader's heads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from attribune.article import Span
from attribune.extract.capitals import Name
from attribune.reader.heads import NAME_TAGS, PLACE_TAGS, tag_spans
from attribune.reader.lattice import Floats
from attribune.reader.scores import Scores
from attribune.reader.tokens import Tokens

GOES_ON = re.compile(r" (?:of|for|and|&) (?:the )?[A-Z][\w.'’-]*(?: (?:of|for|and|&|[A-Z][\w.'’-]*)){0,5}")


@dataclass(frozen=True)
class Entity:
    """A name in the text: its span, and what it names ("Person") or how a place's name is used ("government")."""

    span: Span
    kind: str


@dataclass(frozen=True)
class Entities:
    """The names of one article, in the text's order, looked up by position."""

    names: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(entity.span.start for entity in self.names)

    def at(self, span: Span) -> Entity | None:
        """The entity that shares a code point with ``span``, the longest overlap if several do."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        found = [entity for entity in self.names[first:last] if entity.span.overlaps(span)]
        return max(found, key=lambda entity: _shared(entity.span, span)) if found else None


def told(text: str, name: Name, entities: Entities) -> Name:
    """The name with what the reader takes it for, where the reader sees about the same words of ``text`` as one name.

    A body's name is the reader's where that is the longer one: "Chamber of Commerce".
    """
    entity = entities.at(name.span)
    if entity and entity.kind == "Organization" and entity.span.covers(name.span) and _goes_on(text, name, entity):
        return replace(name, span=entity.span, words=tuple(entity.span.of(text).split()), told=entity.kind)
    if entity is None or 2 * _shared(entity.span, name.span) < max(entity.span.length, name.span.length):
        return name
    return replace(name, told=entity.kind)


def _goes_on(text: str, name: Name, entity: Entity) -> bool:
    """Whether the entity holds the name and, behind it, words that a name may go on with."""
    return entity.span.start == name.span.start and GOES_ON.fullmatch(text, name.span.end, entity.span.end) is not None


def _shared(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)


def find_entities(scores: Scores) -> Entities:
    """The names and place names of an article; none where the scores hold no word's."""
    if scores.words is None:
        return Entities()
    names = tuple(_entities(scores.tokens, scores.words.names, NAME_TAGS))
    return Entities(names, tuple(_entities(scores.tokens, scores.words.places, PLACE_TAGS)))


def _entities(tokens: Tokens, outputs: Floats, tags: Sequence[str]) -> Iterator[Entity]:
    best = outputs.argmax(axis=1)
    for words, kind in _runs(best.tolist(), tags, tokens):
        yield Entity(Span(int(tokens.starts[words.start]), int(tokens.ends[words.end - 1])), kind)


def _runs(best: Sequence[int], tags: Sequence[str], tokens: Tokens) -> Iterator[tuple[Span, str]]:
    """Tagged runs of words, cut where a paragraph ends."""
    named = [tags[tag] for tag in best]
    for low, high in pairwise(tokens.paragraphs.tolist()):
        for words, kind in tag_spans(named[low:high]):
            yield Span(words.start + low, words.end + low), kind
