"""Figures that are part of another."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import find


def wholes(text: str) -> list[str | None]:
    """For each figure the words of the one that it is a part of."""
    return [figure.whole.of(text) if figure.whole else None for figure in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34 people, including 12 children, died.", [None, "34 people"]),
        ("34 people died, including 12 children and two nurses.", [None, "34 people", "34 people"]),
        ("34 people, among them 12 children, died.", [None, "34 people"]),
        ("34 people died, 12 of them children.", [None, "34 people"]),
        ("34 people were hurt, of whom 12 are in hospital.", [None, "34 people"]),
        ("12 of the 34 dead were children.", ["34", None]),
        ("He runs 20 of the ministry's 70 offices.", ["70 offices", None]),
        ("12 children were among the 34 dead.", ["34", None]),
        ("Two nurses and 12 children were among the 34 dead.", ["34", "34", None]),
        ("34 people died. 12 children were among the dead.", [None, "34 people"]),
        ("34 people died in three fires, including 12 children.", [None, None, "34 people"]),
        ("34 people died. Including 12 tents, much burned.", [None, None]),
        ("3000 residents of the two villages left.", [None, None]),
        ("34 people died and 12 were hurt.", [None, None]),
        ("20 people, including three nurses and more than 30 wounded, were seen.", [None, "20 people", None]),
    ],
)
def test_a_part_points_to_its_whole(text: str, expected: list[str | None]) -> None:
    assert wholes(text) == expected
