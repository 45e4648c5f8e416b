"""Whether what stands near a time is past or to come, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from attribune.extract.times.phrase import Phrase
from attribune.extract.times.scene import Tense
from attribune.extract.wordlists import word_classes

CUES = "time_cues.tsv"
STOPS = frozenset(".?!;")
BEFORE = 12  # words
BEHIND = 8  # words


def tense_near(phrase: Phrase) -> Tense | None:
    """The tense by the nearest cue before the phrase in its sentence, else by the nearest behind it."""
    words = phrase.line.words
    before = range(phrase.start - 1, max(-1, phrase.start - 1 - BEFORE), -1)
    behind = range(phrase.end, min(len(words), phrase.end + BEHIND))
    return next((tense for places in (before, behind) for tense in _tenses(words, places)), None)


def _tenses(words: tuple[str, ...], places: range) -> Iterator[Tense]:
    """The tenses that the words at these places tell, up to the sentence's edge."""
    for place in places:
        before, word, behind = (word.lower() for word in _around(words, place))
        if word in STOPS:
            return
        tense = _tense_of(f"{word} {behind}") or (_tense_of(word) if before != "be" else None)
        if tense:
            yield tense


def _around(words: tuple[str, ...], place: int) -> tuple[str, str, str]:
    """A word with its neighbours, empty outside the line."""
    return words[place - 1] if place else "", words[place], words[place + 1] if place + 1 < len(words) else ""


def _tense_of(cue: str) -> Tense | None:
    cues = word_classes(CUES)
    if cue in cues["future"]:
        return "future"
    if cue in cues["past"] or (cue.endswith("ed") and " " not in cue and cue not in cues["no tense"]):
        return "past"
    return None
