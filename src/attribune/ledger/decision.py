"""The decision: who was said to be one speaker, or two, by whom and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DecisionKind = Literal["merge", "split", "apart"]


@dataclass(frozen=True)
class Decision:
    """A merge of two identities, a split of some appearances from one, or the word that two are not the same.

    For a split, ``other`` is the identity that the ``appearances`` were moved to, ``origins`` those that they were
    moved from, one for each. ``undone`` says when it was taken back; nothing is deleted. ``along`` are appearances that
    had come to ``other`` since the split and went away with the others, each with the identity that it went to.
    """

    id: int
    kind: DecisionKind
    identity: int
    other: int
    by: str
    reason: str
    recorded: datetime
    appearances: tuple[int, ...] = ()
    undone: datetime | None = None
    origins: tuple[int, ...] = ()
    along: tuple[tuple[int, int], ...] = ()
