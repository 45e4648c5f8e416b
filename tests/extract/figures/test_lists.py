"""Word lists of the figures' rules are data: every file has a header and holds what its readers expect."""

from __future__ import annotations

from importlib.resources import files
from typing import get_args

import pytest

from attribune.extract.figures.numerals import letters, numerals
from attribune.extract.figures.outcomes import Part
from attribune.extract.figures.words import clause_words, group_words, refusal_words
from attribune.extract.wordlists import rows
from attribune.statement import Counts

FOLDER = files("attribune.extract").joinpath("data")
COLUMNS = {
    "figure_bounds.tsv": 2,
    "figure_clauses.tsv": 2,
    "figure_counts.tsv": 3,
    "figure_groups.tsv": 2,
    "figure_numbers.tsv": 3,
    "figure_prepositions.tsv": 3,
    "figure_refusals.tsv": 2,
    "figure_units.tsv": 3,
}


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_list_says_how_it_was_made(name: str) -> None:
    assert FOLDER.joinpath(name).read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_every_row_has_its_columns_and_small_letters(name: str) -> None:
    assert {len(row) for row in rows(name)} == {COLUMNS[name]}
    assert all(row[-1] == row[-1].lower() and ",," not in row[-1] for row in rows(name))


def test_what_happened_is_told_by_known_parts() -> None:
    assert {row[0] for row in rows("figure_counts.tsv")} <= set(get_args(Counts))
    assert {row[1] for row in rows("figure_counts.tsv")} == set(get_args(Part))


def test_words_are_read_by_class() -> None:
    assert "were" in group_words("stop")
    assert "including" in clause_words("among")
    assert "resolution" in refusal_words("numbered")


def test_numerals_go_up_to_ninety_nine() -> None:
    assert numerals()["ninety-nine"].value == 99
    assert letters()["bn"] == 10**9
