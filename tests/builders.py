"""Small builders: articles, speakers, statements and readings out of plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attribune.article import Article, Span
from attribune.reading import ReaderCard, Reading
from attribune.statement import CueClass, Role, Speaker, SpeakerKind, Stance, Statement

READER = ReaderCard(name="test-reader", version="0", sha256="0" * 64)
Words = str | Sequence[str]


def an_article(text: str, **options: Any) -> Article:
    """An article with the text given; options are the article's own fields."""
    return Article(text=text, **options)


def a_span(article: Article, words: str, nth: int = 0) -> Span:
    """Where the words stand in the article's text, the ``nth`` time from 0."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def a_role(article: Article, words: Words | None, nth: int = 0) -> Role | None:
    """A role with one fragment for each string of words."""
    if words is None:
        return None
    fragments = [words] if isinstance(words, str) else words
    return Role(tuple(a_span(article, fragment, nth) for fragment in fragments))


def a_speaker(number: int = 0, name: str = "Ida Korvin", kind: SpeakerKind = "named_person", **options: Any) -> Speaker:
    """A speaker; options are the speaker's own fields."""
    return Speaker(id=number, name=name, kind=kind, **options)


def a_statement(
    article: Article,
    content: Words,
    source: Words | None = None,
    cue: Words | None = None,
    *,
    nth: int = 0,
    cue_class: CueClass = "say",
    **options: Any,
) -> Statement:
    """A statement whose roles are the words given; options are the statement's own fields."""
    found = a_role(article, content, nth)
    assert found is not None
    stance = options.pop("stance", Stance(cue_class, "certain"))
    fields = {"id": 0, "quote": "indirect", "speaker": 0, "confidence": 0.9, **options}
    return Statement(
        source=a_role(article, source, nth), cue=a_role(article, cue, nth), content=found, stance=stance, **fields
    )


def a_reading(
    article: Article, speakers: Sequence[Speaker] = (), statements: Sequence[Statement] = (), **options: Any
) -> Reading:
    """A reading by the test reader; options are the reading's own fields."""
    fields = {"figures": (), "rejections": (), "reader": READER, **options}
    return Reading(article=article, speakers=tuple(speakers), statements=tuple(statements), **fields)
