"""Persons' names: what is left of them, and how two of them fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.link.names import match_names
from attribune.link.person_match import match_persons
from attribune.link.person_name import PersonName, person_name


def read(text: str) -> PersonName:
    name = person_name(text)
    assert name is not None
    return name


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Colonel General Andrei Kartov", "andrei kartov"),
        ("Kaldrian Prime Minister Ida Korvin", "ida korvin"),
        ("Sir John Major", "john major"),
        ("Stephen King", "stephen king"),
        ("Bashir El-Omari", "bashir al omari"),
        ("J.K. Brandt", "j k brandt"),
        ("JD Brandt", "j d brandt"),
        ("JO BRANDT", "jo brandt"),
        ("Ban Ki-moon", "ban ki moon"),
        ("Ida Korvin’s", "ida korvin"),
        ("Ida Korvin (D-Va", "ida korvin"),
        ("Joa “El Gato” Prado", "joa prado"),
        ("Ida Korvin, PhD", "ida korvin"),
        ("Ida Korvin MP", "ida korvin"),
        ("pierre de vos", "pierre de vos"),
        ("president", "president"),
    ],
)
def test_titles_suffixes_and_asides_are_left_out(text: str, spelled: str) -> None:
    assert " ".join(read(text).spelled) == spelled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Alexander Van der Brook", "alexander brook"),
        ("van der Brook", "brook"),
        ("Van der Brook", "brook"),
        ("Van Morris", "van morris"),
        ("Al Morris", "al morris"),
        ("Bashir Al Omari", "bashir omari"),
        ("al-Omari", "omari"),
        ("Robert E. Brook", "robert e brook"),
        ("Juan Prado y Vega", "juan prado vega"),
    ],
)
def test_particles_are_told_from_given_names(text: str, words: str) -> None:
    assert " ".join(read(text).words) == words


@pytest.mark.parametrize(
    ("text", "generation"),
    [("Tom Brandt Jr.", "jr"), ("Tom Brandt, Snr", "sr"), ("Tom Brandt III", "iii"), ("Tom Brandt", None)],
)
def test_a_suffix_tells_the_generation(text: str, generation: str | None) -> None:
    assert read(text).generation == generation


@pytest.mark.parametrize("text", ["", " ... ", "for Kaldria", "Ida " * 8, "x" * 200, "“Nobody”"])
def test_what_is_no_name_is_none(text: str) -> None:
    assert person_name(text) is None


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Ida Korvin", "IDA KORVIN", "names are the same"),
        ("Bashir Omari", "Bashir al-Omari", "particles only"),
        ("Alexander Brook", "Alexander van der Brook", "particles only"),
        ("Bill Brandt", "William Brandt", "forms of one given name"),
        ("I. Korvin", "Ida Korvin", "initial"),
        ("Ida M. Korvin", "Ida Korvin", "middle name or initial that the other has not"),
        ("Ida M. Korvin", "Ida Marta Korvin", "one shortened"),
        ("Marta Korvin", "Ida Marta Korvin", "middle name of the other"),
        ("María Prado", "María Prado García", "part of the other's"),
        ("Andrei Kartapolov", "Andrei Kartapalov", "surnames may be one in two transliterations"),
        ("Sergej Orlov", "Serguej Orlov", "given names may be one in two transliterations"),
        ("Jinping Xi", "Xi Jinping", "another order"),
        ("Orlov Viktor Pavlovich", "Viktor Orlov", "another order"),
        ("Kim Jongun", "Kim Jong-un", "spaces only"),
    ],
)
def test_forms_of_one_name_fit_and_say_how(one: str, two: str, reason: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert reason in match.reason
    assert match.score > 0.6
    assert not match.bare


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("Korvin", "Ida Korvin", "surname only"),
        ("Xi", "Xi Jinping", "surname only"),
        ("Kartapalov", "Andrei Kartapolov", "another transliteration"),
        ("Ida", "Ida Korvin", "given name only"),
        ("Korvin", "Korvin", "single names are the same"),
        ("Kartapalov", "Kartapolov", "two transliterations"),
    ],
)
def test_a_single_name_fits_weakly(one: str, two: str, reason: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert match.bare
    assert reason in match.reason
    assert match.score <= 0.5


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Korvin", "Jan Korvin"),
        ("Ida Korvin", "Ida Brandt"),
        ("Dmitry Orlev", "Dmitry Orleva"),
        ("Marta", "Ida Korvin"),
        ("Marta", "Korvin"),
        ("...", "Ida Korvin"),
    ],
)
def test_other_names_do_not_fit(one: str, two: str) -> None:
    assert match_names(one, two, "named_person") is None


def test_other_middle_names_speak_against_one_person() -> None:
    match = match_names("Ida Marta Korvin", "Ida Paula Korvin", "named_person")
    assert match is not None
    assert match.score < 0.6


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("George H.W. Bush", "George W. Bush"),
        ("George Herbert Walker Bush", "George W. Bush"),
        ("John F. Kerry", "John K. Kerry"),
        ("John F. Kerry", "John Kenneth Kerry"),
        ("J. F. Kerry", "John K. Kerry"),
    ],
)
def test_initials_that_contradict_are_below_any_suggestion(one: str, two: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert match.score < 0.3
    assert "initials between the names differ" in match.reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("George H.W. Bush", "George H. Bush"),
        ("George H.W. Bush", "George Herbert Walker Bush"),
        ("Juan Prado Vega", "Juan Carlos Prado Vega"),
    ],
    ids=["a prefix", "spelled out", "a word left out"],
)
def test_middle_names_that_do_not_contradict_are_suggested(one: str, two: str) -> None:
    match = match_names(one, two, "named_person")
    assert match is not None
    assert match.score > 0.6


def test_two_transliterations_in_one_name_count_once() -> None:
    both = match_names("Muammar Qaddafi", "Moammar Gadhafi", "named_person")
    one = match_names("Moammar Qaddafi", "Muammar Qaddafi", "named_person")
    assert both is not None
    assert one is not None
    assert both.score == one.score


WORDS = st.lists(
    st.sampled_from(["ida", "i", "marta", "korvin", "kurvin", "bill", "william", "xi", "kim", "al"]),
    min_size=1,
    max_size=4,
)


@given(WORDS, WORDS)
def test_a_match_is_the_same_both_ways(one: list[str], two: list[str]) -> None:
    ours, theirs = (PersonName(tuple(words), tuple(words)) for words in (one, two))
    assert match_persons(ours, theirs) == match_persons(theirs, ours)


@given(st.text(max_size=40))
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = person_name(text)
    assert name is None or name.words
