"""An hour and its day: "10 p.m. Wednesday", "Friday, at noon"; an hour alone is that of the day mentioned last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attribune.extract.times.lexicon import class_of
from attribune.extract.times.line import Line
from attribune.extract.times.period import Period
from attribune.extract.times.reading import Reading, on, undated
from attribune.extract.times.scene import Scene

BETWEEN = frozenset(("comma", "on", "at", "hyphen"))
MOST_BETWEEN = 2  # words


@dataclass(frozen=True)
class Found:
    """A reading and the words of a line that it was read from, ``last`` not included."""

    first: int
    last: int
    reading: Reading

    @property
    def is_hour(self) -> bool:
        """Whether it tells the time of day only."""
        return self.reading.value.startswith("T")

    @property
    def is_day(self) -> bool:
        """Whether it tells a day only."""
        return self.reading.kind == "date" and self.reading.granularity == "day"


def joined(line: Line, found: list[Found], scene: Scene) -> Iterator[Found]:
    """Hours with the days next to them; each other hour with the day mentioned last, or that of publication."""
    day = scene.reference("day")
    waiting: Found | None = None
    for one in found:
        together = _together(line, waiting, one) if waiting else None
        if waiting and not together:
            yield _placed(waiting, day)
        waiting = together or one
        day = _day(waiting) or day
    if waiting:
        yield _placed(waiting, day)


def _together(line: Line, first: Found, second: Found) -> Found | None:
    """An hour and a day, in either order, with next to nothing between."""
    if not (first.is_hour and second.is_day) and not (first.is_day and second.is_hour):
        return None
    between = line.words[first.last : second.first]
    if len(between) > MOST_BETWEEN or not BETWEEN.issuperset(map(class_of, between)):
        return None
    hour, day = (first, second) if first.is_hour else (second, first)
    return Found(first.first, second.last, _at(day.reading, hour))


def _placed(found: Found, day: Period | None) -> Found:
    if not found.is_hour:
        return found
    return replace(found, reading=_at(on(day) if day else undated("XXXX-XX-XX", "day"), found))


def _at(day: Reading, hour: Found) -> Reading:
    return replace(day, kind="time", value=f"{day.value}{hour.reading.value}")


def _day(found: Found) -> Period | None:
    period = found.reading.period
    return period if period and period.unit == "day" else None
