"""Attributions to statements: word ranges become spans, quotations are kept whole, nesting is told from overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from attribune.article import Article, Span
from attribune.extract.dateline import source_behind_dateline, without_dateline
from attribune.extract.decode import Attribution
from attribune.quotation import Quotation
from attribune.reader.tokens import Tokens
from attribune.statement import Quote, Role, Statement


@dataclass(frozen=True)
class Draft:
    """An attribution in code points, before it is numbered; ``parent`` is the number of the cue around it."""

    source: Role | None
    cue: Role | None
    content: Role
    confidence: float
    number: int | None = None
    parent: int | None = None
    reasons: tuple[str, ...] = ()

    @property
    def extent(self) -> Span:
        """From its first to its last word."""
        roles = [role for role in (self.source, self.cue, self.content) if role]
        return Span(min(role.start for role in roles), max(role.end for role in roles))


def draft(attribution: Attribution, article: Article, tokens: Tokens, quotations: QuotationIndex) -> Draft:
    """One attribution in code points, its content widened to whole quotations, both roles freed of a dateline."""

    def spans(words: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(Span(int(tokens.starts[w.start]), int(tokens.ends[w.end - 1])) for w in words)

    cue = Role(spans([attribution.cue]))
    source = (
        Role(_undated(spans([attribution.source]), article, source_behind_dateline)) if attribution.source else None
    )
    first, *rest = quotations.widen(spans(attribution.content), [*cue.spans, *(source.spans if source else ())])
    content = Role(_undated((first, *rest), article, without_dateline))
    return Draft(source, cue, content, attribution.confidence, attribution.number, attribution.parent)


def _undated(spans: tuple[Span, ...], article: Article, behind: Callable[[str, Span, int], Span]) -> tuple[Span, ...]:
    """The fragments, the first of them ``behind`` the dateline that it may start with."""
    first, *rest = spans
    paragraph = article.paragraph_at(first.start)
    return (behind(article.text, first, paragraph.start if paragraph else first.start), *rest)


class QuotationIndex:
    """The quotations of an article, looked up by position."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        """``quotations`` in the text's order, not overlapping."""
        self.quotations = tuple(quotations)
        self._starts = np.array([quotation.span.start for quotation in quotations], dtype=np.int64)

    def touching(self, span: Span) -> Iterator[Quotation]:
        """Quotations that share a code point with ``span``, in order."""
        position = max(0, int(np.searchsorted(self._starts, span.start, side="right")) - 1)
        for quotation in self.quotations[position:]:
            if quotation.span.start >= span.end:
                return
            if quotation.span.end > span.start:
                yield quotation

    def widen(self, content: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
        """Content fragments that end inside a quotation, stretched to its marks.

        In PolNeAR's train part 97% of the contents that touch a quotation hold all of it. A quotation that
        holds a word of ``taken`` (the cue, the source) is left alone: the statement stands inside it.
        """
        return merge(self._widened(span, taken) for span in content)

    def _widened(self, span: Span, taken: Sequence[Span]) -> Span:
        start, end = span
        for quotation in self.touching(span):
            if not any(quotation.span.overlaps(part) for part in taken):
                start, end = min(start, quotation.span.start), max(end, quotation.span.end)
        return Span(start, end)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def quote_kind(content: Role, quotations: QuotationIndex, text: str) -> Quote:
    """Direct where all letters of the content stand in quotation marks, mixed where some do, else indirect.

    Single words and names in marks are scare quotes as often as speech; they make a content mixed all the
    same, as PolNeAR's readers count it.
    """
    inside = total = 0
    for span in content.spans:
        total += _letters(span.of(text))
        for quotation in quotations.touching(span):
            overlap = Span(max(span.start, quotation.span.start), min(span.end, quotation.span.end))
            inside += _letters(overlap.of(text))
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def number(article: Article, drafts: Sequence[Draft], quotations: QuotationIndex) -> list[Statement]:
    """Statements with ids in the text's order, parents by id."""
    ids = {one.number: position for position, one in enumerate(drafts) if one.number is not None}
    return [
        Statement(
            id=position,
            source=one.source,
            cue=one.cue,
            content=one.content,
            quote=quote_kind(one.content, quotations, article.text),
            parent=None if one.parent is None else ids.get(one.parent),
            confidence=one.confidence,
            reasons=one.reasons,
        )
        for position, one in enumerate(drafts)
    ]
