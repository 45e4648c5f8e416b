from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import UsageError
from attribune.ledger.query import And, DateTest, Everything, FigureTest, Node, Not, Or, Phrase, all_of, any_of, parse
from tests.ledger.query.samples import queries

A, B, C = (Phrase("content", (letter,)) for letter in "abc")


@given(queries)
def test_every_node_reads_back_from_its_text(node: Node) -> None:
    assert parse(str(node)) == node


@given(st.text(), st.booleans())
def test_any_words_read_back(text: str, prefix: bool) -> None:
    try:
        node = parse(f'speaker:"{text}"{"*" * prefix}')
    except UsageError:
        return
    assert parse(str(node)) == node


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_reads_back(number: float) -> None:
    assert parse(str(FigureTest(low=number))) == FigureTest(low=number)


@given(st.dates(), st.dates())
def test_any_days_read_back(one: date, other: date) -> None:
    for node in (DateTest(one), DateTest(end=other), *([DateTest(one, other)] if one < other else [])):
        assert parse(str(node)) == node


def test_joined_parts_are_flat() -> None:
    assert all_of([A, And((B, C))]) == And((A, B, C))
    assert any_of([Or((A, B)), C]) == Or((A, B, C))
    assert all_of([A]) == any_of([A]) == A
    assert all_of([]) == Everything()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Phrase("content", ()), id="phrase of nothing"),
        pytest.param(lambda: Phrase("content", ("",)), id="empty term"),
        pytest.param(lambda: And((A,)), id="one part"),
        pytest.param(lambda: Or((A, Or((B, C)))), id="or in or"),
        pytest.param(lambda: FigureTest(5, 3), id="figures out of order"),
        pytest.param(lambda: FigureTest(3, 5, low_open=True), id="open between two bounds"),
        pytest.param(lambda: DateTest(date(2031, 1, 2), date(2031, 1, 2)), id="no day"),
    ],
)
def test_a_node_without_meaning_can_not_be_made(make: Callable[[], Node]) -> None:
    with pytest.raises(ValueError, match=r"not|no day"):
        make()


@pytest.mark.parametrize(
    ("node", "text"),
    [
        pytest.param(Phrase("speaker", ("mira", "danek")), 'speaker:"mira danek"', id="phrase"),
        pytest.param(Phrase("content", ("mari",)), "mari", id="stem that stays"),
        pytest.param(Phrase("content", ("univers",)), "=univers", id="stem that would change"),
        pytest.param(Phrase("place", ("_sy",)), "place:SY", id="country"),
        pytest.param(Phrase("place", ("sy",)), 'place:"sy"', id="place of two letters"),
        pytest.param(Not(And((A, Or((B, C))))), "-(a (b OR c))", id="tree"),
        pytest.param(Not(Not(A)), "--a", id="not twice"),
        pytest.param(FigureTest(1200, 1200.5), "figure:1200..1200.5", id="figure"),
        pytest.param(FigureTest(high=5, high_open=True), "figure:<5", id="less"),
        pytest.param(FigureTest(600, 600), "figure:600", id="exactly"),
        pytest.param(FigureTest(of=("child",), counts="killed"), "of:child counts:killed", id="counted"),
        pytest.param(Not(FigureTest(5, of=("child",))), "-(figure:>=5 of:child)", id="not a figure"),
        pytest.param(And((FigureTest(5), FigureTest(high=2))), "(figure:>=5) (figure:<=2)", id="two figures"),
        pytest.param(DateTest(date(2031, 1, 1), date(2031, 2, 1)), "date:2031-01-01..2031-01-31", id="days"),
    ],
)
def test_a_node_is_written_as_people_type_it(node: Node, text: str) -> None:
    assert str(node) == text
