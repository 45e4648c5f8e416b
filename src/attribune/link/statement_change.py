"""The statement's change: what two versions say differently of one statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from attribune.link.edit import Edit
from attribune.link.figure_change import FigureChange
from attribune.statement import Statement

Field = Literal["speaker", "cue class", "commitment", "distance", "quote"]


@dataclass(frozen=True)
class Difference:
    """One field with its old and its new value; a speaker's is its name, None where it is not known."""

    field: Field
    old: str | None
    new: str | None


@dataclass(frozen=True)
class StatementChange:
    """A statement of the old version, the new version's of it, and all that differs."""

    old: Statement
    new: Statement
    edits: tuple[Edit, ...] = ()
    differences: tuple[Difference, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    @property
    def what(self) -> tuple[str, ...]:
        """Names of what changed: "words", a field's, "figures"."""
        words, figures = ("words",) if self.edits else (), ("figures",) if self.figures else ()
        return (*words, *(one.field for one in self.differences), *figures)

    def to_dict(self, old_text: str, new_text: str) -> dict[str, Any]:
        """The change as plain dictionaries and lists."""
        return {
            "old": self.old.id,
            "new": self.new.id,
            "what": list(self.what),
            "words": [edit.to_dict(old_text, new_text) for edit in self.edits],
            "differences": [{"field": one.field, "old": one.old, "new": one.new} for one in self.differences],
            "figures": [figure.to_dict(old_text, new_text) for figure in self.figures],
        }
