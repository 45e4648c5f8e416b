"""Reviews of an article's older readings: to which statements of a newer one they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attribune.ledger.addition import Carried
from attribune.ledger.contract import LedgerReader
from attribune.ledger.line import Line
from attribune.link import carry
from attribune.reading import Reading
from attribune.statement import Statement


def carried_reviews(
    reader: LedgerReader, locator: str, lines: Sequence[Line], reading: Reading
) -> Mapping[int, Carried]:
    """Where the reviews of an article go in a newer reading, by the ids of the lines that have them.

    Those of ``lines``, the reading before, come first; then those that found no place when their own reading was
    superseded, the newest first. No statement gets two.
    """
    reviewed = reader.reviewed(locator)
    if not reviewed:
        return {}
    carried = _carried([line for line in lines if line.review], [line.statement for line in lines], reading)
    taken = {one.number for one in carried.values()}
    for line in _left(reader, reviewed, {line.id for line in lines}):
        stored = reader.reading(line.entry, at=line.recorded)
        for one in _carried([line], stored.reading.statements if stored else (), reading).values():
            if one.number is not None and one.number not in taken:
                taken.add(one.number)
                carried[line.id] = one
    return carried


def _carried(reviewed: Sequence[Line], statements: Sequence[Statement], reading: Reading) -> dict[int, Carried]:
    """Where the reviews of some lines of one reading go; ``statements`` are all of it."""
    if not reviewed:
        return {}
    matches = carry(statements, reviewed[0].article.text, reading.statements, reading.article.text)
    places = {statement.id: place for place, statement in enumerate(reading.statements)}
    return {
        line.id: Carried(None if match.new_id is None else places[match.new_id], match.certain, match.reason)
        for line in reviewed
        if (match := matches.get(line.statement.id)) is not None
    }


def _left(reader: LedgerReader, reviewed: Sequence[Line], current: set[int]) -> list[Line]:
    """The lines of older readings whose review no line has inherited, the newest review first."""
    inherited = {review.carried for line in reviewed for review in reader.reviews(line.id)}
    left = {line.review.id: line for line in reviewed if line.review and line.id not in current}
    return [left[review] for review in sorted(left.keys() - inherited, reverse=True)]
