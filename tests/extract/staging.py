"""Articles for tests in which sources stand in [square brackets] and contents in {braces}."""

from __future__ import annotations

import re

from attribune.article import Article, Span
from attribune.extract.speakers import find_speakers
from attribune.quotation import find_quotations
from attribune.statement import Quote, Role, Speaker, Statement

MARK = re.compile(r"[\[\]{}]")
MARKS = "\"“"


def staged(marked: str) -> tuple[Article, list[Statement]]:
    """The article without its marks, and one statement for each content; a source belongs to the nearest content.

    ``[A] said {x}`` and ``{x}, [A] said`` are both read; a content in quotation marks is direct.
    """
    text = MARK.sub("", marked)
    sources, contents = _spans(marked, "[", "]"), _spans(marked, "{", "}")
    statements = []
    for number, content in enumerate(contents):
        nearest = min(sources, key=lambda one: _gap(one, content), default=None)
        if nearest is not None:
            if min(contents, key=lambda one: _gap(nearest, one)) == content:
                sources.remove(nearest)
            else:
                nearest = None
        source = Role((nearest,)) if nearest else None
        quote: Quote = "direct" if text[content.start] in MARKS else "indirect"
        statements.append(Statement(number, source, None, Role((content,)), quote))
    return Article(text), statements


def _gap(one: Span, two: Span) -> int:
    if one.overlaps(two):
        return 10_000
    return max(two.start - one.end, one.start - two.end)


def _spans(marked: str, opening: str, closing: str) -> list[Span]:
    found, opened, position = [], 0, 0
    for sign in marked:
        if sign == opening:
            opened = position
        elif sign == closing:
            found.append(Span(opened, position))
        position += sign not in "[]{}"
    return found


def heard(marked: str) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """Speakers and statements of a marked article."""
    article, statements = staged(marked)
    quotations = tuple(one for span in article.paragraphs for one in find_quotations(article.text, span))
    return find_speakers(article, statements, quotations)


def names(marked: str) -> list[str | None]:
    """The name of each statement's speaker, in order; None where it is open."""
    speakers, statements = heard(marked)
    return [None if one.speaker is None else speakers[one.speaker].name for one in statements]


def last(marked: str) -> Speaker:
    """The speaker of the last statement."""
    speakers, statements = heard(marked)
    number = statements[-1].speaker
    assert number is not None, statements[-1].reasons
    return speakers[number]
