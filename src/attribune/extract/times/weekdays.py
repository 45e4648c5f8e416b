"""Days of the week and days told from today, with a part of the day: "Tuesday night", "yesterday", "this morning"."""

from __future__ import annotations

from dataclasses import replace

from attribune.extract.times.deixis import pointed, pointer_of, shifted
from attribune.extract.times.patterns import PART
from attribune.extract.times.period import Period
from attribune.extract.times.phrase import Phrase
from attribune.extract.times.reading import Reading, on, undated
from attribune.extract.times.rule import Rule
from attribune.extract.times.scene import Scene

WEEK = 7  # days


def _weekday(phrase: Phrase, scene: Scene) -> Reading:
    number = int(phrase.value("weekday"))
    found = _pointed_weekday(number, phrase, scene) if phrase.has("pointer") else _nearest(number, phrase, scene)
    return _in_part(on(found) if found else undated(f"XXXX-WXX-{number}", "day"), phrase)


def _nearest(number: int, phrase: Phrase, scene: Scene) -> Period | None:
    """The last one of that weekday, today's included, or the next one where the tense is future."""
    today = scene.now("day")
    ago = _days_since(number, today)
    return shifted(today, WEEK - ago if ago and scene.tense(phrase) == "future" else -ago)


def _pointed_weekday(number: int, phrase: Phrase, scene: Scene) -> Period | None:
    """Last Friday is the last before today, this Friday the next from today on, next Friday that of next week."""
    pointer = phrase.kind("pointer")
    today = scene.reference("day") if pointer in ("previous", "following") else scene.now("day")
    ago = _days_since(number, today)
    match pointer:
        case "last" | "past" | "previous":
            return shifted(today, -ago or -WEEK)
        case "following":
            return shifted(today, WEEK - ago)
        case "next":
            return shifted(today, number - today.start.isoweekday() + WEEK) if today else None
    return shifted(today, (WEEK - ago) % WEEK)


def _days_since(number: int, today: Period | None) -> int:
    return (today.start.isoweekday() - number) % WEEK if today else 0


def _day_word(phrase: Phrase, scene: Scene) -> Reading:
    return _day(shifted(scene.now("day"), int(phrase.value("day"))), phrase)


def _tonight(phrase: Phrase, scene: Scene) -> Reading:
    return _day(scene.now("day"), phrase)


def _pointed_part(phrase: Phrase, scene: Scene) -> Reading:
    """This morning, last night, the next evening."""
    return _day(pointed(pointer_of(phrase), "day", scene), phrase)


def _part_before(phrase: Phrase, scene: Scene) -> Reading:
    """The night before."""
    return _day(pointed("previous", "day", scene), phrase)


def _overnight(_: Phrase, scene: Scene) -> Reading:
    """The night to the day of publication: either day can be meant."""
    today = scene.now("day")
    last = shifted(today, -1)
    if today is None or last is None:
        return Reading("time", "XXXX-XX-XXTNI", granularity="day")
    return Reading("time", f"{last.value}TNI", last.start, today.end, "day")


def _day(day: Period | None, phrase: Phrase) -> Reading:
    return _in_part(on(day) if day else undated("XXXX-XX-XX", "day"), phrase)


def _in_part(day: Reading, phrase: Phrase) -> Reading:
    """A day's reading with the part of the day that the phrase tells."""
    return replace(day, kind="time", value=f"{day.value}T{phrase.value('part')}") if phrase.has("part") else day


RULES = (
    Rule(
        "(?: the? (?P<pointer> [this last past previous next coming following] ) coming? )?"
        f" (?P<weekday> weekday ) {PART}?",
        _weekday,
    ),
    Rule(f"(?P<weekday> short_weekday ) dot? {PART}", _weekday),
    Rule(f"(?P<day> day_word ) {PART}?", _day_word),
    Rule("(?P<part> tonight )", _tonight),
    Rule("overnight", _overnight),
    Rule(
        "(?P<the> the )? (?P<pointer> [this that same last previous next following] ) (?P<part> part )", _pointed_part
    ),
    Rule("the (?P<part> part ) before (?= [comma dot mark hyphen] | $ )", _part_before),
)
