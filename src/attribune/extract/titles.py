"""Titles and nicknames in quotation marks: words that name a thing, and that nobody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attribune.extract.cues import words_of
from attribune.extract.lemmas import candidates
from attribune.extract.wordlists import rows
from attribune.statement import Role

QUOTED = re.compile(r"[\"“„«‘'`]+(?P<words>[^\"“”„«»]+?)[.,]?[\"”»’'“]+[.,;:]?")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
FEW = 4  # words of a name that need no capitals
SMALL = 4  # letters of a word that a title may leave in small letters


def names_a_title(text: str, cue: Role | None, content: Role) -> bool:
    """Whether an attribution in ``text`` is none: its cue gives a title or nickname, and its content is that name.

    The content must stand wholly in quotation marks: titled "A Morning on Weavers' Bridge".
    """
    if cue is None:
        return False
    shape = _shape(words_of(cue.text(text)))
    quoted = QUOTED.fullmatch(content.text(text).strip()) if shape else None
    if quoted is None:
        return False
    words = WORD.findall(quoted["words"])
    return _is_title_case(words, fewest=1 if shape == "any" else 2) or (shape == "any" and 0 < len(words) <= FEW)


@cache
def _cues() -> dict[tuple[str, ...], str]:
    return {tuple(cue.split()): shape for cue, shape in rows("naming_cues.tsv")}


def _shape(words: Sequence[str]) -> str | None:
    """The shape that the cue's name must have; None where the cue names nothing."""
    found = (shape for cue, shape in _cues().items() if _holds(words, cue))
    return next(found, None)


def _holds(words: Sequence[str], cue: Sequence[str]) -> bool:
    """Whether the cue's words stand among ``words`` in their order, the first in any form of its lemma."""
    first = next((place for place, word in enumerate(words) if cue[0] == word or cue[0] in candidates(word)), None)
    if first is None:
        return False
    rest = iter(words[first + 1 :])
    return all(word in rest for word in cue[1:])


def _is_title_case(words: Sequence[str], *, fewest: int) -> bool:
    longer = [word for word in words if len(word) >= SMALL]
    return (
        len(words) >= fewest
        and bool(longer)
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() for word in longer)
    )
