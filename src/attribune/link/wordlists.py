"""Word lists: tab-separated rows of a data file, without its header of ``#`` lines."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``link/data/<name>``, each split at its tabs; read once."""
    text = files("attribune.link").joinpath("data", name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def word_class(name: str, label: str) -> frozenset[str]:
    """The words of one class, of a file whose rows are a class, a tab, and words separated by commas."""
    return frozenset(word for one, words in rows(name) if one == label for word in listed(words))


def listed(words: str) -> tuple[str, ...]:
    """Words separated by commas; none of an empty field."""
    return tuple(word.strip() for word in words.split(",") if word.strip())


@cache
def weights() -> dict[str, float]:
    """What each piece of evidence weighs, by its name in ``weights.tsv``."""
    return {name: float(value) for name, value in rows("weights.tsv")}
