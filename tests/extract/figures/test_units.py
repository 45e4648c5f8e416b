"""Percentages, money and measures."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import find, only


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("5%", 5, "percent"),
        ("5 percent", 5, "percent"),
        ("five per cent", 5, "percent"),
        ("2.5 percentage points", 2.5, "percentage points"),
        ("$2.5bn", 2_500_000_000, "USD"),
        ("$5 million", 5_000_000, "USD"),
        ("US$5", 5, "USD"),
        ("A$5", 5, "AUD"),
        ("£3 million", 3_000_000, "GBP"),
        ("€10", 10, "EUR"),
        ("10 euros", 10, "EUR"),
        ("20 million dollars", 20_000_000, "USD"),
        ("500 Syrian pounds", 500, "SYP"),
        ("USD 40", 40, "USD"),
        ("10 km", 10, "km"),
        ("10km", 10, "km"),
        ("60 kilometres", 60, "km"),
        ("35 miles", 35, "mi"),
        ("700 square miles", 700, "mi2"),
        ("500-kg", 500, "kg"),
        ("2m", 2, "m"),
        ("200 metres", 200, "m"),
        ("15 tonnes", 15, "t"),
        ("60 km/h", 60, "km/h"),
        ("30°C", 30, "°C"),
        ("30 degrees", 30, "degrees"),
    ],
)
def test_a_measure_has_its_unit(words: str, value: float, unit: str) -> None:
    text = f"It was {words} high at the pier."
    figure = only(text)
    assert (figure.low, figure.high, figure.unit) == (value, value, unit)
    assert figure.span.of(text) == words
    assert figure.of is None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("more than 60%", 60, None),
        ("over $5 million", 5_000_000, None),
        ("under 20 km", None, 20),
        ("between 5% and 10%", 5, 10),
        ("5 to 10 percent", 5, 10),
        ("between $20 and $30", 20, 30),
    ],
)
def test_a_bound_of_a_measure_is_its_number(words: str, low: float | None, high: float | None) -> None:
    text = f"Prices rose by {words} in Norland."
    figure = only(text)
    assert (figure.low, figure.high) == (low, high)
    assert figure.span.of(text) == words


def test_millions_of_dollars_are_money() -> None:
    figure = only("Repairs cost millions of dollars.")
    assert (figure.low, figure.high, figure.unit) == (2_000_000, None, "USD")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("They found 20 pounds of explosives.", "lb"), ("They spent 20 pounds on food.", "GBP")],
)
def test_pounds_are_told_apart(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_two_measures_of_one_distance_are_two_figures() -> None:
    assert [figure.unit for figure in find("The village lies 60 kilometres (35 miles) from Selwyn.")] == ["km", "mi"]
