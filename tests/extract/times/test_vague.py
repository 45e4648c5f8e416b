"""Times without a date."""

from __future__ import annotations

import pytest

from tests.extract.times.told import days, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It is now empty.", "now", "PRESENT_REF"),
        ("It is empty right now.", "right now", "PRESENT_REF"),
        ("It is currently empty.", "currently", "PRESENT_REF"),
        ("The current owner left.", "current", "PRESENT_REF"),
        ("It is empty these days.", "these days", "PRESENT_REF"),
        ("It was recently sold.", "recently", "PAST_REF"),
        ("In the past it was full.", "the past", "PAST_REF"),
        ("A break with the past, she said.", "the past", "PAST_REF"),
        ("It may be full in the near future.", "the near future", "FUTURE_REF"),
        ("It will be full soon.", "soon", "FUTURE_REF"),
    ],
)
def test_a_vague_time_has_no_days(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]
    assert days(text) == ["none"]


@pytest.mark.parametrize("text", ["as soon as it rained", "soon after the storm", "the past owner left"])
def test_words_of_other_phrases_are_no_vague_times(text: str) -> None:
    assert values(text) == []
