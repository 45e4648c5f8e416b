"""The identity: a speaker across articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attribune.statement import Speaker, SpeakerKind


@dataclass(frozen=True)
class Appearance:
    """A speaker of one article, and the identity that it is counted to; None for a voice without a name."""

    id: int
    entry: int
    speaker: Speaker
    identity: int | None
    day: date
    outlet: str | None
    statements: int = 0


@dataclass(frozen=True)
class Assignment:
    """The identity that an appearance is counted to; ``number`` is its speaker's in the reading."""

    appearance: int
    reading: int
    number: int
    identity: int | None


@dataclass(frozen=True)
class Identity:
    """One speaker across articles, with its other identities merged in.

    ``key`` is what new appearances are attached by; ``members`` are the ids that merges have joined, the first of
    them its own.
    """

    id: int
    name: str
    kind: SpeakerKind
    key: str | None
    members: tuple[int, ...]
    articles: int
    statements: int
    first: date | None
    last: date | None
