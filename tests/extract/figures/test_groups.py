"""Where the counted noun ends."""

from __future__ import annotations

import pytest

from tests.extract.figures.found import only, words


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        pytest.param("20 people were killed.", "20 people", id="auxiliary"),
        pytest.param("600 mercenaries have abandoned the hill.", "600 mercenaries", id="perfect"),
        pytest.param("15 boats reached the harbour.", "15 boats", id="verb"),
        pytest.param("Police held 12 suspected militants on Monday.", "12 suspected militants", id="participle"),
        pytest.param("Police held 12 heavily armed men.", "12 heavily armed men", id="adverb"),
        pytest.param("They hit two weapons caches.", "two weapons caches", id="plural before the noun"),
        pytest.param(
            "They hit three weapons storage facilities.", "three weapons storage facilities", id="two words on"
        ),
        pytest.param("Two F-16 jets took off.", "Two F-16 jets", id="name with digits"),
        pytest.param("Two U.S. soldiers left.", "Two U.S. soldiers", id="abbreviation"),
        pytest.param("12 Harbour Watch police officers came.", "12 Harbour Watch police officers", id="names"),
        pytest.param("70 regime and rebel fighters met.", "70 regime and rebel fighters", id="and before the noun"),
        pytest.param("80 (harbour group) fighters met.", "80 (harbour group) fighters", id="brackets"),
        pytest.param("300 members of the group met.", "300 members", id="of"),
        pytest.param("12 women, all nurses, came.", "12 women", id="comma"),
        pytest.param("Two IS fighters came.", "Two IS fighters", id="acronym"),
        pytest.param("The 12 boys came.", "12 boys", id="article"),
        pytest.param("Only 12 boys came.", "12 boys", id="only"),
        pytest.param("One police officer died.", "One police officer", id="one person"),
        pytest.param("One strike destroyed a bridge.", "One strike", id="one and a verb"),
        pytest.param("One armed man came.", "One armed man", id="one and a participle"),
        pytest.param("A 48-truck convoy came.", "48-truck", id="hyphen"),
        pytest.param("A five-member council came.", "five-member", id="hyphen and word"),
        pytest.param("Dozens of angry voters came.", "Dozens of angry voters", id="vague"),
        pytest.param("Two fishing boat were lost.", "Two fishing boat", id="misspelt"),
    ],
)
def test_a_figure_ends_at_the_noun(text: str, figure: str) -> None:
    assert words(text) == [figure]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Police held 12 suspected militants.", "suspected militants"),
        ("Police held 12 other men.", "men"),
        ("Police held dozens of men.", "men"),
        ("Police held a couple of men.", "men"),
        ('Police held 12 "rebels".', "rebels"),
        ("A 48-truck convoy came.", "truck"),
        ("Police held 12.", None),
        ("Police held 12 others.", None),
        ("Four of her children were killed.", None),
    ],
)
def test_what_is_counted_stands_as_it_is(text: str, of: str | None) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The blast killed 30.", "30"),
        ("The blast left 12 dead.", "12"),
        ("30 killed in Selwyn", "30"),
        ("The toll rose to 45.", "45"),
        ("Police named 30 of them.", "30"),
        ("Seven were injured.", "Seven"),
        ("Fire kills 12 wounds a guard", "12"),
        ("Fire killed 12 activists said", "12"),
        ("Norland has room for 2.5 million.", "2.5 million"),
        ("The number of closed schools rose to 18.", "18"),
    ],
)
def test_a_number_without_a_noun_stands_alone(text: str, figure: str) -> None:
    assert words(text) == [figure]


def test_a_number_may_leave_out_what_the_one_before_counts() -> None:
    assert words("They lost 12 boats in the north and five in the south.") == ["12 boats", "five"]
