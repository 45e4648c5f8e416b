"""Candidates: the voices that a pronoun or a description may stand for, and how well each fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribune.article import Span
from attribune.extract.scene import Scene, Turn
from attribune.extract.voices import Voice

SIGHTINGS = 14  # names before a mention that are looked at
TURNS = 5  # statements before it
SENTENCES = 6  # sentences back in which an antecedent is sought
# Weights, tuned by hand on GUM's train part.
DISTANCE, SUBJECT, SPOKE_LAST, QUOTED, POSSESSIVE = -0.6, 0.8, 1.6, -1.5, -0.5
SUREST = 8.0  # log odds beyond which the reader is not believed more


@dataclass(frozen=True)
class Candidate:
    """A voice that a mention may stand for, where it is mentioned, and how salient it is there by the rules."""

    voice: Voice
    span: Span
    salience: float


def candidates_before(scene: Scene, position: int) -> list[Candidate]:
    """Persons named, and single persons who spoke, not far before ``position`` of the scene's text."""
    return [*_named(scene, position), *_spoken(scene, position)]


def fits_of(scene: Scene, sought: Span, candidates: Sequence[Candidate]) -> list[float]:
    """The reader's log odds for each candidate against meaning nobody named, bounded; 0 where it was not asked."""
    if scene.links is None or not candidates:
        return [0.0] * len(candidates)
    fits = scene.links.fits(sought, [candidate.span for candidate in candidates])
    return [max(-SUREST, min(SUREST, fit)) for fit in fits.tolist()]


def near_turns(scene: Scene, position: int) -> Iterator[Turn]:
    """The last statements a few sentences before ``position``, the last first."""
    sentence = scene.layout.sentence(position)
    end = bisect_left(scene.turns, position, key=lambda turn: turn.position)
    for turn in reversed(scene.turns[max(0, end - TURNS) : end]):
        if sentence - scene.layout.sentence(turn.position) <= SENTENCES:
            yield turn


def _named(scene: Scene, position: int) -> Iterator[Candidate]:
    """Persons named before ``position``."""
    sentence = scene.layout.sentence(position)
    around = scene.layout.quotation(position)
    for index in scene.sightings_before(position, SIGHTINGS):
        sighting = scene.people.sightings[index]
        start = sighting.span.start
        distance = sentence - scene.layout.sentence(start)
        if distance > SENTENCES:
            continue
        score = DISTANCE * distance + (POSSESSIVE if sighting.possessive else 0)
        score += SUBJECT if _is_subject(scene, index) else 0
        score += QUOTED if scene.layout.quotation(start) != around and scene.layout.quotation(start) else 0
        yield Candidate(scene.person_voice(scene.people.persons[sighting.person]), sighting.span, score)


def _is_subject(scene: Scene, index: int) -> bool:
    """Whether a sighting is the first person named in its sentence, which in news is mostly the subject."""
    sighting = scene.people.sightings[index]
    if sighting.possessive:
        return False
    if index == 0:
        return True
    before = scene.people.sightings[index - 1].span.start
    return scene.layout.sentence(before) != scene.layout.sentence(sighting.span.start)


def _spoken(scene: Scene, position: int) -> Iterator[Candidate]:
    """Single persons who spoke before ``position``; the last one is the likeliest to go on."""
    sentence = scene.layout.sentence(position)
    last = SPOKE_LAST
    for turn in near_turns(scene, position):
        if turn.voice.number == "one":
            distance = sentence - scene.layout.sentence(turn.position)
            span = turn.span or Span(turn.position, turn.position + 1)
            yield Candidate(turn.voice, span, SUBJECT + last + DISTANCE * distance)
        last = 0.0
