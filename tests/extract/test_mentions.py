"""Sources taken apart."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.mentions import Mention, nationality, read_mention


def mention(text: str) -> Mention:
    return read_mention(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("he", "pronoun"),
        ("They", "pronoun"),
        ("who", "relative"),
        ("US", "named"),
        ("WHO", "named"),
        ("us", "pronoun"),
        ("Marta Novak", "named"),
        ("Colonel General Ivo Marek, a senior army official,", "named"),
        ("the foreign minister, Lena Orlova,", "named"),
        ("former secretary of state Lena Orlova", "named"),
        ("singer and activist Bob Lark", "named"),
        ("the Ministry of Defence", "named"),
        ("Parliament", "named"),
        ("Committee", "description"),
        ("Reuters", "named"),
        ("Marta Novak and Ben Cole", "several"),
        ("Novak, Cole", "several"),
        ("the mayor and the governor", "several"),
        ("the delegate and conservative activist", "description"),
        ("Police", "description"),
        ("Norwegians", "description"),
        ("the President", "description"),
        ("a senior official with the General Staff", "description"),
        ("a letter by John Lark", "description"),
        ("adviser of state; John Lark", "description"),
        ("stones of state Lena Orlova", "description"),
        ("🙂", "description"),
    ],
    ids=str,
)
def test_a_source_has_its_form(text: str, form: str) -> None:
    assert mention(text).form == form


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the foreign minister, Lena Orlova,", "Lena Orlova"),
        ("Orlova’s", "Orlova"),
        ("Novak herself", "Novak"),
        ("Sen. Tom Reed (R-Texas)", "Sen. Tom Reed"),
        ("campaign manager Jeff Weaver", "Jeff Weaver"),
        ("the Harbour Observatory for Sea Birds (HOSB)", "Harbour Observatory for Sea Birds"),
    ],
    ids=str,
)
def test_a_named_source_has_its_name(text: str, name: str) -> None:
    found = mention(text).name
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize(
    ("text", "head", "owner", "definite"),
    [
        ("the Russian official", "official", None, True),
        ("a senior official with the General Staff", "official", None, False),
        ("Marek's spokesman", "spokesman", "Marek", True),
        ("his office", "office", "his", True),
        ("residents", "residents", None, False),
        ("The spokesman for Marek", "spokesman", None, True),
    ],
    ids=str,
)
def test_a_description_has_head_owner_and_article(text: str, head: str, owner: str | None, definite: bool) -> None:
    found = mention(text)
    assert (found.head, found.owner, found.definite) == (head, owner, definite)


def test_quotation_marks_and_commas_at_the_edge_are_no_part() -> None:
    assert mention(' "Novak," ').text == "Novak"


def test_a_word_that_the_text_has_in_small_letters_is_no_name() -> None:
    assert read_mention("Settlers", Span(0, 8), frozenset({"settlers"})).form == "description"


@pytest.mark.parametrize(
    ("words", "code"), [("Norwegian", "NO"), ("Malaysia's", "MY"), ("South African", "ZA"), ("us", None)], ids=str
)
def test_nationality(words: str, code: str | None) -> None:
    assert nationality(words.split()) == code
