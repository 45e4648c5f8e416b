"""Nouns that speak."""

from __future__ import annotations

import pytest

from attribune.extract.nouns import class_of_any, narrower, singular


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("officials", "official"),
        ("spokesmen", "spokesman"),
        ("deputies", "deputy"),
        ("women", "woman"),
        ("witnesses", "witness"),
        ("churches", "church"),
        ("press", "press"),
        ("men", "man"),
    ],
    ids=str,
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("minister", ("individual", False)),
        ("ministers", ("individual", True)),
        ("ministry", ("collective", False)),
        ("residents", ("group", True)),
        ("letter", ("document", False)),
        ("survey", ("poll", False)),
        ("committeewoman", ("individual", False)),
        ("stone", (None, False)),
    ],
    ids=str,
)
def test_a_noun_has_class_and_number(noun: str, expected: tuple[str | None, bool]) -> None:
    assert class_of_any(noun) == expected


def test_an_official_may_be_a_general() -> None:
    assert {"official", "general"} <= narrower("official")
    assert narrower("stone") == {"stone"}
