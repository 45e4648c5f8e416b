"""Are two speakers one: names, roles, countries, dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link import Appearance, compare, profile_of
from tests.link.build import a_body, a_profile, an_appearance


def score(one: dict[str, Any], two: dict[str, Any]) -> float:
    return compare(a_profile(**{"name": "Ida Korvin", **one}), a_profile(**{"name": "Ida M. Korvin", **two})).score


def test_one_name_and_nothing_against_it_is_surely_one() -> None:
    found = compare(a_profile("Ida Korvin"), a_profile("Mayor Ida Korvin"))
    assert (found.score, found.same) == (1.0, True)


def test_one_name_of_two_lives_is_surely_two() -> None:
    chief = a_profile("Ida Korvin", role="police chief", country="KD", day="2031-01-01")
    found = compare(chief, a_profile("Ida Korvin", role="footballer", country="NL", day="2031-01-01"))
    assert found.same is False
    assert found.score <= 0.1
    assert "hardly one person's" in found.reasons[-1]


def test_another_form_of_the_name_is_a_suggestion() -> None:
    found = compare(a_profile("Ida Korvin"), a_profile("Ida M. Korvin"))
    assert found.same is None
    assert 0.6 < found.score < 1


@pytest.mark.parametrize(
    "fact",
    [{"role": "mayor"}, {"country": "KD"}, {"affiliation": "Green Party"}],
    ids=["role", "country", "affiliation"],
)
def test_what_agrees_adds_to_the_score(fact: dict[str, str]) -> None:
    assert score({"name": "I. Korvin", **fact}, fact) > score({"name": "I. Korvin"}, {})


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"role": "footballer", "day": "2031-01-01"}, {"role": "police chief", "day": "2031-01-01"}),
        ({"country": "KD"}, {"country": "NL"}),
        ({"day": "2001-01-01"}, {"day": "2031-01-01"}),
    ],
    ids=["role", "country", "day"],
)
def test_what_differs_takes_from_the_score(one: dict[str, str], two: dict[str, str]) -> None:
    assert score(one, two) < score({}, {})


@pytest.mark.parametrize("day", ["2021-01-01", "2031-01-01"])
def test_years_say_nothing_where_they_are_near(day: str) -> None:
    one, two = a_profile("Ida Korvin", day=day), a_profile("Ida M. Korvin", day="2031-01-01")
    assert compare(one, two) == compare(a_profile("Ida Korvin"), a_profile("Ida M. Korvin"))


def test_years_far_apart_are_named() -> None:
    found = compare(a_profile("Ida Korvin", day="2001-01-01"), a_profile("Ida M. Korvin", day="2031-01-01"))
    assert found.reasons[-1] == "More than twenty years lie between their articles."


def test_a_bare_surname_needs_a_role_too() -> None:
    bare, full = {"name": "Kartov", "day": "2031-01-01"}, {"name": "Andrei Kartov", "day": "2031-01-01"}
    assert score(bare, full) < 0.6 <= score({**bare, "role": "general"}, {**full, "role": "Gen."})


def test_no_common_name_scores_nothing() -> None:
    found = compare(a_profile("Ida Korvin"), a_profile("Jan Brandt"))
    assert (found.score, found.same, found.reasons) == (0.0, None, ("they have no name in common",))


def test_a_person_and_an_organisation_have_no_common_name() -> None:
    assert compare(a_profile("Brandt"), a_body("Brandt")).score == 0.0


def test_speakers_without_a_name_are_not_compared() -> None:
    found = compare(a_profile("officials", "unnamed_group"), a_profile("officials", "unnamed_group"))
    assert (found.score, found.same) == (0.0, None)


def test_a_shared_acronym_is_nothing_where_the_full_names_differ() -> None:
    one = profile_of([an_appearance(name, "named_org") for name in ("Norland Press", "NPA")])
    two = profile_of([an_appearance(name, "named_org") for name in ("National Port Agency", "NPA")])
    assert compare(one, two).same is None
    assert compare(one, two).score == 0.0


def test_an_interior_ministry_of_no_known_country_is_hardly_suggested() -> None:
    found = compare(a_body("Interior Ministry"), a_body("Interior Ministry", country="KD"))
    assert found.score < 0.6
    assert "not every article tells whose" in found.reasons[-1]


def test_an_interior_ministry_of_one_country_is_suggested() -> None:
    one = a_body("Interior Ministry", country="KD")
    assert compare(one, one).score > 0.9


def test_reasons_are_sentences() -> None:
    one = a_profile("Bill Brandt", role="mayor of Sorva", country="KD", affiliation="Green Party", day="2031-01-01")
    two = a_profile("William Brandt", role="mayor", country="KD", affiliation="green party", day="2031-05-01")
    assert compare(one, two).reasons == (
        "“bill” and “william” are forms of one given name.",
        "The roles agree: “mayor”; “mayor of Sorva”.",
        "Both are of KD.",
        "Both belong to “Green Party”.",
    )


NAMES = [
    "Ida Korvin",
    "I. Korvin",
    "Korvin",
    "Ida Marta Korvin",
    "Kurvin",
    "Norland Observatory",
    "NO",
    "Tom Korvin Jr",
]
APPEARANCES = st.builds(
    Appearance,
    key=st.just("a"),
    name=st.sampled_from(NAMES),
    kind=st.sampled_from(["named_person", "named_org", "generic"]),
    role=st.sampled_from([None, "mayor", "Mayor of Sorva", "footballer", "police chief"]),
    affiliation=st.sampled_from([None, "Green Party"]),
    country=st.sampled_from([None, "KD", "NL"]),
    day=st.sampled_from([None, date(1960, 1, 1), date(2001, 1, 1), date(2031, 1, 1)]),
    names=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
)
PROFILES = st.lists(APPEARANCES, min_size=1, max_size=3).map(profile_of)


@given(PROFILES, PROFILES)
def test_a_comparison_is_the_same_both_ways(one: Any, two: Any) -> None:
    assert compare(one, two) == compare(two, one)


@given(PROFILES, PROFILES)
def test_a_score_is_between_nothing_and_one(one: Any, two: Any) -> None:
    found = compare(one, two)
    assert 0.0 <= found.score <= 1.0
    assert found.reasons
    assert (found.same is True) == (found.score == 1.0)
