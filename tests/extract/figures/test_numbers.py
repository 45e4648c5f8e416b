"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.figures.line import Line
from attribune.extract.figures.numbers import read_number
from tests.extract.figures.found import find, only, words


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1 200 000", 1_200_000),
        ("1\u00a0200", 1200),
        ("1,50,000", 150_000),
        ("150000", 150_000),
        ("1.5 million", 1_500_000),
        ("2m", 2_000_000),
        ("3 thousand", 3000),
        ("20 dozen", 240),
        ("two", 2),
        ("twenty-one", 21),
        ("Twenty one", 21),
        ("nineteen", 19),
        ("a hundred", 100),
        ("two hundred", 200),
        ("two hundred and fifty", 250),
        ("three thousand two hundred", 3200),
        ("two hundred and fifty thousand", 250_000),
        ("one million two hundred thousand and six", 1_200_006),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a couple of", 2),
        ("five hundred thousand", 500_000),
    ],
)
def test_a_number_has_its_value(number: str, value: float) -> None:
    figure = only(f"The port of Selwyn has {number} cranes.")
    assert (figure.low, figure.high, figure.of) == (value, value, "cranes")
    assert not figure.approximate


@pytest.mark.parametrize(
    ("number", "low"),
    [
        ("tens", 20),
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("millions", 2_000_000),
        ("hundreds of millions", 200_000_000),
    ],
)
def test_a_vague_plural_has_only_a_lower_bound(number: str, low: float) -> None:
    figure = only(f"The storm damaged {number} of houses.")
    assert (figure.low, figure.high, figure.approximate, figure.of) == (low, None, True, "houses")


@pytest.mark.parametrize(("number", "low"), [("several dozen", 24), ("a few hundred", 200), ("several thousand", 2000)])
def test_several_of_a_multiple_is_as_vague_as_its_plural(number: str, low: float) -> None:
    text = f"The storm damaged {number} houses."
    figure = only(text)
    assert (figure.low, figure.high, figure.approximate) == (low, None, True)
    assert figure.span.of(text) == f"{number} houses"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She read the scores of the match.", id="scores"),
        pytest.param("The dozen eggs broke.", id="dozen without article"),
        pytest.param("He is one in a million to them, a man of means.", id="idiom"),
        pytest.param("Account 1234567890123456 was closed.", id="too long"),
    ],
)
def test_no_number_is_read_where_there_is_none(text: str) -> None:
    assert all(figure.of is None and figure.unit is None for figure in find(text)) or not find(text)


def test_a_date_does_not_run_into_a_number() -> None:
    assert words("On May 15 200 soldiers left.") == ["200 soldiers"]


def test_a_number_ends_where_the_next_cannot_go_on() -> None:
    line = Line.of("two hundred two hundred", Span(0, 23))
    number = read_number(line, 0)
    assert number is not None
    assert (number.low, number.end) == (202, 3)
