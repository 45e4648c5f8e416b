"""The figure's change: what was 12 is 14."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from attribune.statement import Figure


@dataclass(frozen=True)
class FigureChange:
    """A figure of the old text, and the one that the new text has for it; each is its value's first mention."""

    old: Figure
    new: Figure

    def to_dict(self, old_text: str, new_text: str) -> dict[str, Any]:
        """Both figures with their words."""
        return {"old": figure_dict(self.old, old_text), "new": figure_dict(self.new, new_text)}


def figure_dict(figure: Figure, text: str) -> dict[str, Any]:
    """A figure with its words."""
    return {
        "span": list(figure.span),
        "text": figure.span.of(text),
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "counts": figure.counts,
        "of": figure.of,
        "unit": figure.unit,
    }
