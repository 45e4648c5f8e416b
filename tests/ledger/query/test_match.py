from __future__ import annotations

from datetime import date

import pytest

from attribune.article import Span
from attribune.ledger.query import Document, Facts, matches, parse
from attribune.statement import Figure

SIXTY = Figure(Span(0, 2), 60, 60, counts="killed", of="young children")
MANY = Figure(Span(0, 2), 100, None, counts="wounded", of="residents")
SOME = Figure(Span(0, 2), 10, 20)
FEW = Figure(Span(0, 2), None, 5)


def found(query: str, document: Document | None = None, facts: Facts | None = None) -> bool:
    return matches(parse(query), (document or Document("")).terms(), facts or Facts())


@pytest.mark.parametrize(
    ("test", "figure", "expected"),
    [
        pytest.param(">59", SIXTY, True, id="surely more"),
        pytest.param(">60", SIXTY, False, id="not more"),
        pytest.param(">=60", SIXTY, True, id="at least"),
        pytest.param(">5", FEW, False, id="perhaps more"),
        pytest.param(">99", MANY, True, id="more with an open end"),
        pytest.param("<1000", MANY, False, id="perhaps less"),
        pytest.param("<21", SOME, True, id="surely less"),
        pytest.param("<20", SOME, False, id="perhaps as many"),
        pytest.param("<=20", SOME, True, id="at most"),
        pytest.param("15", SOME, True, id="inside"),
        pytest.param("21", SOME, False, id="outside"),
        pytest.param("600", MANY, True, id="an open end admits it"),
        pytest.param("99", MANY, False, id="below an open end"),
        pytest.param("3", FEW, True, id="an open start admits it"),
        pytest.param("20..30", SOME, True, id="ranges touch"),
        pytest.param("21..30", SOME, False, id="ranges apart"),
        pytest.param("*", FEW, True, id="any"),
    ],
)
def test_a_figure_is_an_interval(test: str, figure: Figure, expected: bool) -> None:
    assert found(f"figure:{test}", facts=Facts(figures=(figure,))) is expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("figure:>50 counts:killed of:child", False, id="another word"),
        pytest.param("figure:>50 counts:killed of:children", True, id="one figure"),
        pytest.param("figure:>90 counts:killed", False, id="two figures for one"),
        pytest.param("(figure:>90) counts:killed", True, id="two figures for two"),
        pytest.param('of:"children young"', True, id="words in any order"),
        pytest.param("-counts:missing", True, id="no such figure"),
    ],
)
def test_one_figure_meets_all_of_a_test(query: str, expected: bool) -> None:
    assert found(query, facts=Facts(figures=(SIXTY, MANY))) is expected


def test_no_figure_meets_no_test() -> None:
    assert not found("figure:*")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("date:2031-10", True, id="in the month"),
        pytest.param("date:>2031-10", False, id="after it"),
        pytest.param("date:<2031-10-31", False, id="before the day"),
        pytest.param("date:*", True, id="any day"),
        pytest.param("status:confirmed", True, id="status"),
        pytest.param("status:rejected", False, id="other status"),
        pytest.param("-status:rejected date:2031", True, id="both"),
    ],
)
def test_day_and_status(query: str, expected: bool) -> None:
    assert found(query, facts=Facts(date(2031, 10, 31), "confirmed")) is expected


def test_an_unknown_day_is_in_no_range() -> None:
    assert not found("date:*")
    assert found("-date:2031")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("bridge", True, id="another form"),
        pytest.param('"old bridges"', True, id="phrase"),
        pytest.param('"bridges old"', False, id="phrase in another order"),
        pytest.param("bri*", True, id="beginning"),
        pytest.param('"old bri"*', True, id="phrase with a beginning"),
        pytest.param("speaker:bridge", False, id="another field"),
        pytest.param("speaker:mary*", True, id="longer than the word"),
        pytest.param("river OR bridge", True, id="either"),
        pytest.param("river bridge", False, id="both"),
        pytest.param("*", True, id="everything"),
    ],
)
def test_words(query: str, expected: bool) -> None:
    assert found(query, Document("The old bridges fell", speaker=("Marylander",))) is expected
