"""Pronouns: whom "he", "she", "they" and "it" stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from attribune.extract.mentions import Mention
from attribune.extract.names import Gender
from attribune.extract.scene import Scene, Turn
from attribune.extract.voices import Answer, Key, Number, Voice
from attribune.extract.wordlists import word_classes

SIGHTINGS = 14  # names before a pronoun that are looked at
TURNS = 5  # statements before it
SENTENCES = 6  # sentences back in which an antecedent is sought
MARGIN = 0.4  # by how much the best candidate must be ahead
# Weights, tuned by hand on GUM's train part.
DISTANCE, SUBJECT, SPOKE_LAST, QUOTED, POSSESSIVE, KNOWN_GENDER = -0.6, 0.8, 1.6, -1.5, -0.5, 0.3

Scores = dict[Key, tuple[float, Voice]]


def pronoun_answer(scene: Scene, mention: Mention, excluded: Voice | None = None) -> Answer:
    """The voice that a third-person pronoun stands for; ``excluded`` is who speaks around it."""
    lists = word_classes("pronouns.tsv")
    if mention.head in lists["generic"]:
        return Answer(Voice(("generic", mention.head), mention.text, "generic", "many"), "stands for nobody named")
    if mention.head in lists["plural"]:
        return _last_turn(scene, mention, "many")
    if mention.head in lists["thing"]:
        return _last_turn(scene, mention, "thing")
    return _person(scene, mention, "male" if mention.head in lists["male"] else "female", excluded)


def _last_turn(scene: Scene, mention: Mention, number: Number) -> Answer:
    """The last group, or the last thing, that spoke a few sentences before; groups are sought for "they" first."""
    near = list(_near_turns(scene, mention.span.start))
    fitting = [turn.voice for turn in near if turn.voice.number == number and turn.voice.kind != "generic"]
    if not fitting and number == "many":
        fitting = [turn.voice for turn in near if turn.voice.number == "thing"]
    if not fitting:
        return Answer(None, f'"{mention.text}" has nothing before it that it could stand for')
    return Answer(fitting[0], f'"{mention.text}" follows a statement by {fitting[0].name}')


def _near_turns(scene: Scene, position: int) -> Iterator[Turn]:
    sentence = scene.layout.sentence(position)
    end = bisect_left(scene.turns, position, key=lambda turn: turn.position)
    for turn in reversed(scene.turns[max(0, end - TURNS) : end]):
        if sentence - scene.layout.sentence(turn.position) <= SENTENCES:
            yield turn


def _person(scene: Scene, mention: Mention, gender: Gender, excluded: Voice | None) -> Answer:
    scores: Scores = {}
    for voice, score in (*_named(scene, mention.span.start), *_spoken(scene, mention.span.start)):
        known = scene.gender_of(voice)
        if known in (gender, None) and (excluded is None or voice.key != excluded.key):
            bonus = KNOWN_GENDER if known else 0.0
            before = scores.get(voice.key, (-99.0, voice))
            scores[voice.key] = max(before, (score + bonus, voice), key=lambda one: one[0])
    ranked = sorted(scores.values(), key=lambda one: one[0], reverse=True)
    answer = _decide(mention, ranked)
    if answer.voice and not scene.gender_of(answer.voice):
        scene.genders[answer.voice.key] = gender
    return answer


def _decide(mention: Mention, ranked: list[tuple[float, Voice]]) -> Answer:
    if not ranked:
        return Answer(None, f'"{mention.text}" has no person before it that it could stand for')
    best, voice = ranked[0]
    if len(ranked) == 1:
        return Answer(voice, f'"{mention.text}" can only be {voice.name}: no other person fits')
    second, other = ranked[1]
    if best - second < MARGIN:
        return Answer(None, f'"{mention.text}" could be {voice.name} or {other.name}')
    return Answer(voice, f'"{mention.text}" is most likely {voice.name}, the nearest subject or speaker before it')


def _named(scene: Scene, position: int) -> Iterator[tuple[Voice, float]]:
    """Persons named before ``position`` with their salience."""
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
        yield scene.person_voice(scene.people.persons[sighting.person]), score


def _is_subject(scene: Scene, index: int) -> bool:
    """Whether a sighting is the first person named in its sentence, which in news is mostly the subject."""
    sighting = scene.people.sightings[index]
    if sighting.possessive:
        return False
    if index == 0:
        return True
    before = scene.people.sightings[index - 1].span.start
    return scene.layout.sentence(before) != scene.layout.sentence(sighting.span.start)


def _spoken(scene: Scene, position: int) -> Iterator[tuple[Voice, float]]:
    """Single persons who spoke before ``position``; the last one is the likeliest to go on."""
    sentence = scene.layout.sentence(position)
    last = SPOKE_LAST
    for turn in _near_turns(scene, position):
        if turn.voice.number == "one":
            distance = sentence - scene.layout.sentence(turn.position)
            yield turn.voice, SUBJECT + last + DISTANCE * distance
        last = 0.0
