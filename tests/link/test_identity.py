"""Under which name an appearance belongs to a known speaker at once, and what forbids it."""

from __future__ import annotations

from typing import Any

import pytest

from attribune.link import conflicts, identity_key
from attribune.statement import SpeakerKind
from tests.link.build import a_body, a_profile, an_appearance


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mayor Ida Korvin", "IDA KORVIN"),
        ("Orbán Varga", "Orban Varga"),
        ("Tom Brandt Jr.", "Tom Brandt"),
        ("Bashir al-Omari", "Bashir El-Omari"),
        ("J. K. Brandt", "J.K. Brandt"),
        ("Ban Ki-moon", "Ban Ki Moon"),
    ],
)
def test_spellings_of_a_person_have_one_key(one: str, two: str) -> None:
    assert identity_key(one, "named_person") == identity_key(two, "named_person") is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [("The U.N.", "UN"), ("Acme", "Acme Corp."), ("the Norland Observatory", "Norland Observatory")],
)
def test_spellings_of_an_organisation_have_one_key(one: str, two: str) -> None:
    assert identity_key(one, "named_org") == identity_key(two, "named_org") is not None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Korvin", "named_person"),
        ("Mayor Korvin", "named_person"),
        ("I. Korvin", "named_person"),
        ("for Kaldria", "named_person"),
        ("Interior Ministry", "named_org"),
        ("The", "named_org"),
        ("a senior official", "unnamed_individual"),
        ("critics", "generic"),
    ],
)
def test_what_may_mean_several_has_no_key(name: str, kind: SpeakerKind) -> None:
    assert identity_key(name, kind) is None


def test_a_person_and_an_organisation_never_share_a_key() -> None:
    assert identity_key("Ida Korvin", "named_person") != identity_key("Ida Korvin", "named_org")


def test_initials_and_middle_names_count() -> None:
    assert identity_key("Ida M. Korvin", "named_person") != identity_key("Ida Korvin", "named_person")


CHIEF = a_profile("Ida Korvin", role="police chief of Sorva", country="KD", day="2031-01-01")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"role": "footballer", "country": "NL", "day": "2031-06-01"}, True),
        ({"role": "footballer", "country": "KD", "day": "2031-06-01"}, False),
        ({"role": "footballer", "day": "2031-06-01"}, False),
        ({"role": "footballer", "country": "NL", "day": "2001-06-01"}, False),
        ({"role": "footballer", "country": "NL"}, False),
        ({"role": "novelist", "country": "NL", "day": "2031-06-01"}, False),
        ({"country": "NL", "day": "2031-06-01"}, False),
        ({"day": "1961-06-01"}, True),
    ],
    ids=["both", "one country", "no country", "long ago", "no day", "may be both", "no role", "a lifetime apart"],
)
def test_a_conflict_needs_country_and_role_or_a_lifetime(options: dict[str, Any], told: bool) -> None:
    assert (conflicts(CHIEF, an_appearance("Ida Korvin", **options)) is not None) is told


def test_a_conflict_names_both_roles_and_countries() -> None:
    reason = conflicts(CHIEF, an_appearance("Ida Korvin", role="footballer", country="NL", day="2031-06-01"))
    assert reason is not None
    assert all(word in reason for word in ("police chief of Sorva", "footballer", "KD", "NL"))


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("Tom Brandt Jr.", "Tom Brandt Sr.", True),
        ("Tom Brandt Jr.", "Tom Brandt III", True),
        ("Tom Brandt Jr.", "Tom Brandt II", False),
        ("Tom Brandt Jr.", "Tom Brandt", False),
        ("Tom Brandt Jr.", "Tom Brandt, Jr", False),
    ],
)
def test_father_and_son_are_two(one: str, two: str, told: bool) -> None:
    assert (conflicts(a_profile(one), an_appearance(two)) is not None) is told


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("George H.W. Bush", "George W. Bush", True),
        ("John F. Kerry", "John K. Kerry", True),
        ("G.W. Bush", "George H.W. Bush", True),
        ("George H. Bush", "George H.W. Bush", False),
        ("George Bush", "George H.W. Bush", False),
        ("John F. Kerry", "John Forbes Kerry", False),
        ("Boris E. Yeltsin", "Boris Y. Yeltsin", False),
        ("Tom A. Brandt", "Brandt", False),
    ],
)
def test_other_middle_initials_are_two_persons(one: str, two: str, told: bool) -> None:
    assert (conflicts(a_profile(one), an_appearance(two)) is not None) is told


def test_initials_of_any_name_count_against_one_person() -> None:
    elder = a_profile("George Bush", names=("George H.W. Bush",))
    younger = an_appearance("George Bush", names=("George W. Bush",))
    assert conflicts(elder, younger) == "H.W. and W. are hardly one person's middle initials"


def test_every_country_has_its_own_interior_ministry() -> None:
    reason = conflicts(
        a_body("Interior Ministry", country="KD"), an_appearance("Interior Ministry", "named_org", country="NL")
    )
    assert reason == "every state has such a body, and these are of KD and NL"


def test_an_organisation_in_two_countries_is_one() -> None:
    assert conflicts(a_body("Brandt", country="KD"), an_appearance("Brandt", "named_org", country="NL")) is None


@pytest.mark.parametrize(
    ("kind", "called"), [("named_org", "an organisation"), ("generic", "a speaker of the kind “generic”")]
)
def test_two_kinds_are_two_speakers(kind: SpeakerKind, called: str) -> None:
    reason = conflicts(a_profile("Ida Korvin"), an_appearance("Ida Korvin", kind))
    assert reason is not None
    assert called in reason
