"""Words that point from the day of publication, or from the time mentioned last: this, last, next, the same."""

from __future__ import annotations

from attribune.extract.times.period import Period, Unit
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.scene import Scene

FROM_PUBLICATION = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
FROM_MENTION = {"that": 0, "same": 0, "the": 0, "previous": -1, "following": 1}


def pointer_of(phrase: Phrase) -> str:
    """The class of a phrase's pointer; "the next day" is the one that follows the day mentioned last."""
    pointer = phrase.kind("pointer")
    return "following" if pointer == "next" and phrase.has("the") else pointer


def pointed(pointer: str, unit: Unit, scene: Scene) -> Period | None:
    """The period that a word of the class ``pointer`` and a unit stand for; None where nothing anchors it."""
    if unit == "quarter" and pointer in ("latest", "that", "same") and scene.quarter:
        return scene.quarter
    if pointer == "latest":
        return shifted(scene.now(unit), -1)
    if pointer in FROM_MENTION:
        return shifted(scene.reference(unit), FROM_MENTION[pointer])
    return shifted(scene.now(unit), FROM_PUBLICATION[pointer])


def shifted(period: Period | None, count: int) -> Period | None:
    """The period ``count`` later, where there is one."""
    return period.shifted(count) if period else None
