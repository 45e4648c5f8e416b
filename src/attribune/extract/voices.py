"""Voices: the speakers of an article while they are being told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from attribune.article import Span
from attribune.extract.appositions import Description
from attribune.extract.names import Gender
from attribune.statement import Speaker, SpeakerKind

Key = tuple[str, str | int]
Number = Literal["one", "many", "thing"]
REASONS = 8  # different reasons that a speaker carries; the statements keep their own


@dataclass(frozen=True)
class Voice:
    """Somebody or something that speaks, and what the article tells of it."""

    key: Key
    name: str
    kind: SpeakerKind
    number: Number
    gender: Gender | None = None
    head: str = ""
    about: Description = field(default_factory=Description)
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Answer:
    """Whom a source stands for, None where the article leaves it open, and why."""

    voice: Voice | None
    reason: str


class Cast:
    """The voices found so far, in the order in which they first speak."""

    def __init__(self) -> None:
        self._voices: dict[Key, Voice] = {}
        self._ids: dict[Key, int] = {}
        self._spans: dict[Key, set[Span]] = {}
        self._reasons: dict[Key, dict[str, None]] = {}
        self._by_head: dict[str, list[Key]] = {}

    def get(self, key: Key) -> Voice | None:
        """The voice under that key, if it has spoken."""
        return self._voices.get(key)

    def with_head(self, head: str) -> list[Voice]:
        """The voices whose description has that noun, in the order in which they first spoke."""
        return [self._voices[key] for key in self._by_head.get(head, ())]

    def hear(self, voice: Voice, span: Span | None, reason: str) -> int:
        """The speaker's id after ``voice`` has spoken, mentioned at ``span`` if it is."""
        if voice.key not in self._voices:
            self._ids[voice.key] = len(self._voices)
            self._voices[voice.key] = voice
            self._spans[voice.key] = set(voice.mentions)
            self._reasons[voice.key] = {}
            self._by_head.setdefault(voice.head, []).append(voice.key)
        if span:
            self._spans[voice.key].add(span)
        if len(self._reasons[voice.key]) < REASONS:
            self._reasons[voice.key][reason] = None
        return self._ids[voice.key]

    def speakers(self) -> tuple[Speaker, ...]:
        """The voices as speakers, numbered."""
        return tuple(self._speaker(number, voice) for number, voice in enumerate(self._voices.values()))

    def _speaker(self, number: int, voice: Voice) -> Speaker:
        return Speaker(
            id=number,
            name=voice.name,
            kind=voice.kind,
            role=voice.about.role,
            affiliation=voice.about.affiliation,
            country=voice.about.country,
            mentions=tuple(sorted(self._spans[voice.key])),
            reasons=tuple(self._reasons[voice.key]),
        )
