"""Pronouns: whom "he", "she", "they" and "it" stand for."""

from __future__ import annotations

from attribune.extract.candidates import candidates_before, fits_of, near_turns
from attribune.extract.mentions import Mention
from attribune.extract.names import Gender
from attribune.extract.scene import Scene
from attribune.extract.voices import Answer, Key, Number, Voice
from attribune.extract.wordlists import word_classes

MARGIN = 0.4  # by how much the best candidate must be ahead
KNOWN_GENDER = 0.3  # for a candidate whose gender is known to fit
FIT = 0.3  # of the reader's log odds: on the tune part of our gold 0.25 to 0.75 are as good, and 1 is worse

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
    near = list(near_turns(scene, mention.span.start))
    fitting = [turn.voice for turn in near if turn.voice.number == number and turn.voice.kind != "generic"]
    if not fitting and number == "many":
        fitting = [turn.voice for turn in near if turn.voice.number == "thing"]
    if not fitting:
        return Answer(None, f'"{mention.text}" has nothing before it that it could stand for')
    return Answer(fitting[0], f'"{mention.text}" follows a statement by {fitting[0].name}')


def _person(scene: Scene, mention: Mention, gender: Gender, excluded: Voice | None) -> Answer:
    scores: Scores = {}
    found = [one for one in candidates_before(scene, mention.span.start) if _may_be(scene, one.voice, gender, excluded)]
    for candidate, fit in zip(found, fits_of(scene, mention.span, found), strict=True):
        bonus = KNOWN_GENDER if scene.gender_of(candidate.voice) else 0.0
        score = candidate.salience + bonus + FIT * fit
        before = scores.get(candidate.voice.key, (-99.0, candidate.voice))
        scores[candidate.voice.key] = max(before, (score, candidate.voice), key=lambda one: one[0])
    ranked = sorted(scores.values(), key=lambda one: one[0], reverse=True)
    answer = _decide(mention, ranked)
    if answer.voice and not scene.gender_of(answer.voice):
        scene.genders[answer.voice.key] = gender
    return answer


def _may_be(scene: Scene, voice: Voice, gender: Gender, excluded: Voice | None) -> bool:
    return scene.gender_of(voice) in (gender, None) and (excluded is None or voice.key != excluded.key)


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
