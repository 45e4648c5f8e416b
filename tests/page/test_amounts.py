from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.page.amounts import counted, figure_words
from attribune.statement import Figure


def _figure(low: float | None, high: float | None, of: str | None = None, **options) -> Figure:
    return Figure(Span(0, 1), low, high, of=of, **options)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(_figure(31, 31, "people"), "31 people", id="exact"),
        pytest.param(_figure(31, 31), "31", id="nothing counted"),
        pytest.param(_figure(1500, 1500, "huts"), "1,500 huts", id="thousands"),
        pytest.param(_figure(2.5, 2.5, "loaves"), "2.5 loaves", id="fraction"),
        pytest.param(_figure(600, 600, "gunmen", approximate=True), "about 600 gunmen", id="approximate"),
        pytest.param(_figure(61, None, "sorties"), "61 or more sorties", id="no upper bound"),
        pytest.param(_figure(24, None, "boats", approximate=True), "about 24 or more boats", id="some dozens"),
        pytest.param(_figure(150_001, None, "people"), "more than 150,000 people", id="above a round number"),
        pytest.param(_figure(150_001, None, unit="km"), "150,001 km or more", id="a measure has no step"),
        pytest.param(_figure(None, 30), "at most 30", id="no lower bound"),
        pytest.param(_figure(None, 1999), "fewer than 2,000", id="below a round number"),
        pytest.param(_figure(None, 30, approximate=True), "at most about 30", id="about at most"),
        pytest.param(_figure(20, 25, "people"), "20 to 25 people", id="both bounds"),
        pytest.param(_figure(0, 0, "boats"), "0 boats", id="none"),
        pytest.param(_figure(None, None, "boats"), "an unknown number of boats", id="no bound at all"),
        pytest.param(_figure(12, 12, "boats", further=True), "12 further boats", id="further"),
        pytest.param(_figure(12, 12, "old\n boats"), "12 old boats", id="noun over two lines"),
    ],
)
def test_an_interval_reads_like_words(figure: Figure, expected: str) -> None:
    assert counted(figure, None) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(_figure(5, 5, unit="percent"), "5 %", id="percent"),
        pytest.param(_figure(5, 7, "voters", unit="percent"), "5 to 7 % of voters", id="share of something"),
        pytest.param(_figure(3, 3, unit="percentage points"), "3 percentage points", id="percentage points"),
        pytest.param(_figure(4e6, 4e6, unit="USD"), "US$ 4 million", id="dollars"),
        pytest.param(_figure(3e6, 4.5e6, unit="EUR"), "€ 3 to 4.5 million", id="one million for both"),
        pytest.param(_figure(9e8, 2e9, unit="SYP"), "SYP 900 million to 2 billion", id="million and billion"),
        pytest.param(_figure(0, 4e6), "0 to 4 million", id="from nothing"),
        pytest.param(_figure(2_345_678, 2_345_678, "coins"), "2,345,678 coins", id="no round million"),
        pytest.param(_figure(40, None, "road", unit="km"), "40 km or more of road", id="measure of something"),
        pytest.param(_figure(3, 3, unit="acre"), "3 acres", id="acres"),
    ],
)
def test_units_and_money_stand_where_people_put_them(figure: Figure, expected: str) -> None:
    assert counted(figure, None) == expected


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        pytest.param(_figure(34, 34, "people"), "12 children of the 34", id="exact"),
        pytest.param(_figure(34, None), "12 children of 34 or more", id="open"),
        pytest.param(_figure(34, 34, approximate=True), "12 children of about 34", id="approximate"),
    ],
)
def test_a_part_names_its_whole(whole: Figure, expected: str) -> None:
    assert counted(_figure(12, 12, "children"), whole) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(_figure(6, 6, "people", counts="killed"), "6 people · killed", id="what happened"),
        pytest.param(_figure(6, 6, "people"), "6 people", id="nothing happened"),
        pytest.param(_figure(6, 6, "Wounded men", counts="wounded"), "6 Wounded men", id="the noun says so"),
        pytest.param(_figure(1, 1, "air strike", counts="strikes"), "1 air strike", id="the noun says so of one"),
    ],
)
def test_what_happened_is_told_once(figure: Figure, expected: str) -> None:
    assert figure_words(figure, None) == expected
