"""Statements that a headline or standfirst makes before the body makes them again.

A page often says the same thing three times: in the headline, in a standfirst under it, in the first
paragraph. Only the last is counted; the others point to it. A quotation pulled out of the text and shown
again points to the one in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from attribune.article import Article
from attribune.extract.wordlists import rows
from attribune.statement import Speaker, SpeakerKind, Statement

WORD = re.compile(r"\w+")
HEAD = 3  # paragraphs that can be headline, standfirst and lead
BODY = 24  # paragraphs in which a repetition of them is looked for
FEWEST = 3  # content words below which nothing can be told
UNNAMED: frozenset[SpeakerKind] = frozenset({"role_only", "unnamed_individual"})
SHARE = 0.6  # of the head's content words that must come again


@dataclass(frozen=True)
class _Place:
    statement: Statement
    paragraph: int
    words: frozenset[str]
    open: bool  # whether it names no speaker, or tells one by a role only


def mark_repeats(
    article: Article, statements: Sequence[Statement], speakers: Sequence[Speaker] = ()
) -> tuple[Statement, ...]:
    """The statements, those of headline and standfirst pointing to the later one that they repeat.

    Statements of two different speakers are never the same, nor are those with different numbers. Where the head tells
    its speaker by a role only ("Woman says", "Minister: ..."), it has the speaker of the later one.
    """
    unnamed = frozenset(one.id for one in speakers if one.kind in UNNAMED)
    places = _places(article, statements, unnamed)
    headed = _headed(places)
    pulled = {one: two for one, two in _pulled(places).items() if headed.get(two) != one}
    repeats = _ends({**pulled, **headed})
    by_id = {one.id: one for one in statements}
    return tuple(_repeating(one, by_id[repeats[one.id]], unnamed) if one.id in repeats else one for one in statements)


def _repeating(one: Statement, other: Statement, unnamed: frozenset[int]) -> Statement:
    """The statement that says again what ``other`` says, with its speaker where the head names none."""
    reason = f"says again what statement {other.id} says"
    speaker = other.speaker if one.speaker is None or one.speaker in unnamed else one.speaker
    return replace(
        one, repeats=other.id, speaker=one.speaker if speaker is None else speaker, reasons=(*one.reasons, reason)
    )


def _ends(repeats: dict[int, int]) -> dict[int, int]:
    """The same with chains followed to their ends, so that every one points to a statement that counts."""
    ends = {}
    for one, two in repeats.items():
        seen = {one}
        while two in repeats and two not in seen:
            seen.add(two)
            two = repeats[two]  # noqa: PLW2901
        if two not in seen:
            ends[one] = two
    return ends


def _places(article: Article, statements: Sequence[Statement], unnamed: frozenset[int]) -> list[_Place]:
    places = []
    paragraphs = article.paragraphs
    number = 0
    stop = {word for (word,) in rows("stop_words.tsv")}
    for one in sorted(statements, key=lambda one: one.content.start):
        while number < len(paragraphs) - 1 and paragraphs[number].end <= one.content.start:
            number += 1
        words = frozenset(map(str.lower, WORD.findall(one.content.text(article.text)))) - stop
        places.append(_Place(one, number, words, one.speaker is None or one.speaker in unnamed))
    return places


def _headed(places: Sequence[_Place]) -> dict[int, int]:
    """Statements in the head, each with the best later one that repeats it."""
    near = [place for place in places if place.paragraph < BODY]
    found = {}
    for one in near:
        if one.paragraph >= HEAD or len(one.words) < FEWEST:
            continue
        later = [two for two in near if two.paragraph > one.paragraph and _same(one, two)]
        if later:
            found[one.statement.id] = max(later, key=lambda two: (_share(one, two), -two.statement.id)).statement.id
    return found


def _same(one: _Place, two: _Place) -> bool:
    figures = {word for word in one.words if word.isdigit()}
    return figures <= two.words and _share(one, two) >= SHARE and (one.open or _agree(one.statement, two.statement))


def _share(one: _Place, two: _Place) -> float:
    return len(one.words & two.words) / len(one.words)


def _agree(one: Statement, two: Statement) -> bool:
    """Whether both can be of one speaker."""
    return one.speaker is None or two.speaker is None or one.speaker == two.speaker


def _pulled(places: Sequence[_Place]) -> dict[int, int]:
    """Quotations without a source of their own whose words stand in a statement with one."""
    sourced = {place.words: place.statement for place in reversed(places) if place.statement.source}
    return {
        place.statement.id: sourced[place.words].id
        for place in places
        if place.statement.source is None and len(place.words) >= FEWEST and place.words in sourced
        and _agree(place.statement, sourced[place.words])
    }  # fmt: skip
