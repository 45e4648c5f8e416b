"""Builders of appearances, profiles and versions of an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from attribune.link import Appearance, Profile, profile_of
from attribune.reading import Reading
from attribune.statement import SpeakerKind
from tests.builders import a_reading, a_speaker, a_statement, an_article


def an_appearance(name: str, kind: SpeakerKind = "named_person", *, key: str = "a", **options: Any) -> Appearance:
    """One speaker of one article; ``day`` may be written "2031-03-09"."""
    day = options.pop("day", None)
    return Appearance(key, name, kind, day=date.fromisoformat(day) if day else None, **options)


def a_profile(name: str, kind: SpeakerKind = "named_person", *, key: str = "a", **options: Any) -> Profile:
    """The profile of one appearance."""
    return profile_of([an_appearance(name, kind, key=key, **options)])


def a_body(name: str, **options: Any) -> Profile:
    """The profile of an organisation."""
    return a_profile(name, "named_org", **options)


def a_version(text: str, contents: Sequence[str | Sequence[str]], names: Sequence[str] = (), **options: Any) -> Reading:
    """A reading whose statements have the words given as contents, and speakers of the names given, one for each."""
    article = an_article(text)
    speakers = [a_speaker(number, name) for number, name in enumerate(dict.fromkeys(names or ["Ida Korvin"]))]
    numbers = {speaker.name: speaker.id for speaker in speakers}
    said = names or ["Ida Korvin"] * len(contents)
    statements = [
        a_statement(article, content, id=number, speaker=numbers[name])
        for number, (content, name) in enumerate(zip(contents, said, strict=True))
    ]
    return a_reading(article, speakers, statements, **options)
