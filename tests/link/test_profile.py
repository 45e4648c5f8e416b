"""What all articles say about one speaker."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import UsageError
from attribune.link import profile_of
from attribune.link.held_role import HeldRole
from tests.link.build import an_appearance

SEEN = [
    an_appearance("Korvin", key="c", role="mayor", day="2031-05-01", outlet="Post", country="KD"),
    an_appearance("Korvin", key="d", role="minister", outlet="Herald"),
    an_appearance("Ida Korvin", key="b", role="mayor", day="2030-01-01", outlet="Post", affiliation="Green Party"),
    an_appearance(
        "Ida Marta Korvin", key="a", names=("she", "the mayor", "Korvin", "Mayor Ida M. Korvin", "Jan Korvin")
    ),
    an_appearance("Ida Korvin", key="e", day="2030-02-01"),
]


def test_the_name_is_the_fullest_most_frequent() -> None:
    assert profile_of(SEEN).name == "Ida Korvin"


def test_a_speaker_without_a_full_name_has_the_most_frequent() -> None:
    assert profile_of(SEEN[:2]).name == "Korvin"


def test_wordings_of_mentions_are_names_only_where_they_fit_the_name() -> None:
    assert profile_of(SEEN).names == ("Ida Korvin", "Korvin", "Ida Marta Korvin", "Mayor Ida M. Korvin")


def test_an_organisation_has_its_acronym_among_its_names() -> None:
    wordings = ("the group", "NOHR", "the ministry", "NOHR's Ida Korvin")
    one = an_appearance("Norland Observatory for Human Rights", "named_org", names=wordings)
    assert profile_of([one]).names == ("Norland Observatory for Human Rights", "NOHR")


def test_a_speaker_without_a_name_has_its_description_only() -> None:
    assert profile_of([an_appearance("an aide", "unnamed_individual", names=("an aide", "he"))]).names == ("an aide",)


def test_roles_have_the_days_on_which_they_were_given() -> None:
    mayor = HeldRole("mayor", date(2030, 1, 1), date(2031, 5, 1))
    assert profile_of(SEEN).roles == (mayor, HeldRole("minister"))


def test_the_rest_is_gathered() -> None:
    profile = profile_of(SEEN)
    assert (profile.key, profile.articles, profile.outlets) == ("a", 5, ("Post", "Herald"))
    assert (profile.first, profile.last) == (date(2030, 1, 1), date(2031, 5, 1))
    assert (profile.countries, profile.affiliations) == (("KD",), ("Green Party",))


def test_the_key_may_be_given() -> None:
    assert profile_of(SEEN, key="mine").key == "mine"


def test_a_profile_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="without any appearance"):
        profile_of([])


@given(st.permutations(SEEN))
def test_the_order_of_appearances_changes_nothing(found: list) -> None:  # type: ignore[type-arg]
    assert profile_of(found) == profile_of(SEEN)
