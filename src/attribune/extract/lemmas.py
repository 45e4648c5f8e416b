"""Verb forms to lemmas, by a table of irregular verbs and the spelling rules of English."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from attribune.extract.wordlists import rows

DOUBLED = "bdgklmnprtz"


@cache
def _irregular() -> dict[str, str]:
    return {form: row[0] for row in rows("irregular_verbs.tsv") for form in row[1:]}


def lemma(form: str, known: Container[str]) -> str:
    """The lemma of a lower-case verb or noun form; the form itself where no rule leads to a ``known`` word."""
    return next((candidate for candidate in candidates(form) if candidate in known), form)


def candidates(form: str) -> Iterator[str]:
    """Lemmas that the form may belong to, the likeliest first."""
    irregular = _irregular().get(form)
    if irregular:
        yield irregular
    yield form
    for ending in ("ing", "ed", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield from _stems(form[: -len(ending)], ending)


def _stems(stem: str, ending: str) -> Iterator[str]:
    if stem.endswith("i") and ending in ("ed", "es"):
        yield stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in DOUBLED and ending in ("ed", "ing"):
        yield stem[:-1]
    yield stem
    if ending in ("ed", "ing"):
        yield stem + "e"
