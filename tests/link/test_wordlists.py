"""Word lists are data: every file has a header, and holds what its readers expect."""

from __future__ import annotations

from importlib.resources import files

import pytest

from attribune.link.folding import fold
from attribune.link.wordlists import listed, rows, weights, word_class

FOLDER = files("attribune.link").joinpath("data")
COLUMNS = {
    **{"titles.tsv": 2, "name_words.tsv": 2, "nicknames.tsv": 2, "org_words.tsv": 2, "weights.tsv": 2},
    **{"role_words.tsv": 3, "role_exclusions.tsv": 2, "places.tsv": 2},
}


def test_every_file_is_known() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(COLUMNS)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_list_says_how_it_was_made(name: str) -> None:
    header = FOLDER.joinpath(name).read_text("utf-8").split("\n\n")[0]
    assert header.startswith("# ")
    assert "by hand" in header


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_every_row_has_its_columns(name: str) -> None:
    assert {len(row) for row in rows(name)} == {COLUMNS[name]}


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"weights.tsv"}))
def test_words_are_folded(name: str) -> None:
    assert [cell for row in rows(name) for cell in row if cell != fold(cell)] == []


def test_roles_that_exclude_each_other_are_of_listed_fields() -> None:
    fields = {field for field, _, _ in rows("role_words.tsv")}
    assert {field for row in rows("role_exclusions.tsv") for field in row} <= fields


def test_no_role_is_listed_twice() -> None:
    words = [word for _, noun, others in rows("role_words.tsv") for word in (noun, *listed(others))]
    assert sorted(set(words)) == sorted(words)


def test_a_word_that_tells_no_body_is_no_small_word() -> None:
    assert not word_class("org_words.tsv", "everywhere") & word_class("org_words.tsv", "small")


def test_no_weight_is_more_than_one() -> None:
    assert all(-1 <= weight <= 1 for weight in weights().values())
