"""Builders of details: figures, times and places out of an article's words."""

from __future__ import annotations

from datetime import date
from typing import Any

from attribune.article import Article
from attribune.statement import Figure, When, Where
from tests.builders import a_span


def a_figure(article: Article, words: str, low: float | None, high: float | None, **options: Any) -> Figure:
    """The figure that stands in the words; options are the figure's own fields."""
    return Figure(a_span(article, words, options.pop("nth", 0)), low, high, **options)


def a_when(article: Article, words: str, start: str, end: str, **options: Any) -> When:
    """The days from ``start`` up to ``end``, both as in "2031-03-09"."""
    return When(a_span(article, words), date.fromisoformat(start), date.fromisoformat(end), **options)


def a_where(article: Article, words: str, name: str | None = None, **options: Any) -> Where:
    """The place that the words name."""
    return Where(a_span(article, words), name or words, **options)
