"""Speakers of articles as the link between articles sees them."""

from __future__ import annotations

from attribune.ledger.identity import Appearance as Heard
from attribune.link import Appearance
from attribune.reading import Reading
from attribune.statement import Speaker


def appearance_of(reading: Reading, speaker: Speaker) -> Appearance:
    """A speaker of one article, as the link between articles sees it."""
    article = reading.article
    words = dict.fromkeys(span.of(article.text) for span in speaker.mentions)
    return Appearance(
        key=f"{article.id}:{speaker.id}",
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        country=speaker.country,
        day=article.published.date() if article.published else None,
        outlet=article.outlet,
        names=tuple(words),
    )


def heard_as(heard: Heard) -> Appearance:
    """An appearance that the ledger keeps, as the link between articles sees it."""
    speaker = heard.speaker
    return Appearance(
        key=str(heard.id),
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        country=speaker.country,
        day=heard.day,
        outlet=heard.outlet,
    )
