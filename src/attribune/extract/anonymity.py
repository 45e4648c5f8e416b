"""Anonymity: how far the words for a speaker without a name narrow it down, and why the name is withheld.

What is read is what newsroom guidelines ask writers to tell of an unnamed source: how it is placed to know, and why
it is not named (Associated Press, "Telling the story: anonymous sources").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from attribune.article import Span
from attribune.extract.nouns import class_of_any
from attribune.extract.wordlists import small_words, word_classes
from attribune.statement import Anonymity, Speaker, SpeakerKind

PLURAL: frozenset[SpeakerKind] = frozenset({"unnamed_group", "generic"})
KINDS: frozenset[SpeakerKind] = frozenset({"role_only", "unnamed_individual", "unnamed_group", "generic", "implicit"})
OFFICES = ("individual", "collective")  # nouns for a role or a body
REACH = 260  # code points behind a source in which its reason for anonymity is sought
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ASKED = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))"
    r"|(?:asked|requested|wished|preferred|wanted) (?:not to be (?:named|identified)|to remain anonymous|anonymity)"
    r"|(?:declined|refused) to be (?:named|identified)|(?:speaking|spoke) anonymously|insisted on anonymity)\b",
    re.IGNORECASE,
)
WHY = re.compile(
    r",?\s*((?:because|since|as (?:he|she|they)|for fear|out of fear|fearing|citing|in order"
    r"|to (?:discuss|speak|talk|describe|avoid|protect))\b[^.,;!?—\n\"“”]{3,160}(?<=\w)\b)",
    re.IGNORECASE,
)
UNAUTHORISED = re.compile(
    r"\b(?:because|as|since)\s+(?:he|she|they) (?:was|were|is|are)(?:n[o’']t| not) "
    r"(?:authori[sz]ed|allowed|permitted) to [^.,;!?—\n\"“”]{3,120}(?<=\w)\b",
    re.IGNORECASE,
)


def with_anonymity(text: str, speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers, those without a name with what the article's ``text`` tells of their anonymity."""
    starts = sorted(span.start for one in speakers if one.kind in KINDS for span in one.mentions)
    return tuple(
        replace(one, anonymity=_anonymity(text, one, starts)) if one.kind in KINDS and one.mentions else one
        for one in speakers
    )


def _anonymity(text: str, speaker: Speaker, starts: Sequence[int]) -> Anonymity:
    marker = max(speaker.mentions[:3], key=lambda span: span.length)
    reasons = (_reason(text, mention, starts) for mention in speaker.mentions)
    reason = next((found for found in reasons if found), None)
    return Anonymity(marker, speaker.kind in PLURAL, specificity(marker.of(text), speaker), reason)


def _reason(text: str, mention: Span, starts: Sequence[int]) -> Span | None:
    """The words in or right behind a source that say why it is not named, in its paragraph.

    What stands behind the next of ``starts``, where those without a name are mentioned, is that one's.
    """
    following = bisect_left(starts, mention.end)
    end = min([mention.end + REACH, len(text), *starts[following : following + 1]])
    paragraph = text.find("\n", mention.end, end)
    return _told(text, mention) or _told(text, Span(mention.start, end if paragraph < 0 else paragraph))


def _told(text: str, span: Span) -> Span | None:
    """The reason that the words in a span give."""
    asked = ASKED.search(text, *span)
    why = WHY.match(text, asked.end(), span.end) if asked else None
    if why:
        return Span(*why.span(1))
    unauthorised = UNAUTHORISED.search(text, *span)
    return Span(*unauthorised.span()) if unauthorised else None


def specificity(words: str, speaker: Speaker) -> int:
    """How far the words for a speaker narrow it down: 0 is nobody in particular, 3 a role in a body or place."""
    if speaker.kind in ("generic", "implicit"):
        return 0
    low = [word.lower() for word in WORD.findall(words)]
    telling = [word for word in low if not _is_empty(word)]
    placed = bool(speaker.affiliation or speaker.country) or any(word[0].isupper() for word in WORD.findall(words)[1:])
    office = speaker.kind == "role_only" and any(class_of_any(word)[0] in OFFICES for word in telling)
    return max(1 + office, 1 + placed + (len(telling) > 1 + placed))


def _is_empty(word: str) -> bool:
    """Whether a word of a description narrows nothing down: articles, prepositions, "other", numbers."""
    small = word in small_words("word") or word in small_words("determiner") or word in small_words("preposition")
    return small or word.isdigit() or word in word_classes("role_words.tsv")["generic"]
