"""The changes: everything that two versions of one article say differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from attribune.link.figure_change import FigureChange, figure_dict
from attribune.link.statement_change import StatementChange
from attribune.reading import Reading
from attribune.statement import Figure, Statement


@dataclass(frozen=True)
class Changes:
    """What changed from one version to another; all are in their text's order.

    ``kept`` are pairs of old and new statements that say the same. Figures are those of the statements and of the
    outlet's own voice; each stands for all mentions of its value.
    """

    old: Reading
    new: Reading
    appeared: tuple[Statement, ...] = ()
    vanished: tuple[Statement, ...] = ()
    changed: tuple[StatementChange, ...] = ()
    kept: tuple[tuple[Statement, Statement], ...] = ()
    figures_appeared: tuple[Figure, ...] = ()
    figures_vanished: tuple[Figure, ...] = ()
    figures_changed: tuple[FigureChange, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        statements = self.appeared or self.vanished or self.changed
        return bool(statements or self.figures_appeared or self.figures_vanished or self.figures_changed)

    def to_dict(self) -> dict[str, Any]:
        """The changes as plain dictionaries and lists; statements by their ids and words."""
        before, after = self.old.article.text, self.new.article.text
        return {
            "old": self.old.article.id,
            "new": self.new.article.id,
            "appeared": [_words(one, after) for one in self.appeared],
            "vanished": [_words(one, before) for one in self.vanished],
            "changed": [one.to_dict(before, after) for one in self.changed],
            "kept": [[one.id, two.id] for one, two in self.kept],
            "figures": {
                "appeared": [figure_dict(one, after) for one in self.figures_appeared],
                "vanished": [figure_dict(one, before) for one in self.figures_vanished],
                "changed": [one.to_dict(before, after) for one in self.figures_changed],
            },
        }


def _words(statement: Statement, text: str) -> dict[str, Any]:
    return {"statement": statement.id, "text": statement.content.text(text)}
