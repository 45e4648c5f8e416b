"""The appearance: one speaker of one article, as the link between articles sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attribune.statement import SpeakerKind


@dataclass(frozen=True)
class Appearance:
    """One speaker of one article.

    ``key`` is the caller's own; ``day`` is when the article was published; ``names`` are the distinct wordings of the
    speaker's mentions, pronouns and descriptions among them.
    """

    key: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    day: date | None = None
    outlet: str | None = None
    names: tuple[str, ...] = ()
