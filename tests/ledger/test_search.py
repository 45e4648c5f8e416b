"""What queries find, in which order, and how many."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attribune.ledger.contract import Ledger
from attribune.ledger.query import DateTest, Everything, parse
from attribune.reading import Reading
from attribune.statement import Counts, Figure
from tests.builders import a_span
from tests.ledger.build import DAM, FLOOD, a_report, filed, found, with_details


def dated(day: int, *claims: tuple[str, str]) -> Reading:
    return a_report(*(claims or (DAM,)), published=datetime(2031, 3, day, tzinfo=UTC))


def counted(low: float | None, high: float | None, counts: Counts = "killed", of: str | None = "people") -> Reading:
    report = a_report((f"Voice {low} {high} {counts} {of}", "many were hit"))
    figure = Figure(a_span(report.article, "many"), low, high, counts=counts, of=of)
    return with_details(report, 0, figures=(figure,))


def test_lines_come_newest_first_by_day_or_by_when_they_were_recorded(ledger: Ledger) -> None:
    added = filed(ledger, dated(5, DAM, FLOOD), dated(2), dated(9))
    (a, b), (c,), (d,) = (one.lines for one in added)
    assert found(ledger, "*") == [d, b, a, c]
    assert found(ledger, "*", order="recorded") == [d, c, b, a]


def test_limit_and_offset_cut_a_page_out(ledger: Ledger) -> None:
    filed(ledger, *(dated(day) for day in range(1, 8)))
    whole = found(ledger, "dam")
    with ledger.reading_from() as reader:
        assert list(reader.search(parse("dam"), limit=3, offset=2)) == whole[2:5]
        assert list(reader.search(parse("dam"), limit=3, offset=6)) == whole[6:]
        assert list(reader.search(parse("dam"), limit=0)) == []


def test_a_count_ends_at_its_cap(ledger: Ledger) -> None:
    filed(ledger, *(dated(day) for day in range(1, 8)))
    with ledger.reading_from() as reader:
        assert (reader.count(parse("dam")), reader.count(parse("dam"), most=3)) == (7, 3)
        assert reader.count(parse("nowhere")) == 0


def test_dates_are_half_open_ranges_of_days(ledger: Ledger) -> None:
    lines = [one.lines[0] for one in filed(ledger, dated(1), dated(2), dated(3))]
    assert found(ledger, "date:2031-03-02") == [lines[1]]
    assert found(ledger, "date:>2031-03-01") == [lines[2], lines[1]]
    assert found(ledger, "date:..2031-03-02") == [lines[1], lines[0]]
    with ledger.reading_from() as reader:
        assert len(reader.search(DateTest(), limit=9)) == len(reader.search(Everything(), limit=9)) == 3


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("figure:*", "abcde"),
        ("figure:>30", "ce"),
        ("figure:>=30", "ace"),
        ("figure:<31", "ad"),
        ("figure:<30", "d"),
        ("figure:<=30", "ad"),
        ("figure:30", "ab"),
        ("figure:25..35", "abde"),
        ("figure:35..38", "b"),
        ("figure:50", "bc"),
    ],
)
def test_a_bound_that_is_not_known_is_open(ledger: Ledger, query: str, names: str) -> None:
    pairs: list[tuple[float | None, float | None]] = [(30, 30), (20, None), (40, 60), (None, 25.5), (31, 34)]
    added = filed(ledger, *(counted(low, high) for low, high in pairs))
    by_line = dict(zip((one.lines[0] for one in added), "abcde", strict=True))
    assert "".join(sorted(by_line[line] for line in found(ledger, query))) == names


def test_one_and_the_same_figure_must_meet_all_that_is_asked(ledger: Ledger) -> None:
    people, dogs = counted(34, 34), counted(2, 2, "wounded", "dogs")
    lines = [one.lines[0] for one in filed(ledger, people, dogs)]
    assert found(ledger, "figure:>10 of:people") == [lines[0]]
    assert found(ledger, "figure:>10 of:dogs") == []
    assert found(ledger, "of:dogs counts:wounded") == [lines[1]]
    assert found(ledger, "of:dogs counts:killed") == []
    assert found(ledger, "-of:dogs") == [lines[0]]
    assert sorted(found(ledger, "of:dogs OR of:people")) == lines


def test_words_of_fields_are_found_and_not_of_other_fields(ledger: Ledger) -> None:
    line = filed(ledger, a_report(DAM, outlet="Orvel Post"))[0].lines[0]
    for query in (
        "outlet:post",
        "speaker:korvin",
        "dams",
        "cue:said",
        "kind:named_person",
        "class:say",
        "quote:indirect",
    ):
        assert found(ledger, query) == [line], query
    for query in ("outlet:dam", "speaker:post", "korvin", '"orvel dam"', "class:deny"):
        assert found(ledger, query) == [], query
