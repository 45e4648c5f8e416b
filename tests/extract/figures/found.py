"""What is found in a text of one paragraph."""

from __future__ import annotations

from attribune.article import Span
from attribune.extract.figures import find_figures
from attribune.statement import Figure


def find(text: str) -> tuple[Figure, ...]:
    """Every figure of the text, read as one paragraph."""
    return find_figures(text, [Span(0, len(text))])


def words(text: str) -> list[str]:
    """Every figure's words."""
    return [figure.span.of(text) for figure in find(text)]


def only(text: str) -> Figure:
    """The single figure of the text."""
    (figure,) = find(text)
    return figure
