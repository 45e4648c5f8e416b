"""Words that bound a number, and ranges."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import find, only, words


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("at least 30", 30, None),
        ("no fewer than 30", 30, None),
        ("a minimum of 30", 30, None),
        ("30 or more", 30, None),
        ("30+", 30, None),
        ("30-plus", 30, None),
        ("more than 30", 31, None),
        ("over 30", 31, None),
        ("well over 30", 31, None),
        ("upwards of 30", 31, None),
        ("more than a dozen", 13, None),
        ("up to 30", None, 30),
        ("as many as 30", None, 30),
        ("at most 30", None, 30),
        ("no more than 30", None, 30),
        ("30 or fewer", None, 30),
        ("fewer than 30", None, 29),
        ("less than 30", None, 29),
        ("under 30", None, 29),
        ("at least dozens of", 24, None),
        ("more than thousands of", 2000, None),
    ],
)
def test_a_bound_opens_the_interval(bound: str, low: float | None, high: float | None) -> None:
    text = f"Norland lost {bound} boats."
    figure = only(text)
    assert (figure.low, figure.high) == (low, high)
    assert figure.span.of(text) == f"{bound} boats"


@pytest.mark.parametrize(
    "number",
    [
        *("some 30", "about 30", "around 30", "nearly 30", "almost 30", "roughly 30", "approximately 30"),
        *("an estimated 30", "close to 30", "~30", "30 or so", "30-odd"),
    ],
)
def test_an_approximate_number_keeps_its_value(number: str) -> None:
    figure = only(f"Norland lost {number} boats.")
    assert (figure.low, figure.high, figure.approximate) == (30, 30, True)


@pytest.mark.parametrize(
    "number",
    [
        *("a further 30 boats", "another 30 boats", "an additional 30 boats", "30 more boats", "30 other boats"),
        *("30 others", "30 more", "dozens of others", "dozens more boats"),
    ],
)
def test_a_number_on_top_of_another_is_further(number: str) -> None:
    text = f"Norland lost {number}."
    figure = only(text)
    assert figure.further
    assert figure.span.of(text) == number
    assert figure.of == ("boats" if number.endswith("boats") else None)


def test_bounds_stand_together() -> None:
    text = "Norland lost just over an estimated 30 boats."
    figure = only(text)
    assert figure.span.of(text) == "just over an estimated 30 boats"
    assert (figure.low, figure.high, figure.approximate) == (31, None, True)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("20-25", 20, 25),
        ("20–25", 20, 25),
        ("20 to 25", 20, 25),
        ("between 20 and 25", 20, 25),
        ("three or four", 3, 4),
        ("one or two", 1, 2),
        ("two to three million", 2_000_000, 3_000_000),
        ("two or three hundred", 200, 300),
    ],
)
def test_a_range_is_one_figure(number: str, low: float, high: float) -> None:
    text = f"Norland lost {number} boats."
    figure = only(text)
    assert (figure.low, figure.high) == (low, high)
    assert figure.span.of(text) == f"{number} boats"


def test_from_and_to_are_a_range_only_where_nothing_changes() -> None:
    assert [(figure.low, figure.high) for figure in find("They eat from 20 to 25 apples.")] == [(20, 25)]
    assert words("The death toll rose from 20 to 25.") == ["20", "25"]


@pytest.mark.parametrize("score", ["3-1", "15-07-2016", "4 to 2"])
def test_a_score_or_date_is_no_range(score: str) -> None:
    assert find(f"It ended {score} in Selwyn.") == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Jets flew 60 sorties over 50 targets.", ["60 sorties", "50 targets"]),
        ("The unit of 60 men flew over 12 villages.", ["60 men", "12 villages"]),
        ("The UK has flown over 870 missions.", ["over 870 missions"]),
        ("She travelled around 50 villages.", ["50 villages"]),
        ("She visited around 50 villages.", ["around 50 villages"]),
        ("They talked about 50 dead.", ["50"]),
        ("They said about 50 people died.", ["about 50 people"]),
        ("They fought under 30 commanders.", ["30 commanders"]),
        ("There is concern over 12 prisoners.", ["12 prisoners"]),
    ],
)
def test_a_preposition_is_no_bound(text: str, figures: list[str]) -> None:
    assert words(text) == figures
