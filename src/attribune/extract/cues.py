"""The cue lexicon: which word of a cue says how the content is put forward."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast, get_args

from attribune.extract.lemmas import lemma
from attribune.extract.wordlists import rows, small_words, word_classes
from attribune.statement import Commitment, CueClass, Distance

Part = Literal["verb", "light", "noun", "phrase", "clause"]
DISTANCES: dict[str, Distance] = {"n": "neutral", "e": "endorsing", "d": "distancing"}
WORD = re.compile(r"n[’']t\b|\w+?(?=n[’']t\b)|[’']\w+|\w+(?:-\w+)*")
LONGEST = 5  # words in the longest phrase of the lexicon


@dataclass(frozen=True)
class Cue:
    """One row of the lexicon."""

    words: tuple[str, ...]
    part: Part
    cue_class: CueClass
    distance: Distance
    commitment: Commitment

    @property
    def strength(self) -> int:
        """Rank among the matches of one cue span: verbs and phrases, then nouns, prepositions, light verbs."""
        if self.part == "phrase" and len(self.words) == 1:
            return 1
        return {"light": 0, "noun": 2}.get(self.part, 3)


@dataclass(frozen=True)
class Lexicon:
    """All cues: single words by part of speech, phrases by their words."""

    words: dict[tuple[str, str], Cue]
    phrases: dict[tuple[str, ...], Cue]
    lemmas: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of ``data/cues.tsv``, read once."""
    cues = [_cue(row) for row in rows("cues.tsv")]
    words: dict[tuple[str, str], Cue] = {(cue.words[0], cue.part): cue for cue in cues if cue.part != "phrase"}
    phrases = {cue.words: cue for cue in cues if cue.part == "phrase"}
    return Lexicon(words, phrases, frozenset(cue.words[0] for cue in cues))


def _cue(row: Sequence[str]) -> Cue:
    words, part, cue_class, distance, commitment = row
    if cue_class not in get_args(CueClass) or commitment not in get_args(Commitment):
        raise ValueError(f"cues.tsv: {row} names no known class or commitment")
    return Cue(
        tuple(words.split(" ")),
        cast(Part, part),
        cast(CueClass, cue_class),
        DISTANCES[distance],
        cast(Commitment, commitment),
    )


def words_of(text: str) -> list[str]:
    """Lower-case words of a cue; "didn't" is two, "did" and "not"."""
    return ["not" if word in ("n't", "n’t") else word for word in WORD.findall(text.lower())]


def head_cue(words: Sequence[str], *, before_clause: bool) -> Cue | None:
    """The cue in a span's words that decides its class: the strongest match, the last among equals.

    In a cue that is a noun phrase the noun does: "his firmly held belief".
    """
    found = list(_matches(_without_adverbs(words), before_clause))
    if words and words[0] in small_words("determiner") and any(cue.part == "noun" for cue in found):
        found = [cue for cue in found if cue.part in ("noun", "phrase")]
    return max(reversed(found), key=lambda cue: cue.strength) if found else None


def _without_adverbs(words: Sequence[str]) -> list[str]:
    known = lexicon().phrases
    skipped = word_classes("cue_words.tsv")["adverb"]
    return [word for word in words if (word,) in known or not (word in skipped or word.endswith("ly"))]


def _matches(words: Sequence[str], before_clause: bool) -> Iterator[Cue]:
    position = 0
    while position < len(words):
        cue = _phrase_at(words, position) or _word_at(words[position], before_clause)
        if cue:
            yield replace(cue, part="noun") if _is_noun(cue, words, position) else cue
        position += len(cue.words) if cue else 1


def _is_noun(cue: Cue, words: Sequence[str], position: int) -> bool:
    """Whether a verb's bare form inside a cue is the noun: "unveiled a television campaign", but "did say"."""
    if cue.part != "verb" or words[position] != cue.words[0] or position == 0:
        return False
    lists = word_classes("cue_words.tsv")
    before = words[position - 1]
    return not (before in lists["before base"] or before in lists["negation"] or before in lists["can"])


def _phrase_at(words: Sequence[str], position: int) -> Cue | None:
    first = lemma(words[position], lexicon().lemmas)
    for length in range(min(LONGEST, len(words) - position), 0, -1):
        rest = tuple(words[position + 1 : position + length])
        cue = lexicon().phrases.get((first, *rest)) or lexicon().phrases.get((words[position], *rest))
        if cue:
            return cue
    return None


def _word_at(word: str, before_clause: bool) -> Cue | None:
    base = lemma(word, lexicon().lemmas)
    parts: tuple[Part, ...] = ("clause", "verb", "light", "noun") if before_clause else ("verb", "light", "noun")
    if word in word_classes("cue_words.tsv")["noun form"]:
        parts = ("noun", *parts)
    return next((cue for part in parts if (cue := lexicon().words.get((base, part)))), None)
