"""Among all speakers, those that may be one."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link import Profile, Suggestion, blocks, compare, suggest
from tests.link.build import a_body, a_profile

DAY: dict[str, Any] = {"day": "2031-01-01"}


def people(*names: str, **options: Any) -> list[Profile]:
    return [a_profile(name, key=str(number), **options) for number, name in enumerate(names)]


def bodies(*names: str) -> list[Profile]:
    return [a_body(name, key=str(number)) for number, name in enumerate(names)]


def pairs(found: Any) -> set[tuple[str, str]]:
    return {(one.a_key, one.b_key) for one in found}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Korvin", "Ida M. Korvin"),
        ("Bill Brandt", "William Brandt"),
        ("Andrei Kartapolov", "Andrei Kartapalov"),
        ("Bashir Omari", "Bashir al-Omari"),
        ("Xi Jinping", "Jinping Xi"),
        ("Orlov Viktor Pavlovich", "Viktor Orlov"),
        ("Kim Jongun", "Kim Jong-un"),
        ("María Prado", "María Prado García"),
        ("Marta Korvin", "Ida Marta Korvin"),
        ("Kartov", "Andrei Kartov"),
        ("Rami Abdel Rahman", "Rami Abderrahmane"),
        ("Abdul Rahman", "Rami Abdulrahman"),
        ("Rahman", "Rami Abdel Rahman"),
        ("Abu Bakr al-Omari", "Aboubakr Omari"),
        ("Saif al-Islam Qaddafi", "Seif ul Islam Gaddafi"),
        ("Seif ul Islam", "Saif al-Islam Gaddafi"),
        ("Nour al-Din Omari", "Nureddin Omari"),
    ],
)
def test_forms_of_a_persons_name_are_suggested(one: str, two: str) -> None:
    assert pairs(suggest(people(one, two))) == {("0", "1")}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("NOHR", "Norland Observatory for Human Rights"),
        ("NU", "Norland Union"),
        ("Syrian Defence Ministry", "Syria's Ministry of Defense"),
        ("Brandt", "Brandt Institution"),
    ],
)
def test_forms_of_an_organisations_name_are_suggested(one: str, two: str) -> None:
    assert pairs(suggest(bodies(one, two))) == {("0", "1")}


@pytest.mark.parametrize(
    ("one", "two"),
    [("George H.W. Bush", "George W. Bush"), ("John F. Kerry", "John K. Kerry"), ("John F. Kerry", "John Kevin Kerry")],
)
def test_persons_with_other_initials_are_not_suggested(one: str, two: str) -> None:
    assert list(suggest(people(one, two, role="president", country="US", affiliation="Green Party"))) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Syria", "Syria TV"),
        ("Syrian army", "Free Syrian Army"),
        ("Syrian Forces", "Syrian Democratic Forces"),
        ("Syrian regime", "Syrian regime says it holds the city of Sorva"),
    ],
)
def test_bodies_with_a_word_more_are_not_suggested(one: str, two: str) -> None:
    facts: dict[str, Any] = {"country": "SY", "affiliation": "Green Party", **DAY}
    assert list(suggest([a_body(one, key="0", **facts), a_body(two, key="1", **facts)])) == []


def test_a_surname_of_two_persons_is_suggested_for_neither() -> None:
    assert list(suggest(people("Korvin", "Ida Korvin", "Jan Korvin", **DAY))) == []


def test_a_surname_is_suggested_for_the_one_whose_role_agrees() -> None:
    known = [
        a_profile("Korvin", key="a", role="general", **DAY),
        a_profile("Ida Korvin", key="b", role="General", **DAY),
        a_profile("Jan Korvin", key="c", role="novelist", **DAY),
    ]
    assert pairs(suggest(known)) == {("a", "b")}


def test_forms_of_one_person_are_no_rivals_for_a_surname() -> None:
    assert ("0", "1") in pairs(suggest(people("Korvin", "Ida Korvin", "Ida M. Korvin")))


def test_an_acronym_of_two_bodies_is_suggested_for_neither() -> None:
    assert list(suggest(bodies("NOHR", "Norland Observatory for Human Rights", "North Office for Harbour Rents"))) == []


def test_bare_surnames_are_suggested_once_each() -> None:
    found = list(suggest(people(*["Korvin"] * 6, role="president", **DAY)))
    assert pairs(found) == {("0", str(number)) for number in range(1, 6)}


def test_speakers_that_are_surely_two_are_not_suggested() -> None:
    chief = a_profile("Ida Korvin", key="a", role="police chief", country="KD", **DAY)
    assert list(suggest([chief, a_profile("Ida Korvin", key="b", role="footballer", country="NL", **DAY)])) == []


def test_the_best_comes_first_with_the_smaller_key_first() -> None:
    known = [a_profile("I. Korvin", key="c"), a_profile("Ida Korvin", key="b"), a_profile("Ida M. Korvin", key="a")]
    first = next(suggest(known))
    assert first == Suggestion("a", "b", first.score, compare(known[1], known[2]).reasons)


def test_a_higher_bar_leaves_fewer() -> None:
    known = people("I. Korvin", "Ida Korvin", "Ida M. Korvin")
    assert pairs(suggest(known, at_least=0.9)) < pairs(suggest(known))


def test_a_surname_that_everybody_bears_is_not_compared() -> None:
    known = people(*(f"{first}a{second}o Korvin" for first in "BDFGKLMNPRST" for second in "bdfgklmnp"), "Korvin")
    assert len(known) > 100
    assert not [one for one in suggest(known) if "108" in (one.a_key, one.b_key)]


@pytest.mark.parametrize("kind", ["unnamed_group", "generic", "document"])
def test_speakers_without_a_name_have_no_blocks(kind: Any) -> None:
    assert blocks(a_profile("officials", kind)) == set()


NAMES = ["Ida Korvin", "I. Korvin", "Korvin", "Ida Marta Korvin", "Kurvin", "Jan Korvin", "Ida Brandt", "Brandt"]
NAMES += ["Rami Abdel Rahman", "Rami Abderrahmane", "Rahman", "Abdurrahman", "Seif ul Islam", "Saif al-Islam Korvin"]
BODIES = ["Norland Union", "NU", "Norland Union Party", "Army", "Norland Army"]
ROLES = [a_profile(name, key=f"{name} {role}", role=role, **DAY) for name in NAMES for role in (None, "mayor")]
KNOWN = [*ROLES, *(a_body(name, key=name) for name in BODIES)]


@given(st.text(max_size=30), st.sampled_from(["named_person", "named_org"]))
def test_any_text_has_blocks_and_is_like_itself(text: str, kind: Any) -> None:
    one, two = a_profile(text, kind, key="a"), a_profile(text, kind, key="b")
    assert blocks(one) == blocks(two)
    assert bool(blocks(one)) == (compare(one, two).score > 0)


@given(st.randoms(use_true_random=False), st.integers(0, len(KNOWN)))
def test_the_order_of_profiles_changes_nothing(chance: random.Random, number: int) -> None:
    known = KNOWN[:number]
    shuffled = chance.sample(known, len(known))
    assert list(suggest(shuffled)) == list(suggest(known))


def test_every_pair_that_scores_well_shares_a_block() -> None:
    good = [pair for pair in combinations(KNOWN, 2) if compare(*pair).score >= 0.6]
    assert good
    assert all(blocks(one) & blocks(two) for one, two in good)
