"""Words that are a time in one place and none in another."""

from __future__ import annotations

import pytest

from tests.extract.times.told import values


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the harbour.",
        "Theresa Dunmore May spoke at noonday.",
        "May he rest in peace.",
        "The Women's March on the capital was peaceful.",
        "April Dunmore runs the port.",
        "The Sun printed the letter.",
        "A second man came to sit by the fall.",
        "They drank spring water.",
        "They sang in Summer Dreams and other plays of his.",
        "The fall of the old town came as a shock.",
        "The Harbour Spring began with a song.",
        "The October Uprising is taught at school.",
        "Costs $2014 or 2,014 pounds.",
        "He flew in a Corsair 1990 to the island.",
        "The total rose to 1200 and more.",
        "He is in his sixties, she in her early 70s.",
        "It was in the 90s outside.",
        "She earns $5 a day.",
        "A 15-year-old boy is four years old.",
        "She was player of the year.",
        "Three-quarters of them left.",
        "Open 24 hours a day.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They marched in May.", "May"),
        ("They marched in March and left.", "March"),
        ("The March meeting was short.", "March"),
        ("In April Dunmore left.", "April"),
        ("April was dry.", "April"),
        ("They left in the fall.", "the fall"),
        ("Over the summer they left.", "the summer"),
        ("They left in spring.", "spring"),
        ("The 1990 results were bad.", "1990"),
        ("It burned down in 1066.", "1066"),
        ("It will melt by 2100.", "2100"),
        ("It closed in '98.", "'98"),
        ("It closed in nineteen ninety-eight.", "nineteen ninety-eight"),
        ("It closed in the '90s.", "the '90s"),
        ("It closed in the early 90s.", "the early 90s"),
        ("It closed in the nineties.", "the nineties"),
        ("It lasted for a day.", "a day"),
        ("It lasted for years.", "years"),
        ("It opened later in the month.", "later in the month"),
    ],
)
def test_what_can_be_a_time_is_one_where_the_words_around_say_so(text: str, words: str) -> None:
    assert [found for found, _ in values(text)] == [words]
