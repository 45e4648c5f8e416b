"""What is looked up beside searches: reviewed lines, queries among some lines, and texts by their first digits."""

from __future__ import annotations

from attribune.ledger.contract import Ledger, LedgerReader
from attribune.ledger.query import Everything, Node, parse
from tests.ledger.build import DAM, FLOOD, a_report, filed, now, put


def test_the_reviewed_lines_of_an_article_are_those_of_all_its_versions(ledger: Ledger) -> None:
    (first,) = filed(ledger, a_report(DAM, FLOOD))
    locator = _locator(ledger, first.entry)
    with ledger.writing("Ana") as writer:
        second = put(writer, a_report(FLOOD), locator)
        for line in (second.lines[0], first.lines[1], first.lines[1]):
            writer.review(line, "confirmed")
    with ledger.reading_from() as reader:
        found = [(line.id, line.status) for line in reader.reviewed(locator)]
        assert found == [(first.lines[1], "confirmed"), (second.lines[0], "confirmed")]
        assert list(reader.reviewed("elsewhere")) == []


def test_a_query_can_be_asked_of_some_lines(ledger: Ledger) -> None:
    one, two = filed(ledger, a_report(DAM, FLOOD))[0].lines
    before = now()
    with ledger.writing("Ana") as writer:
        writer.review(one, "corrected", corrections={"speaker": "Petra Zarko"})
    with ledger.reading_from() as reader:
        assert _among(reader, Everything(), one, two, 99) == {one, two}
        assert _among(reader, parse("dam"), one, two) == set(reader.search(parse("dam"), limit=9))
        assert _among(reader, parse("speaker:zarko"), one, two) == {one}
        assert _among(reader, parse("speaker:zarko"), two) == _among(reader, Everything()) == set()
        assert reader.found_among(parse("speaker:zarko"), [one, two], at=before) == set()


def test_texts_are_found_by_the_first_digits_of_their_hashes(ledger: Ledger) -> None:
    filed(ledger, a_report(DAM), a_report(FLOOD))
    with ledger.reading_from() as reader:
        hashes = sorted(sha256 for sha256, _ in reader.texts())
        assert [list(reader.texts_like(one[:12])) for one in hashes] == [[one] for one in hashes]
        assert list(reader.texts_like("")) == hashes[:2]
        assert list(reader.texts_like(hashes[0])) == hashes[:1]
        assert list(reader.texts_like("0" * 64)) == []


def _among(reader: LedgerReader, query: Node, *lines: int) -> set[int]:
    return reader.found_among(query, lines)


def _locator(ledger: Ledger, entry: int) -> str:
    with ledger.reading_from() as reader:
        found = reader.entry(entry)
    assert found is not None
    return found.locator
