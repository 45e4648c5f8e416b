"""Word lists are data: every file has a header, and holds what its readers expect."""

from __future__ import annotations

from importlib.resources import files

import pytest

from attribune.extract.wordlists import rows, small_words, word_classes

FOLDER = files("attribune.extract").joinpath("data")
CLASSES = {"titles.txt", "given_names.tsv", "role_words.tsv", "org_words.tsv", "function_words.tsv", "cue_words.tsv"}
COLUMNS = {"cues.tsv": 5, "demonyms.tsv": 4, "broader_roles.tsv": 2, "pronouns.tsv": 2, **dict.fromkeys(CLASSES, 2)}


@pytest.mark.parametrize("name", sorted([*COLUMNS, "irregular_verbs.tsv"]))
def test_a_list_says_how_it_was_made(name: str) -> None:
    assert FOLDER.joinpath(name).read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_every_row_has_its_columns(name: str) -> None:
    assert {len(row) for row in rows(name)} == {COLUMNS[name]}


@pytest.mark.parametrize("name", sorted(CLASSES | {"pronouns.tsv"}))
def test_words_are_lower_case_and_single(name: str) -> None:
    for words in word_classes(name).values():
        assert all(word and word == word.lower() == word.strip() for word in words)


def test_no_given_name_is_of_both_genders() -> None:
    lists = word_classes("given_names.tsv")
    assert not lists["male"] & lists["female"]


def test_small_words_are_listed_by_what_they_do() -> None:
    assert "van" in small_words("particle")
