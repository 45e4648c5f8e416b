"""What comes back is what went in."""

from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, given, settings

from attribune.article import Span
from attribune.ledger.contract import Ledger
from attribune.ledger.sealing import seal_of_reading
from attribune.reading import Reading
from attribune.statement import Figure
from tests.ledger.build import DAM, a_report, put, with_details
from tests.ledger.drawn import readings

LOCATORS = count()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reading=readings())
def test_a_reading_comes_back_equal_and_under_its_seal(ledger: Ledger, reading: Reading) -> None:
    with ledger.writing("test") as writer:
        added = put(writer, reading, f"{next(LOCATORS)}.html")
    with ledger.reading_from() as reader:
        stored = reader.reading(added.entry)
        entry = reader.entry(added.entry)
        lines = reader.lines_of(added.entry)
    assert stored is not None
    assert entry is not None
    assert stored.reading == reading
    assert stored.seal == seal_of_reading(reading) == seal_of_reading(stored.reading)
    assert entry.article == reading.article
    assert tuple(line.statement for line in lines) == reading.statements
    assert tuple(line.speaker for line in lines) == tuple(map(reading.speaker_of, reading.statements))


def test_lone_surrogates_in_metadata_and_a_whole_number_of_people_come_back(ledger: Ledger) -> None:
    reading = a_report(DAM, metadata={"subject": "caf\ud800", "tags": ["\udfff"]})
    figure = Figure(Span(0, 3), 600, 1e6)
    reading = with_details(reading, 0, figures=(figure,))
    with ledger.writing("test") as writer:
        added = put(writer, reading)
    with ledger.reading_from() as reader:
        stored = reader.reading(added.entry)
    assert stored is not None
    assert stored.reading == reading
    assert (stored.seal, repr(stored.reading.statements[0].figures[0].low)) == (seal_of_reading(reading), "600")
