"""Role, affiliation and country beside a name."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.appositions import Description, affiliation_in, describe, from_roles


def described(text: str, name: str, *titles: str) -> Description:
    start = text.index(name)
    return describe(text, Span(start, start + len(name)), titles)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ivo Marek, a senior army official, left.", "senior army official"),
        ("Ivo Marek, chairman of the Sea Bird Society, left.", "chairman of the Sea Bird Society"),
        ("Ivo Marek, who left, is back.", None),
        ("Ivo Marek, the tall oak, and others.", None),
        ("Ivo Marek left, the mayor said.", None),
        ("the foreign minister, Ivo Marek, left.", "foreign minister"),
        ("the old oak, Ivo Marek, left.", None),
        ("former press secretary Ivo Marek left", "press secretary"),
        ("Blue Dunes portfolio manager Ivo Marek left", "Blue Dunes portfolio manager"),
        ("they said manager Ivo Marek left", "manager"),
        ("yesterday Ivo Marek left", None),
        ("Ivo Marek left", None),
    ],
    ids=str,
)
def test_a_role_stands_before_or_behind(text: str, role: str | None) -> None:
    assert described(text, "Ivo Marek").role == role


@pytest.mark.parametrize(
    ("text", "titles", "role"),
    [
        ("General Ivo Marek left", ["General"], "General"),
        ("Mr Ivo Marek left", ["Mr"], None),
        ("Deputy Chief of Staff Ivo Marek left", ["Staff"], "Deputy Chief of Staff"),
        ("General Ivo Marek, the mayor, left", ["General"], "General, mayor"),
    ],
    ids=str,
)
def test_titles_are_roles(text: str, titles: list[str], role: str | None) -> None:
    name = f"{titles[-1]} Ivo Marek"
    assert described(text, name, *titles).role == role


@pytest.mark.parametrize(
    ("role", "affiliation"),
    [
        ("senior Russian General Staff official", "Russian General Staff"),
        ("White House press secretary", "White House"),
        ("Federal Reserve Chair", "Federal Reserve"),
        ("chairman of the Sea Bird Society", "Sea Bird Society"),
        ("senior official", None),
        ("mayor of Oslo", None),
        ("President", None),
    ],
    ids=str,
)
def test_a_role_names_an_affiliation(role: str, affiliation: str | None) -> None:
    assert affiliation_in(role) == affiliation


def test_the_first_country_wins() -> None:
    assert from_roles(["mayor", "Norwegian envoy to France"]).country == "NO"
