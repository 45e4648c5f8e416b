"""Word lists of the figures' rules, by file and class."""

from __future__ import annotations

from attribune.extract.wordlists import word_classes


def group_words(label: str) -> frozenset[str]:
    """One class of ``figure_groups.tsv``."""
    return word_classes("figure_groups.tsv")[label]


def clause_words(label: str) -> frozenset[str]:
    """One class of ``figure_clauses.tsv``."""
    return word_classes("figure_clauses.tsv")[label]


def refusal_words(label: str) -> frozenset[str]:
    """One class of ``figure_refusals.tsv``."""
    return word_classes("figure_refusals.tsv")[label]
