"""The people of an article."""

from __future__ import annotations

import pytest

from attribune.article import Article, Span
from attribune.extract.capitals import Name, article_names, names_in
from attribune.extract.people import People, find_people


def people(text: str, source: str | None = None) -> People:
    start = text.index(source) if source else 0
    sources = names_in(text, Span(start, start + len(source))) if source else []
    return find_people(article_names(Article(text)), sources)


def called(found: People, words: str) -> list[str]:
    name = Name(Span(0, 0), tuple(words.split()))
    return [person.name for person in found.called(name)]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("as they walked there today, Marta Novak came", "Novak", ["Marta Novak"]),
        ("as they walked there today, Marta Novak came", "Marta", ["Marta Novak"]),
        ("as they walked there today, Marta J. Novak and Marta Novak came", "Novak", ["Marta J. Novak"]),
        ("as they walked there today, Hassan al-Karim came", "Karim", ["Hassan al-Karim"]),
        (
            "as they walked there today, Debbie Weber Stone and Weber Stone came",
            "Weber Stone",
            ["Debbie Weber Stone"],
        ),
        (
            "as they walked there today, Ivan Petrov and Oleg Petrov came",
            "Petrov",
            ["Ivan Petrov", "Oleg Petrov"],
        ),
        ("as they walked there today, Ivan Petrov and Olga Petrov came", "Mrs Petrov", ["Olga Petrov"]),
        (
            "as they walked there today, General Ivan Petrov and Oleg Petrov came",
            "General Petrov",
            ["Ivan Petrov"],
        ),
        ("as they walked there today, Mayor Plesko came", "Plesko", ["Plesko"]),
        ("as they walked there today, Ada Brook and Mayor Brook came", "Brook", ["Ada Brook"]),
        (
            "as they walked there today, Ivan Petrov and Oleg Petrov and Mayor Petrov came",
            "Mayor Petrov",
            ["Ivan Petrov", "Oleg Petrov"],
        ),
        ("as they walked there today, Attorney General came", "Attorney General", []),
        ("as they walked there today, Ada Brook came to Brook Tower", "Brook", ["Ada Brook"]),
        ("as they walked there today, Ada Brook came with Senators Brook and Lund", "Brook", ["Ada Brook"]),
    ],
    ids=str,
)
def test_a_form_means_persons(text: str, form: str, expected: list[str]) -> None:
    assert called(people(text), form) == expected


def test_titles_of_shorter_mentions_belong_to_the_full_name() -> None:
    (person,) = people("as they walked there today, Ada Brook and Mayor Brook came").persons
    assert person.titles == ("Mayor",)


def test_a_source_of_one_word_is_a_person() -> None:
    assert called(people("as they walked there today, Plesko said so", "Plesko"), "Plesko") == ["Plesko"]
    assert called(people("as they walked there today, Plesko said so"), "Plesko") == []


def test_a_repeated_surname_is_one_person() -> None:
    (person,) = people("as they walked there today, Mayor Plesko and Mayor Plesko came").persons
    assert len(person.spans) == 2


def test_the_first_to_be_called_by_the_surname_keeps_it() -> None:
    found = people("as they walked there today, Ivan Petrov came and Petrov saw Oleg Petrov here")
    assert found.established("Petrov", found.persons) == found.persons[0]


def test_nobody_keeps_a_surname_that_came_later() -> None:
    found = people("as they walked there today, Ivan Petrov came and saw Oleg Petrov and Petrov")
    assert found.established("Petrov", found.persons) is None


def test_sightings_are_in_order_and_unambiguous() -> None:
    found = people(
        "as they walked there today, Marta Novak came, then Novak and the Novak left with "
        "Ivan Petrov, Oleg Petrov and Petrov"
    )
    assert [found.persons[one.person].name for one in found.sightings] == [
        "Marta Novak",
        "Marta Novak",
        "Ivan Petrov",
        "Oleg Petrov",
    ]
