"""Entities: names and place names off the heads, and what they tell of names found by capitals."""

from __future__ import annotations

import pytest

from attribune.article import Article, Span
from attribune.extract.capitals import Name
from attribune.extract.entities import Entities, Entity, find_entities, told
from tests.builders import a_span
from tests.scored import Tagged, some_scores, some_words

TEXT = "Ida Korvin of the Sorva Chamber of Commerce left Lodra.\nLund stayed in Lodra."


def found(text: str, *names: Tagged, places: tuple[Tagged, ...] = ()) -> Entities:
    article = Article(text)
    return find_entities(some_scores(article, words=some_words(article, names=names, places=places)))


def shown(text: str, *names: Tagged) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.kind) for one in found(text, *names).names]


def name_at(text: str, words: str, nth: int = 0) -> Name:
    return Name(a_span(Article(text), words, nth), tuple(words.split()))


def test_names_have_their_words_and_what_they_name() -> None:
    marked = [Tagged("Ida Korvin", "Person"), Tagged("Sorva Chamber of Commerce", "Organization")]
    assert shown(TEXT, *marked) == [("Ida Korvin", "Person"), ("Sorva Chamber of Commerce", "Organization")]


def test_place_names_have_their_use() -> None:
    places = found(TEXT, places=(Tagged("Lodra", "place"), Tagged("Lodra", "government", 1))).places
    assert places == (Entity(Span(49, 54), "place"), Entity(Span(71, 76), "government"))


def test_a_run_of_words_is_cut_where_a_paragraph_ends() -> None:
    assert shown(TEXT, Tagged("Lodra.\nLund", "Person")) == [("Lodra.", "Person"), ("Lund", "Person")]


def test_without_heads_there_are_none() -> None:
    assert find_entities(some_scores(Article(TEXT))) == Entities()


def test_an_empty_text_has_none() -> None:
    assert found("") == Entities()


FIRST, SECOND = Entity(Span(0, 4), "Person"), Entity(Span(6, 20), "Date")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(Span(0, 2), FIRST, id="inside the first"),
        pytest.param(Span(4, 6), None, id="between"),
        pytest.param(Span(3, 9), SECOND, id="more of the second"),
        pytest.param(Span(1, 7), FIRST, id="more of the first"),
        pytest.param(Span(19, 40), SECOND, id="over the edge"),
        pytest.param(Span(20, 40), None, id="behind all"),
    ],
)
def test_the_entity_at_a_span_shares_most_of_it(span: Span, expected: Entity | None) -> None:
    assert Entities((FIRST, SECOND)).at(span) == expected


def test_no_names_are_nowhere() -> None:
    assert Entities().at(Span(0, 5)) is None


@pytest.mark.parametrize(
    ("tagged", "words", "kind"),
    [
        pytest.param(Tagged("Ida Korvin", "Person"), "Ida Korvin", "Person", id="the same words"),
        pytest.param(Tagged("Korvin", "Person"), "Ida Korvin", "Person", id="most of them"),
        pytest.param(Tagged("Ida", "Person"), "Ida Korvin", None, id="too few of them"),
        pytest.param(Tagged("Ida Korvin of the Sorva", "Misc"), "Ida Korvin", None, id="far more"),
        pytest.param(Tagged("Lund", "Person"), "Ida Korvin", None, id="elsewhere"),
    ],
)
def test_a_name_is_told_by_an_entity_of_about_the_same_words(tagged: Tagged, words: str, kind: str | None) -> None:
    name = name_at(TEXT, words)
    after = told(TEXT, name, found(TEXT, tagged))
    assert (after.told, after.span, after.words) == (kind, name.span, name.words)


@pytest.mark.parametrize(
    ("tagged", "words"),
    [
        pytest.param("Sorva Chamber of Commerce", "Sorva Chamber of Commerce", id="with its end"),
        pytest.param("Sorva Chamber of Commerce left Lodra", "Sorva Chamber", id="no name goes on so"),
        pytest.param("the Sorva Chamber of Commerce", "Sorva Chamber", id="words before it"),
    ],
)
def test_a_bodys_name_goes_on_as_the_reader_sees_it(tagged: str, words: str) -> None:
    name = told(TEXT, name_at(TEXT, "Sorva Chamber"), found(TEXT, Tagged(tagged, "Organization")))
    assert (name.text, name.span.of(TEXT)) == (words, words)


def test_a_persons_name_does_not_go_on() -> None:
    text = "He met Ada Brook of Lodra there."
    name = told(text, name_at(text, "Ada Brook"), found(text, Tagged("Ada Brook of Lodra", "Person")))
    assert (name.text, name.told) == ("Ada Brook", "Person")


def test_a_long_name_is_read_in_linear_time() -> None:
    text = "Bay" + " of Bay" * 20_000
    whole = Entities((Entity(Span(0, len(text)), "Organization"),))
    assert told(text, Name(Span(0, 3), ("Bay",)), whole).words == ("Bay",)
