"""Quotations without a cue of their own: carried on from the words before them.

In PolNeAR's train part 98% of the quotations of eight words and more are somebody's statement, and 96% of those
of five to seven that are whole sentences. One that no cue claims belongs to the speaker who was quoted just
before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attribune.article import Article, Span
from attribune.extract.assemble import Draft, merge
from attribune.quotation import Quotation
from attribune.statement import Role

FEWEST_WORDS, FEWEST_IN_SENTENCE = 8, 5
CARRIED_CONFIDENCE = 0.6
SENTENCE_END = tuple(".?!,…")
LONG_WORD, TITLE_SHARE = 4, 0.8  # letters of the words by which a title in capitals is told, and their share


def carry_on(article: Article, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts with unclaimed quotations added to the statement that they continue, or as their own.

    A quotation continues a statement in its own paragraph, or one whose quotation the paragraph before left
    unclosed; one after a colon or in a paragraph of its own makes a statement without source and cue.
    """
    found = sorted(drafts, key=lambda one: one.extent)
    starts = [one.extent.start for one in found]
    own: list[Draft] = []
    for unclaimed in _unclaimed(article, found, quotations):
        last = _outermost_before(found, bisect_left(starts, unclaimed.quotation.span.start) - 1)
        if last is not None and found[last].extent.end > unclaimed.reach:
            found[last] = _continued(found[last], unclaimed.quotation)
        elif own and own[-1].extent.end > unclaimed.reach:
            own[-1] = _continued(own[-1], unclaimed.quotation)
        elif unclaimed.introduced:
            reason = "a quotation without a cue of its own"
            content = Role((unclaimed.quotation.span,))
            own.append(Draft(None, None, content, CARRIED_CONFIDENCE, reasons=(reason,)))
    return sorted([*found, *own], key=lambda one: one.extent)


@dataclass(frozen=True)
class _Unclaimed:
    """A long quotation that no draft touches.

    A statement that ends behind ``reach`` may go on in it; ``introduced`` where it makes a paragraph of its own or
    follows a colon.
    """

    quotation: Quotation
    reach: int
    introduced: bool


def _unclaimed(article: Article, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> Iterator[_Unclaimed]:
    paragraphs = article.paragraphs
    claimed = merge(span for one in drafts for span in _spans(one))
    number = position = 0
    open_before = False
    for quotation in quotations:
        while paragraphs[number].end <= quotation.span.start:
            number += 1
        while position < len(claimed) and claimed[position].end <= quotation.span.start:
            position += 1
        free = position == len(claimed) or not claimed[position].overlaps(quotation.span)
        if free and _is_speech(quotation.inside.of(article.text).strip()):
            first = paragraphs[max(0, number - 1)] if open_before else paragraphs[number]
            yield _Unclaimed(quotation, first.start, _is_introduced(article.text, paragraphs[number], quotation))
        open_before = not quotation.closed


def _is_introduced(text: str, paragraph: Span, quotation: Quotation) -> bool:
    """Whether a colon stands before the quotation, or nothing but it in the paragraph."""
    before, after = text[paragraph.start : quotation.span.start], text[quotation.span.end : paragraph.end]
    return before.rstrip().endswith(":") or not any(map(str.isalnum, before + after))


def _is_speech(words: str) -> bool:
    """Whether quoted words are a statement by their length and shape, not a title or scare quotes."""
    sentence = words[:1].isupper() and words[-1:] in SENTENCE_END
    fewest = FEWEST_IN_SENTENCE if sentence else FEWEST_WORDS
    return len(words.split()) >= fewest and not _is_title(words)


def _is_title(words: str) -> bool:
    """Whether nearly all long words start with a capital, and no full stop ends them."""
    long = [word for word in words.split() if len(word) >= LONG_WORD]
    return words[-1:] not in SENTENCE_END and sum(word[0].isupper() for word in long) >= TITLE_SHARE * len(long)


def _spans(one: Draft) -> tuple[Span, ...]:
    return tuple(span for role in (one.source, one.cue, one.content) if role for span in role.spans)


def _outermost_before(found: Sequence[Draft], position: int) -> int | None:
    """The last draft up to ``position`` that stands in no other's content."""
    while position >= 0 and found[position].parent is not None:
        position -= 1
    return position if position >= 0 else None


def _continued(one: Draft, quotation: Quotation) -> Draft:
    content = Role(merge([*one.content.spans, quotation.span]))
    return replace(one, content=content, reasons=(*one.reasons, "the quotation goes on after the speaker was named"))
