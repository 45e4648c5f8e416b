"""Readings put into a ledger in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from attribune.errors import LedgerError
from attribune.ledger.addition import Codes, Known, Vectors
from attribune.ledger.contract import StoredReading
from attribune.ledger.entry import Entry
from attribune.ledger.identity import Appearance
from attribune.ledger.line import Line
from attribune.ledger.memory.state import KeptAppearance, KeptIdentity, KeptLine, KeptVectors, State
from attribune.ledger.sealing import seal_of_reading
from attribune.reading import Reading
from attribune.version import program


@dataclass(frozen=True)
class Placed:
    """A reading that was put in: its id, its seal, and the ids of its statements, in their order.

    ``detail`` is what the audit log says of it.
    """

    reading: int
    seal: str
    lines: tuple[int, ...]
    detail: Mapping[str, Any]


def next_id(rows: Iterable[int]) -> int:
    """The next number of some rows."""
    return max(rows, default=0) + 1


@dataclass(frozen=True)
class Placing:
    """One reading of an entry on its way into a state, at one moment."""

    state: State
    entry: Entry
    day: date
    reading: Reading
    now: datetime

    def place(self, known: Mapping[int, Known], vectors: Vectors | None) -> Placed:
        """Keep everything that was read in the article."""
        number, seal = next_id(self.state.readings), seal_of_reading(self.reading)
        before = set(self.state.identities)
        identities = self._put_identities(known)
        appearances = self._put_appearances(number, identities)
        words = tuple(_words(self.reading, number) for number in range(len(self.reading.statements)))
        stored = StoredReading(number, self.entry.id, self.reading, seal, program(), self.now, None, words)
        self.state.readings[number] = stored
        lines = self._put_lines(number, appearances)
        if vectors is not None and lines:
            codes = Codes(number, lines[0], vectors.model, vectors.codes)
            self.state.vectors[number] = KeptVectors(codes, vectors.vectors)
        made = [one for number, one in self.state.identities.items() if number not in before]
        detail = {
            "reading": number,
            "seal": seal,
            "lines": list(lines[:1]),
            "speakers": [[speaker, identity] for speaker, identity in identities.items()],
            "made": [[one.id, one.name, one.kind, one.key] for one in made],
        }
        return Placed(number, seal, lines, detail)

    def _put_identities(self, known: Mapping[int, Known]) -> Mapping[int, int]:
        """The identity of each speaker that has one; new ones are made, one for each key."""
        identities, by_key = dict[int, int](), dict[str, int]()
        for speaker in self.reading.speakers:
            one = known.get(speaker.id)
            if one is None:
                continue
            identity = one.identity or by_key.get(one.key or "")
            if identity is None:
                identity = next_id(self.state.identities)
                row = KeptIdentity(identity, speaker.name, speaker.kind, one.key, self.now)
                self.state.identities[identity] = row
                by_key |= {one.key: identity} if one.key else {}
            if identity not in self.state.identities:
                raise LedgerError(f"speaker {identity}: is not in the ledger; nothing was changed")
            identities[speaker.id] = identity
        return identities

    def _put_appearances(self, reading: int, identities: Mapping[int, int]) -> Mapping[int, int]:
        """The ids of the article's speakers, by their numbers in it."""
        outlet, numbers = self.entry.article.outlet, dict[int, int]()
        for speaker in self.reading.speakers:
            number = numbers[speaker.id] = next_id(self.state.appearances)
            one = Appearance(number, self.entry.id, speaker, identities.get(speaker.id), self.day, outlet)
            self.state.appearances[number] = KeptAppearance(one, reading)
        return numbers

    def _put_lines(self, reading: int, appearances: Mapping[int, int]) -> tuple[int, ...]:
        first = next_id(self.state.lines)
        for number, statement in enumerate(self.reading.statements, start=first):
            speaker = self.reading.speaker_of(statement)
            line = Line(
                id=number,
                entry=self.entry.id,
                article=self.entry.article,
                day=self.day,
                statement=statement,
                speaker=speaker,
                identity=None,
                name=speaker.name if speaker else None,
                recorded=self.now,
                superseded=None,
            )
            self.state.lines[number] = KeptLine(line, reading, appearances[speaker.id] if speaker else None)
        return tuple(range(first, first + len(self.reading.statements)))


def _words(reading: Reading, number: int) -> tuple[str | None, str | None, str]:
    one, text = reading.statements[number], reading.article.text
    source = one.source.text(text) if one.source else None
    return source, one.cue.text(text) if one.cue else None, one.content.text(text)
