"""Names that hold a word of time: the Sunday Times, USA Today, This Week."""

from __future__ import annotations

from attribune.extract.times.lexicon import class_of
from attribune.extract.times.phrase import Phrase
from attribune.extract.wordlists import word_classes

NAMES = "time_names.tsv"
DAYS = frozenset(("weekday", "day_word", "tonight"))
OPENS = frozenset(("", "mark", "dot", "hyphen", "apostrophe"))  # may stand before a sentence's first word


def is_name(phrase: Phrase) -> bool:
    """Whether the phrase is a name or a part of one."""
    if phrase.class_at(phrase.start) in DAYS and _ends_title(phrase):
        return True
    if phrase.class_at(phrase.end - 1) in DAYS and _starts_title(phrase):
        return True
    return _has_odd_capital(phrase) and not phrase.line.is_heading


def _ends_title(phrase: Phrase) -> bool:
    """USA Today, Super Tuesday, the Mail on Sunday."""
    listed, before = word_classes(NAMES), phrase.line.word(phrase.start - 1)
    if before == "on":
        return phrase.line.word(phrase.start - 2) in listed["ahead of on"]
    return before in listed["ahead"]


def _starts_title(phrase: Phrase) -> bool:
    """The Sunday Times, the Today programme."""
    listed, behind = word_classes(NAMES), phrase.line.word(phrase.end)
    capital = phrase.class_at(phrase.start) != "weekday" and phrase.line.word(phrase.start)[0].isupper()
    return behind in listed["behind"] or (capital and behind in listed["behind a capital"])


def _has_odd_capital(phrase: Phrase) -> bool:
    """Whether a word has a capital that it would not have but at a sentence's start."""
    if phrase.has("feast"):
        return False
    first = phrase.start + 1 if phrase.before in OPENS else phrase.start
    return any(map(_is_odd, phrase.line.words[first : phrase.end]))


def _is_odd(word: str) -> bool:
    """Whether a word with a capital is of its class without it too: Week, not Monday; A.M. is either way."""
    kind = class_of(word)
    return word[0].isupper() and kind != "meridiem" and class_of(word.lower()) == kind
