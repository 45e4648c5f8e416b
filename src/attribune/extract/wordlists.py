"""Word lists: tab-separated rows of a data file, without its header of ``#`` lines."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``extract/data/<name>``, each split at its tabs; read once."""
    text = files("attribune.extract").joinpath("data", name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


def small_words(label: str) -> frozenset[str]:
    """One class of ``function_words.tsv``."""
    return word_classes("function_words.tsv")[label]


@cache
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """Class to words, of a file whose rows are a class, a tab, and words separated by commas."""
    found: dict[str, set[str]] = {}
    for label, words in rows(name):
        found.setdefault(label, set()).update(word.strip() for word in words.split(","))
    return {label: frozenset(words) for label, words in found.items()}
