"""Articles for tests in which sources stand in [square brackets] and contents in {braces}."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribune.article import Article, Span
from attribune.extract.entities import find_entities
from attribune.extract.links import Links
from attribune.extract.speakers import Seen, find_speakers
from attribune.quotation import find_quotations
from attribune.statement import Quote, Role, Speaker, Statement
from tests.scored import Meant, Tagged, some_scores, some_words

MARK = re.compile(r"[\[\]{}<>]")
MARKS = '"“'


def staged(marked: str) -> tuple[Article, list[Statement]]:
    """The article without its marks, and one statement for each content, the first source with the first content.

    A content in <angle brackets> has no source; one in quotation marks is direct.
    """
    text = MARK.sub("", marked)
    sources = iter(_spans(marked, "[", "]"))
    contents = [(span, True) for span in _spans(marked, "{", "}")] + [
        (span, False) for span in _spans(marked, "<", ">")
    ]
    statements = []
    for number, (content, has_source) in enumerate(sorted(contents)):
        source = Role((next(sources),)) if has_source else None
        quote: Quote = "direct" if text[content.start] in MARKS else "indirect"
        statements.append(Statement(number, source, None, Role((content,)), quote))
    return Article(text), statements


def _spans(marked: str, opening: str, closing: str) -> list[Span]:
    """Marked spans in the order in which they open, of the text without marks."""
    found: list[Span] = []
    opened: list[int] = []
    position = 0
    for sign in marked:
        if sign == opening:
            opened.append(position)
        elif sign == closing:
            found.append(Span(opened.pop(), position))
        position += not MARK.match(sign)
    return sorted(found)


def heard(
    marked: str, *, meant: Sequence[Meant] = (), told: Sequence[Tagged] = ()
) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """Speakers and statements of a marked article; ``meant`` and ``told`` are what the reader's heads say, if asked."""
    article, statements = staged(marked)
    quotations = tuple(one for span in article.paragraphs for one in find_quotations(article.text, span))
    words = some_words(article, names=told, meant=meant) if meant or told else None
    scores = some_scores(article, words=words)
    links = Links.of(scores) if meant else None
    return find_speakers(article, statements, Seen(quotations, find_entities(scores), links))


def names(marked: str, *, meant: Sequence[Meant] = (), told: Sequence[Tagged] = ()) -> list[str | None]:
    """The name of each statement's speaker, in order; None where it is open."""
    speakers, statements = heard(marked, meant=meant, told=told)
    return [None if one.speaker is None else speakers[one.speaker].name for one in statements]


def last(marked: str, *, meant: Sequence[Meant] = (), told: Sequence[Tagged] = ()) -> Speaker:
    """The speaker of the last statement."""
    speakers, statements = heard(marked, meant=meant, told=told)
    number = statements[-1].speaker
    assert number is not None, statements[-1].reasons
    return speakers[number]
