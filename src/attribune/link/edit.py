"""The edit: words of one text in whose place another has others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from attribune.article import Span


@dataclass(frozen=True)
class Edit:
    """Spans of the old text's words and of the new text's that stand in their place; either may be empty.

    Several spans are pieces of several fragments of a content.
    """

    old: tuple[Span, ...]
    new: tuple[Span, ...]

    def to_dict(self, old_text: str, new_text: str) -> dict[str, Any]:
        """The spans with their words."""
        return {"old": _pieces(self.old, old_text), "new": _pieces(self.new, new_text)}


def _pieces(spans: tuple[Span, ...], text: str) -> list[dict[str, Any]]:
    return [{"span": list(span), "text": span.of(text)} for span in spans]
