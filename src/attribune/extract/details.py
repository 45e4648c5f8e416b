"""Details: figures, times and places of an article, each given to the statement in whose words it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from attribune.article import Article, Span
from attribune.extract.entities import Entities
from attribune.extract.figures import find_figures
from attribune.extract.places import PlaceName, resolve_places
from attribune.extract.times import find_when
from attribune.statement import Figure, PlaceKind, Statement, Where


class Located(Protocol):
    """Something that stands at a span of the article's text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Detail = TypeVar("Detail", bound=Located)


def with_details(
    article: Article, statements: Sequence[Statement], entities: Entities
) -> tuple[list[Statement], tuple[Figure, ...]]:
    """The statements with the figures, times and places in their contents, and the figures in nobody's words.

    What stands in a content inside another belongs to the inner one.
    """
    contents = Contents(statements)
    figures = contents.share(find_figures(article.text, article.paragraphs))
    published = article.published.date() if article.published else None
    times = contents.share(find_when(article.text, article.paragraphs, published))
    places = contents.share(_places(article, entities))
    detailed = [
        replace(one, figures=tuple(figures[one.id]), when=tuple(times[one.id]), where=tuple(places[one.id]))
        for one in statements
    ]
    return detailed, tuple(figures[None])


def _places(article: Article, entities: Entities) -> list[Where]:
    """Names of places and of governments that act under them; adjectives made of them name no place."""
    kinds: dict[str, PlaceKind] = {"place": "place", "government": "government"}
    names = [PlaceName(one.span, kinds[one.kind]) for one in entities.places if one.kind in kinds]
    return [resolution.where for resolution in resolve_places(article.text, names)]


class Contents:
    """The contents of an article's statements, looked up by position."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._spans = sorted(
            ((span, one.id) for one in statements for span in one.content.spans),
            key=lambda piece: (piece[0].start, -piece[0].end, piece[1]),
        )
        self._starts = [span.start for span, _ in self._spans]
        self._around = list(_around([span for span, _ in self._spans]))

    def innermost(self, span: Span) -> int | None:
        """The statement with the shortest piece of content that holds the start of ``span``, the last of equals."""
        found: list[tuple[int, int]] = []
        piece = bisect_right(self._starts, span.start) - 1
        while piece >= 0:
            content, identity = self._spans[piece]
            if span.start < content.end:
                found.append((content.length, -identity))
            piece = self._around[piece]
        return -min(found)[1] if found else None

    def share(self, details: Iterable[Detail]) -> defaultdict[int | None, list[Detail]]:
        """The details by the statement in whose words they stand; None for those in nobody's."""
        shared: defaultdict[int | None, list[Detail]] = defaultdict(list)
        for detail in details:
            shared[self.innermost(detail.span)].append(detail)
        return shared


def _around(spans: Sequence[Span]) -> Iterator[int]:
    """For each span the number of the last one before it that has not ended where it starts, -1 where none has."""
    opened: list[int] = []
    for number, span in enumerate(spans):
        while opened and spans[opened[-1]].end <= span.start:
            opened.pop()
        yield opened[-1] if opened else -1
        opened.append(number)
