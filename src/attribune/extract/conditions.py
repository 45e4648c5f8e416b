"""Conditions: what about an article makes its reading less sure than that of ordinary news, and by how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from attribune.article import Article
from attribune.statement import Statement

TURN = re.compile(r"\s*(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s*)?(?:<[^>\n]{1,30}>|[A-Z@][\w. '-]{0,30}:)\s")
STAMP = re.compile(r"\s*\[?\(?\d{1,2}:\d{2}(?::\d{2})?\b")
WORD = re.compile(r"\w+")
FEWEST = 4  # paragraphs, or ten times as many words, below which nothing is told
SHARE = 0.5  # of paragraphs, letters or words


@dataclass(frozen=True)
class Condition:
    """Something unusual: by what the confidence is multiplied, and why, in words for a reporter."""

    factor: float
    reason: str


CAPITALS = Condition(0.7, "less sure: the text is in capitals, so names are hard to tell from other words")
TURNS = Condition(0.7, "less sure: the text reads like a chat or a transcript, and the reader learned from articles")
NUMBERS = Condition(0.5, "less sure: the text is mostly numbers")


def conditions_of(article: Article) -> tuple[Condition, ...]:
    """The conditions that hold for an article, by its text alone."""
    text = article.text
    words = WORD.findall(text)
    if len(words) < 10 * FEWEST and len(article.paragraphs) < FEWEST:
        return ()
    found = (
        (CAPITALS, _share(sum(map(str.isupper, text)), sum(map(str.isalpha, text)))),
        (
            TURNS,
            _share(sum(_is_turn(span.of(text)) for span in article.paragraphs), max(FEWEST, len(article.paragraphs))),
        ),
        (NUMBERS, _share(sum(map(str.isdigit, words)), len(words))),
    )
    return tuple(condition for condition, share in found if share > SHARE)


def _is_turn(paragraph: str) -> bool:
    return TURN.match(paragraph) is not None or STAMP.match(paragraph) is not None


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def under(conditions: Sequence[Condition], statement: Statement) -> Statement:
    """The statement as sure as the article's conditions let it be."""
    for condition in conditions:
        confidence = statement.confidence * condition.factor
        statement = replace(statement, confidence=confidence, reasons=(*statement.reasons, condition.reason))
    return statement
