"""Attribune keeps a ledger of who said what in the news.

>>> import attribune
>>> reading = attribune.read("article.txt")
>>> for statement in reading.statements:
...     print(reading.speaker_of(statement), statement.content.text(reading.article.text))
>>> with attribune.open("attribune.db") as desk:
...     for hit in desk.search("ceasefire speaker:minister").hits:
...         print(hit.line.day, hit.line.name, hit.line.content)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attribune.article import Article, Span
    from attribune.desk import Desk, Reader, create, open, read, read_paths
    from attribune.errors import AttribuneError
    from attribune.intake import read_text
    from attribune.reading import Reading
    from attribune.statement import Speaker, Statement

__version__ = "0.1.0"
__all__ = [
    "Article",
    "AttribuneError",
    "Desk",
    "Reader",
    "Reading",
    "Span",
    "Speaker",
    "Statement",
    "create",
    "open",
    "read",
    "read_paths",
    "read_text",
]

# Loaded when first asked for, so that `attribune --help` does not wait for ONNX Runtime.
_HOMES = {
    "Article": "article",
    "AttribuneError": "errors",
    "Desk": "desk",
    "Reader": "desk",
    "Reading": "reading",
    "Span": "article",
    "Speaker": "statement",
    "Statement": "statement",
    "create": "desk",
    "open": "desk",
    "read": "desk",
    "read_paths": "desk",
    "read_text": "intake",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'attribune' has no attribute {name!r}")
    return getattr(import_module(f"attribune.{_HOMES[name]}"), name)
