"""The list of words of time, and the classes of numbers."""

from __future__ import annotations

from collections import Counter

import pytest

from attribune.extract.times.lexicon import class_of, value_of
from attribune.extract.wordlists import rows


def test_no_word_is_listed_twice() -> None:
    words = Counter(word.lower() for _, _, words in rows("time_words.tsv") for word in words.split(", "))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Monday", "weekday"),
        ("MONDAY", "weekday"),
        ("monday", "plain"),
        ("week", "unit"),
        ("Week", "unit"),
        ("Dunmore", "name"),
        ("«", "mark"),
        ("31", "day_number"),
        ("32", "two_digits"),
        ("1066", "year"),
        ("3004", "count"),
        ("1,500", "count"),
        ("2.5", "count"),
        ("1990s", "decade"),
        ("1995s", "plain"),
        ("22nd", "ordinal"),
        ("7:15", "clock_time"),
        ("7.15pm", "clock_time"),
        ("7:75", "plain"),
        ("2015-10-03", "iso_date"),
        ("3/10/2015", "numeric_date"),
        ("1" * 5000, "plain"),
        ("3²", "plain"),
    ],
)
def test_a_word_has_one_class(word: str, kind: str) -> None:
    assert class_of(word) == kind


@pytest.mark.parametrize(
    ("word", "value"), [("third", "3"), ("3rd", "3"), ("1990s", "1990"), ("May", "5"), ("12", "12")]
)
def test_a_word_has_a_value(word: str, value: str) -> None:
    assert value_of(word) == value
