"""Runs of capitalised words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article
from attribune.extract.capitals import article_names


def texts(text: str) -> list[str]:
    return [name.text for name in article_names(Article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he met Ludwig van der Meer there", ["Ludwig van der Meer"]),
        ("he met Hassan al-Karim there", ["Hassan al-Karim"]),
        ("he met J. R. Stone there", ["J. R. Stone"]),
        ("he met Sen. Ada Brook there", ["Sen. Ada Brook"]),
        ("he met Jean-Luc O’Hara there", ["Jean-Luc O’Hara"]),
        ("at the Observatory for the Sea of Ice today", ["Observatory for the Sea of Ice"]),
        ("the lord of Rings and Ada", ["Rings", "Ada"]),
        ("yesterday they walked with Ada Brook, Ben Cole and Šime Žagar", ["Ada Brook", "Ben Cole", "Šime Žagar"]),
        ("he told us that US jets flew", ["US"]),
        ("Bridges fell. The bridges were old", []),
        ("However, Ada left", ["Ada"]),
        ("a Name of", ["Name"]),
        ("St. Anna and Ada. Ben", ["St. Anna", "Ada", "Ben"]),
    ],
    ids=str,
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("text", ["Marta's dog", "Marta’s dog", "the Stones' dog"], ids=str)
def test_a_possessive_is_marked_and_left_out(text: str) -> None:
    (name,) = article_names(Article(text))
    assert name.possessive
    assert not name.text.endswith(("'", "’s"))
    assert name.span.of(text) == name.text


def test_a_name_knows_the_article_before_it() -> None:
    assert [name.after_the for name in article_names(Article("the Ministry and Brook"))] == [True, False]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Council Votes To Close Harbour Bridge Early", True),
        ("Council Votes To Close Old Harbour Bridge In Early March.", True),
        ("Council votes to close Harbour Bridge", False),
        ("Ada Brook", False),
        ("The council voted in March to close the bridge in Harbour Street. " * 5, False),
    ],
    ids=["title case", "title case with full stop", "sentence case", "short", "long"],
)
def test_headlines_in_title_case_tell_no_names(text: str, headline: bool) -> None:
    assert (not texts(text)) == headline


@given(st.text(alphabet=st.sampled_from("AaBé .,'’-“\n🙂ّ"), max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = [name.span for name in article_names(Article(text))]
    assert found == sorted(found)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
