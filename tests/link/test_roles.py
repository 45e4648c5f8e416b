"""Roles against each other."""

from __future__ import annotations

from datetime import date

import pytest

from attribune.link.held_role import HeldRole
from attribune.link.roles import agreement


def held(role: str, year: int | None = 2031) -> tuple[HeldRole, ...]:
    day = date(year, 1, 1) if year else None
    return (HeldRole(role, day, day),)


@pytest.mark.parametrize(
    ("one", "two", "agreed"),
    [
        ("Gov.", "governor of Sorva", "same"),
        ("mayor of Sorva", "Sorva's mayor", "same"),
        ("mayor of Sorva", "mayor of Kethia", "near"),
        ("senator", "governor", "near"),
        ("head of the river survey", "river survey geologist", "near"),
        ("police chief", "footballer", "apart"),
        ("footballer and mayor", "police chief", None),
        ("beekeeper", "police chief", None),
        ("novelist", "footballer", None),
    ],
)
def test_roles_agree_by_nouns_and_fields(one: str, two: str, agreed: str | None) -> None:
    found = agreement(held(one), held(two))
    assert (found.agreement if found else None) == agreed


def test_roles_of_other_years_exclude_nothing() -> None:
    assert agreement(held("footballer", 2001), held("police chief", 2031)) is None


def test_roles_without_days_exclude_nothing() -> None:
    assert agreement(held("footballer", None), held("police chief")) is None


def test_one_pair_of_roles_that_agrees_is_enough() -> None:
    found = agreement((*held("footballer"), *held("sheriff")), held("Sheriff"))
    assert found is not None
    assert found.roles == ("Sheriff", "sheriff")


def test_no_role_says_nothing() -> None:
    assert agreement((), held("mayor")) is None
