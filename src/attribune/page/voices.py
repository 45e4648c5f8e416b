"""Whose words an article is made of: each speaker's share, and the outlet's own voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from attribune.article import Article, Span
from attribune.page.labels import OWN_VOICE, UNCLEAR
from attribune.page.segments import Segment, segments
from attribune.statement import Speaker, Statement

WORD = re.compile(r"\w+(?:['’-]\w+)*")
LETTERS = re.compile(r"[^\W\d_]+")
LEADING = frozenset({"a", "an", "the", "some", "of", "for", "and"})
# Okabe and Ito (2008) without its yellow and black, which vanish on paper and in text, then wine and olive
# of Paul Tol's "muted" scheme (2021). page.css names the same eight.
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#882255", "#999933")
LINES = 4  # solid, dashed, dotted, double; with eight colours, 32 speakers stay apart
SLOTS = len(PALETTE) * LINES
Who = Literal["speaker", "unclear", "outlet"]


@dataclass(frozen=True)
class Voice:
    """One who speaks in an article: a speaker, all those that stay unclear together, or the outlet.

    ``slot`` picks colour and line style, None for grey; ``words`` counts each word of the text once, for the
    innermost statement, without furniture and repeated statements; ``share`` lies between 0 and 1.
    """

    who: Who
    name: str
    initials: str
    slot: int | None
    statements: int
    words: int
    share: float
    speaker: Speaker | None = None


@dataclass(frozen=True)
class Voices:
    """The voices of one article, the one with most words first, unclear and the outlet's last."""

    every: tuple[Voice, ...]

    def __iter__(self) -> Iterator[Voice]:
        return iter(self.every)

    def by_speaker(self) -> dict[int | None, Voice]:
        """Each voice but the outlet's under its speaker's id, the unclear one under None."""
        return {voice.speaker.id if voice.speaker else None: voice for voice in self.every if voice.who != "outlet"}


def voices_of(article: Article, speakers: Sequence[Speaker], statements: Sequence[Statement]) -> Voices:
    """Who speaks in the article, and how much of it; speakers without a statement are left out."""
    known = {speaker.id: speaker for speaker in speakers}
    owners = {one.id: one.speaker if one.speaker in known else None for one in statements}
    counts = Counter(owners.values())
    words = _words(article, statements, owners)
    heard = sorted((known[i] for i in counts if i is not None), key=lambda one: (-words[one.id], one.id))
    total = max(1, words.total())
    found = [
        Voice("speaker", one.name, sign, slot % SLOTS, counts[one.id], words[one.id], words[one.id] / total, one)
        for slot, (one, sign) in enumerate(zip(heard, _signs(heard), strict=True))
    ]
    if counts[None]:
        found.append(Voice("unclear", UNCLEAR, "?", None, counts[None], words[None], words[None] / total))
    own = words["outlet"]
    return Voices((*found, Voice("outlet", OWN_VOICE, "", None, 0, own, own / total)))


def colour(slot: int) -> int:
    """Which of the palette's colours a slot has."""
    return slot % len(PALETTE)


def line(slot: int) -> int:
    """Which line style a slot has; neighbours differ, so that print without colour tells them apart."""
    return (slot + slot // len(PALETTE)) % LINES


def initials(name: str) -> str:
    """Two to four letters for a badge; lower case where the name has no capital, as of "a resident"."""
    words: list[str] = [word for word in LETTERS.findall(name) if word.lower() not in LEADING]
    proper = [word for word in words if word[0].isupper()] or words
    if not proper:
        return "?"
    if len(proper) == 1:
        return proper[0] if proper[0].isupper() and len(proper[0]) <= 4 else proper[0][:2]
    return proper[0][0] + proper[-1][0]


Tally = Counter[int | str | None]


def _words(article: Article, statements: Sequence[Statement], owners: dict[int, int | None]) -> Tally:
    """Words of each speaker's id, of None where unclear, and of ``"outlet"``."""
    again = {statement.id for statement in statements if statement.repeats is not None}
    pieces = list(segments(statements, Span(0, len(article.text))))
    tally: Tally = Counter()
    for segment in _under_each_word(article, pieces):
        inside = segment.content
        if inside is None:
            # The label of a repeated statement repeats, too.
            repeated = segment.label is not None and segment.label.statement in again
            tally["outlet"] += not repeated
        elif inside not in again:
            tally[owners[inside]] += 1
    return tally


def _under_each_word(article: Article, pieces: Sequence[Segment]) -> Iterator[Segment]:
    """For each word of the paragraphs, the piece in which it starts."""
    position = 0
    for paragraph in article.paragraphs:
        for word in WORD.finditer(article.text, paragraph.start, paragraph.end):
            while pieces[position].span.end <= word.start():
                position += 1
            yield pieces[position]


def _signs(speakers: Sequence[Speaker]) -> list[str]:
    """Initials of each speaker, numbered from the second time on."""
    seen: Counter[str] = Counter()
    signs = []
    for speaker in speakers:
        sign = initials(speaker.name)
        seen[sign] += 1
        signs.append(sign if seen[sign] == 1 else f"{sign}{seen[sign]}")
    return signs
