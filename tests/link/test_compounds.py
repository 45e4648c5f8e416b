"""Names of several words that are one: "Abd al-Rahman", "Nour al-Din", "Abu Bakr"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link import compare, identity_key
from attribune.link.compounds import compound, is_compound, together, without_servant
from attribune.link.names import match_names
from attribune.link.person_name import person_name
from tests.link.build import a_profile

RAHMAN = (
    "Abdel Rahman",
    "Abdul Rahman",
    "Abd al-Rahman",
    "Abd ar Rahman",
    "Abdelrahman",
    "Abdurrahman",
    "Abdur-Rahman",
)
FAMILIES = [
    RAHMAN,
    ("Abdullah", "Abdallah", "Abd Allah", "Abdulla"),
    ("Abdel Latif", "Abdellatif", "Abd al-Latif"),
    ("Abdel Aziz", "Abdulaziz", "Abdoul Aziz", "Abdiaziz"),
    ("Abu Bakr", "Abubakr", "Aboubakr", "Abou-Bakr"),
    ("Abul Hasan", "Abu al-Hasan", "Aboulhasan"),
    ("Saif al-Islam", "Saif ul Islam", "Saifalislam", "Saif-ul-Islam"),
    ("Nour al-Din", "Nour el-Dine", "Noureddine", "Nour Eddine"),
    ("Ala al-Din", "Aladdin", "Alaeddine"),
    ("Nasr Allah", "Nasrallah", "Nasr-Allah"),
]


@pytest.mark.parametrize("forms", FAMILIES, ids=[forms[0] for forms in FAMILIES])
def test_spaces_hyphens_and_articles_of_a_compound_change_no_key(forms: tuple[str, ...]) -> None:
    assert len({identity_key(f"{form} Korvin", "named_person") for form in forms}) == 1
    assert len({identity_key(f"Rami {form}", "named_person") for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Rami Abdel Rahman", "Rami Abdurrahman", "spaces, hyphens and articles only"),
        ("Rami Abdel Rahman", "Rami Abderrahmane", "surnames may be one in two transliterations"),
        ("Rami Abdel Rahman", "Rami Rahman", "lacks the other's “Abdul”"),
        ("Saif al-Islam Qaddafi", "Seif ul Islam Gaddafi", "two transliterations"),
        ("Nour al-Din Omari", "Nureddin Omari", "given names may be one in two transliterations"),
        ("Abu Bakr al-Omari", "Abubakar Omari", "given names may be one in two transliterations"),
        ("Saiful Islam Omari", "Saif al-Islam Omari", "spaces only"),
    ],
)
def test_other_spellings_of_a_compound_fit_and_say_how(one: str, two: str, reason: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert reason in match.reason
    assert match.score > 0.6


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Rami Abdel Rahman", "Rami Abdullah"),
        ("Rami Abdel Rahman", "Rami Abdel Karim"),
        ("Abu Bakr Omari", "Abu Hamza Omari"),
        ("Nour al-Din Omari", "Salah al-Din Omari"),
    ],
)
def test_other_compounds_are_other_names(one: str, two: str) -> None:
    assert match_names(one, two, "named_person") is None


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Abdelrahman", "Rami Abdel Rahman", "surname only"),
        ("Abderrahmane", "Rami Abdel Rahman", "surname only, in another transliteration"),
        ("Rahman", "Rami Abdel Rahman", "surname only"),
        ("Saif al-Islam", "Saif al-Islam Korvin", "given name only"),
        ("Seif ul Islam", "Saif al-Islam Korvin", "given name only, in another transliteration"),
        ("Nureddin", "Noureddine", "single names may be one in two transliterations"),
    ],
)
def test_a_compound_alone_is_a_single_name_that_tells_as_much_as_a_surname(one: str, two: str, reason: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert (match.bare, match.score) == (True, 0.5)
    assert reason in match.reason


@pytest.mark.parametrize("name", [*RAHMAN, "Abu Hamza", "Salah al-Din", "Jamal Uddin"])
def test_a_compound_alone_has_no_key_since_many_bear_it(name: str) -> None:
    assert identity_key(name, "named_person") is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Abdul El-Sayed", "abdul sayed"),
        ("Abdul Khan", "abdul khan"),
        ("Abdi Hassan", "abdi hassan"),
        ("Abdou Diallo", "abdou diallo"),
        ("Paula Abdul", "paula abdul"),
        ("Abdullahi Yusuf", "abdullahi yusuf"),
        ("Salma Uddin", "salma uddin"),
        ("Rahmat Ullah", "rahmat ullah"),
        ("Geraldine Korvin", "geraldine korvin"),
        ("Mikhail Borodin", "mikhail borodin"),
        ("Irakli Abuladze", "irakli abuladze"),
    ],
)
def test_what_only_looks_like_a_compound_stays_apart(name: str, words: str) -> None:
    found = person_name(name)
    assert found is not None
    assert " ".join(found.words) == words


def test_a_compound_may_stand_in_a_compound() -> None:
    assert compound(["abu", "abd", "al", "rahman", "al", "omari"], first=True) == ("abuabdulrahman", 4)


def test_a_compound_tells_more_than_another_given_name() -> None:
    assert is_compound("abdulrahman")
    assert not any(map(is_compound, ("abdullah", "abu", "abdul", "hassan")))


def test_only_a_servants_name_goes_without_its_first_word() -> None:
    assert without_servant("abdulrahman") == "rahman"
    assert without_servant("abdullah") is without_servant("abubakr") is None


def test_a_key_in_common_is_told_from_the_same_spelling() -> None:
    found = compare(a_profile("Rami Abdel Rahman"), a_profile("Rami Abdulrahman"))
    assert found.same is True
    assert found.reasons == ("The names differ in spaces, hyphens and articles only.",)


@given(st.text("abdelurhmnis", max_size=14))
def test_a_compound_written_once_stays_as_it_is(word: str) -> None:
    assert together(together(word)) == together(word)
