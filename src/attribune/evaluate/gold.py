"""Attributions as both sides of an evaluation know them, and the articles that hold the gold ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from attribune.article import Span
from attribune.statement import Role, Statement

RoleName = Literal["source", "cue", "content"]
ROLES: tuple[RoleName, ...] = ("source", "cue", "content")
Roles = Mapping[RoleName, Sequence[Span]]


@dataclass(frozen=True)
class GoldArticle:
    """An article as a corpus has it; the attributions' spans are of ``text``, a missing role has none."""

    name: str
    text: str
    attributions: tuple[Roles, ...]


def attributions_of(statements: Iterable[Statement]) -> tuple[Roles, ...]:
    """What is scored of a reading: the outermost statements, those that repeat another among them."""
    return tuple(_attribution(statement) for statement in statements if statement.parent is None)


def _attribution(statement: Statement) -> Roles:
    return {
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
    }


def _spans(role: Role | None) -> tuple[Span, ...]:
    return role.spans if role else ()
