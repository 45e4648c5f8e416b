"""Values that are longer than anybody expects, or no numbers."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attribune.ledger.addition import Known
from attribune.ledger.contract import Ledger
from attribune.ledger.query import parse
from attribune.ledger.sealing import seal_of_reading
from attribune.ledger.source import Item
from tests.ledger.build import DAM, a_capture, a_report, found, put

SEEN = datetime(2031, 3, 2, 7, 30, tzinfo=UTC)
LONG = "https://orvel.example/" + "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=8_000))


def test_articles_at_long_addresses_of_long_outlets_are_kept_and_found_again(ledger: Ledger) -> None:
    capture = a_capture(name="long.html", url=LONG)
    reading = a_report(DAM, outlet=LONG, url=LONG, ref=LONG, title=LONG)
    with ledger.writing("Ana") as writer:
        first = put(writer, reading, LONG, capture=capture, place=LONG, known={0: Known(None, LONG)})
        again = put(writer, reading, LONG, capture=capture, place=LONG)
        assert writer.with_keys([LONG]) == {LONG: [1]}
        assert writer.is_known(LONG, capture.sha256)
        assert [entry.id for entry in writer.entries(locator=LONG)] == [first.entry]
    assert (first.outcome, again.outcome) == ("new", "known")


def test_feeds_and_their_items_at_long_addresses_are_kept_once(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(LONG)
        items = [Item(feed.id, f"{LONG}{number}", SEEN) for number in range(2)]
        writer.mark_items(items)
        writer.mark_items([replace(items[1], status="added")])
        assert writer.follow(LONG) == feed
        assert list(writer.items(feed.id)) == [items[0], replace(items[1], status="added")]


def test_a_word_of_thousands_of_letters_is_kept(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        put(writer, a_report(("Ida Korvin", f"the dam {LONG[22:]} held"), (LONG[22:], "no")))
    assert len(found(ledger, "dam")) == 1
    with ledger.reading_from() as reader:
        assert reader.search(parse(LONG[22:]), limit=9) is not None


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_kept_as_none_and_the_seal_holds(ledger: Ledger, number: float) -> None:
    reading = a_report(
        DAM, metadata={"score": number, "rows": [1.5, {"x": number}, {number: 1}], "surrogate": "\ud800"}
    )
    with ledger.writing("Ana") as writer:
        put(writer, reading, capture=a_capture())
    with ledger.reading_from() as reader:
        stored = reader.reading(1)
    assert stored is not None
    assert stored.seal == seal_of_reading(reading) == seal_of_reading(stored.reading)
