"""Articles put into a ledger, anew and again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from attribune.ledger.addition import Vectors
from attribune.ledger.contract import Counts, Ledger
from attribune.ledger.sealing import seal_of_reading
from tests.ledger.build import DAM, FLOOD, a_capture, a_report, filed, found, now, put


def test_a_new_article_is_told_as_new_with_its_lines(ledger: Ledger) -> None:
    added = filed(ledger, a_report(DAM, FLOOD))[0]
    assert (added.outcome, added.statements, len(added.lines)) == ("new", 2, 2)


def test_counts_say_how_much_there_is(ledger: Ledger) -> None:
    filed(ledger, a_report(DAM, outlet="Orvel Post"), a_report(DAM, FLOOD, outlet="Orvel Post"))
    with ledger.writing("test") as writer:
        put(writer, a_report(DAM, FLOOD, ("Police", "the road is shut")), "report-1.html")
    with ledger.reading_from() as reader:
        counts = reader.counts()
    assert counts == Counts(articles=2, versions=3, statements=4, identities=3, captures=3, outlets=1)


def test_the_same_article_added_twice_is_known(ledger: Ledger) -> None:
    first, second = filed(ledger, a_report(DAM))[0], filed(ledger, a_report(DAM))[0]
    with ledger.reading_from() as reader:
        captures = reader.captures(first.entry)
        counts = reader.counts()
    assert (second.outcome, second.entry, second.statements) == ("known", first.entry, 0)
    assert (len(captures), counts.articles, counts.versions, counts.statements) == (2, 1, 1, 1)


def test_a_changed_text_is_the_next_version_and_the_old_one_is_found_as_of_then(ledger: Ledger) -> None:
    old = filed(ledger, a_report(("Ida Korvin", "six houses were flooded")))[0]
    before = now()
    new = filed(ledger, a_report(("Ida Korvin", "nine houses were flooded")))[0]
    with ledger.reading_from() as reader:
        versions = list(reader.entries(locator="report-0.html"))
        current, then = list(reader.entries()), list(reader.entries(at=before))
        only_old = list(reader.entries(locator="report-0.html", at=before))
    assert new.outcome == "version"
    assert [(one.id, one.version, one.superseded is None) for one in versions] == [
        (old.entry, 1, False),
        (new.entry, 2, True),
    ]
    assert versions[0].superseded == versions[1].recorded
    assert [one.id for one in current] == [new.entry]
    assert (
        [(one.id, one.superseded) for one in then]
        == [(one.id, one.superseded) for one in only_old]
        == [(old.entry, None)]
    )
    assert found(ledger, "houses") == list(new.lines)
    assert found(ledger, "houses", at=before) == list(old.lines)
    assert found(ledger, "nine", at=before) == []


def test_lines_of_a_superseded_version_say_so_now_and_not_as_of_then(ledger: Ledger) -> None:
    old = filed(ledger, a_report(DAM))[0]
    before = now()
    new = filed(ledger, a_report(FLOOD))[0]
    with ledger.reading_from() as reader:
        now_, then = reader.lines(old.lines), reader.lines(old.lines, at=before)
        unknown = reader.lines(new.lines, at=before)
    assert now_[0].superseded is not None
    assert then[0].superseded is None
    assert list(unknown) == []


def test_the_same_text_elsewhere_is_its_own_article_and_kept_once(ledger: Ledger) -> None:
    first, second = filed(ledger, a_report(DAM, outlet="Post"), a_report(DAM, outlet="Wire"))
    with ledger.reading_from() as reader:
        texts, same = list(reader.texts()), [one.id for one in reader.entries(text=a_report(DAM).article.id)]
        outlets = [one.article.outlet for one in reader.entries()]
    assert second.outcome == "new"
    assert texts == [(a_report(DAM).article.id, a_report(DAM).article.text)]
    assert same == [first.entry, second.entry]
    assert outlets == ["Post", "Wire"]


def test_captured_bytes_come_back_and_are_kept_once(ledger: Ledger) -> None:
    capture = a_capture(bytes(range(256)) * 40, url="https://orvel.example/1", charset="utf-8", part="2")
    with ledger.writing("test") as writer:
        added = put(writer, a_report(DAM), capture=capture)
        put(writer, a_report(FLOOD), "else.html", capture=capture)
    with ledger.reading_from() as reader:
        data, blobs, card = reader.blob(capture.sha256), list(reader.blobs()), reader.captures(added.entry)[0]
        missing = reader.blob("0" * 64)
    assert (data, blobs, missing) == (capture.data, [(capture.sha256, capture.data)], None)
    assert (card.kind, card.name, card.url, card.charset, card.part) == (
        "page",
        "report.html",
        capture.url,
        "utf-8",
        "2",
    )


def test_bytes_are_known_where_they_were_found_until_their_article_changes(ledger: Ledger) -> None:
    capture = a_capture(b"one", file="in/report.html")
    with ledger.writing("test") as writer:
        put(writer, a_report(DAM), capture=capture)
        put(writer, a_report(FLOOD), "row", capture=a_capture(b"row"), place="table.csv")
    with ledger.reading_from() as reader:
        assert reader.is_known("in/report.html", capture.sha256)
        assert reader.is_known("table.csv", a_capture(b"row").sha256)
        assert not reader.is_known("elsewhere.html", capture.sha256)
        assert not reader.is_known("in/report.html", "0" * 64)
    with ledger.writing("test") as writer:
        put(writer, a_report(FLOOD), capture=a_capture(b"two"))
    with ledger.reading_from() as reader:
        assert not reader.is_known("in/report.html", capture.sha256)


def test_the_day_is_that_of_publishing_and_without_it_that_of_the_capture_in_utc(ledger: Ledger) -> None:
    late = datetime(2031, 3, 9, 23, tzinfo=timezone(timedelta(hours=-5)))
    with ledger.writing("test") as writer:
        dated = put(writer, a_report(DAM, published=datetime(2031, 3, 2, tzinfo=UTC)), capture=a_capture(captured=late))
        undated = put(writer, a_report(DAM), "else.html", capture=a_capture(captured=late))
    with ledger.reading_from() as reader:
        days = [line.day.isoformat() for line in reader.lines([*dated.lines, *undated.lines])]
        entries = [entry.day.isoformat() for entry in reader.entries()]
    assert days == entries == ["2031-03-02", "2031-03-10"]


def test_lines_come_in_the_order_asked_for_and_unknown_ones_are_left_out(ledger: Ledger) -> None:
    first, second = filed(ledger, a_report(DAM, FLOOD))[0].lines
    with ledger.reading_from() as reader:
        lines = reader.lines([second, 999, first])
    assert [(line.id, line.content) for line in lines] == [(second, FLOOD[1]), (first, DAM[1])]
    assert lines[1].permalink == f"attribune:{a_report(DAM, FLOOD).article.id}#char=16,37"


def test_every_reading_can_be_gone_through_with_its_seal_and_words(ledger: Ledger) -> None:
    reports = a_report(DAM), a_report(FLOOD)
    filed(ledger, *reports)
    with ledger.reading_from() as reader:
        stored = list(reader.readings())
    assert [one.seal for one in stored] == [seal_of_reading(one) for one in reports]
    assert stored[0].words == (("Ida Korvin", "said", DAM[1]),)


def test_vectors_are_kept_with_the_first_line_they_stand_for(ledger: Ledger) -> None:
    with ledger.writing("test") as writer:
        put(writer, a_report(DAM))
        added = put(writer, a_report(FLOOD), "else.html", vectors=Vectors("model", b"codes", b"vectors"))
        put(writer, a_report(), "empty.html", vectors=Vectors("model", b"", b""))
    with ledger.reading_from() as reader:
        codes = list(reader.codes())
        assert [(one.line, one.model, one.codes) for one in codes] == [(added.lines[0], "model", b"codes")]
        assert reader.vectors([codes[0].reading, 999]) == {codes[0].reading: b"vectors"}
        assert list(reader.codes(after=codes[0].reading)) == []


def test_ids_that_are_not_there_give_nothing(ledger: Ledger) -> None:
    with ledger.reading_from() as reader:
        assert reader.entry(7) is None
        assert reader.reading(7) is None
        assert reader.identity(7) is None
        assert [*reader.lines_of(7), *reader.captures(7), *reader.reviews(7), *reader.items(7)] == []
        assert [*reader.appearances([7]), *reader.problems()] == []
        assert reader.with_keys(["nobody"]) == reader.vectors([7]) == {}
