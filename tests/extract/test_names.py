"""Names: persons, organisations, countries, and the parts of a person's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribune.article import Span
from attribune.extract.capitals import Name, names_in
from attribune.extract.names import gender_of_given, gender_of_titles, kind_of, person_name


def name(text: str) -> Name:
    (found,) = names_in(text, Span(0, len(text)))
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marta Novak", "person"),
        ("Colonel General Ivo Marek", "person"),
        ("Zdravko Plesko", "person"),
        ("J.K. Stone", "person"),
        ("Mr Street", "person"),
        ("Republican Party", "organisation"),
        ("Harbour Observatory for Sea Birds", "organisation"),
        ("Reuters", "organisation"),
        ("HOSB", "organisation"),
        ("Norway", "country"),
        ("the Kremlin", "country"),
        ("Paris", "country"),
        ("U.S.", "country"),
        ("Norwegians", "people"),
        ("Plesko", "unsure"),
        ("Marta", "unsure"),
        ("the Green Line", "organisation"),
        ("the Blue Dunes", "unsure"),
        ("Norwegian Blue", "unsure"),
        ("Want To Talk", "unsure"),
        ("Blue HOSB", "unsure"),
    ],
    ids=str,
)
def test_a_name_has_its_kind(text: str, kind: str) -> None:
    assert kind_of(name(text)) == kind


@pytest.mark.parametrize(
    ("text", "titles", "words"),
    [
        ("Colonel General Ivo Marek", "Colonel General", "Ivo Marek"),
        ("US Senator Tom Reed", "US Senator", "Tom Reed"),
        ("Texas Sen. Ted Lark", "Texas Sen.", "Ted Lark"),
        ("Larry King", "", "Larry King"),
        ("Martin Luther King Jr", "", "Martin Luther King Jr"),
        ("Daniel Bern FRS", "", "Daniel Bern"),
        ("Norwegian Lars Holt", "Norwegian", "Lars Holt"),
        ("Using Ted Lark", "Using", "Ted Lark"),
        ("Asked Plesko", "Asked", "Plesko"),
    ],
    ids=str,
)
def test_titles_are_told_from_the_name(text: str, titles: str, words: str) -> None:
    read = person_name(Name(Span(0, len(text)), tuple(text.split()), opens=True))
    assert read is not None
    assert (" ".join(read.titles), read.text) == (titles, words)


@pytest.mark.parametrize("text", ["Attorney General", "Jr"], ids=str)
def test_titles_alone_are_nobody(text: str) -> None:
    assert person_name(Name(Span(0, len(text)), tuple(text.split()))) is None


@pytest.mark.parametrize(
    ("titles", "gender"), [(("Mr.",), "male"), (("Former", "Congresswoman"), "female"), (("Dr",), None)], ids=str
)
def test_titles_tell_the_gender(titles: tuple[str, ...], gender: str | None) -> None:
    assert gender_of_titles(titles) == gender


@pytest.mark.parametrize(("word", "gender"), [("Ivan", "male"), ("MARTA", "female"), ("Plesko", None)], ids=str)
def test_given_names_tell_the_gender(word: str, gender: str | None) -> None:
    assert gender_of_given(word) == gender


@pytest.mark.parametrize(
    ("text", "told", "kind"),
    [
        ("Want To Talk", "Person", "person"),
        ("Plesko", "Person", "unsure"),
        ("Republican Party", "Person", "organisation"),
        ("Marta Novak", "Person", "person"),
        ("the Blue Dunes", "Organization", "organisation"),
        ("Plesko", "Facility", "organisation"),
        ("Plesko", "Location", "organisation"),
        ("Plesko", "Product", "organisation"),
        ("Zdravko Plesko", "Organization", "organisation"),
        ("Marta Novak", "Organization", "person"),
        ("Mr Street", "Organization", "person"),
        ("Norway", "Organization", "country"),
        ("Norwegians", "Organization", "people"),
        ("the Blue Dunes", "NORP", "people"),
        ("Marta Novak", "NORP", "person"),
        ("HOSB", "NORP", "organisation"),
        ("Plesko", "Money", "unsure"),
        ("Zdravko Plesko", "Misc", "person"),
    ],
    ids=str,
)
def test_the_reader_tells_what_the_words_leave_open(text: str, told: str, kind: str) -> None:
    assert kind_of(replace(name(text), told=told)) == kind


def test_the_reader_tells_parties_in_the_plural_from_their_members() -> None:
    assert kind_of(replace(name("Green Party Democrats"), told="NORP")) == "people"
