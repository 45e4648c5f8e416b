"""Figures of whole sentences and paragraphs."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from attribune.article import Article, Span
from attribune.extract.figures import find_figures
from attribune.statement import Figure
from tests.extract.figures.found import find, only, words

PIECES = [
    *("12", "one", "two", "dozens", "a", "hundred", "million", "no", "single", "3-1", "2015", "May", "%", "$", "£5"),
    *(
        "km",
        "of",
        "the",
        "and",
        "or",
        "to",
        "from",
        "between",
        "at",
        "least",
        "more",
        "than",
        "over",
        "other",
        "others",
    ),
    *("people", "children", "soldiers", "killed", "were", "wounded", "dead", "including", "among", "them", "Norland"),
    *("-", "–", "(", ")", "'", '"', ",", ".", "😀", "é"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


def test_a_figure_carries_everything_that_its_sentence_tells() -> None:
    text = "At least 34 people, including 12 children, were killed."
    whole, part = find(text)
    assert whole == Figure(Span(0, 18), low=34, high=None, counts="killed", of="people")
    assert part == Figure(Span(30, 41), low=12, high=12, counts="killed", of="children", whole=Span(0, 18))


def test_figures_of_all_paragraphs_come_in_order() -> None:
    article = Article(text="Two ferries sank.\n\nDivers found 14 bodies.")
    figures = find_figures(article.text, article.paragraphs)
    assert [figure.span.of(article.text) for figure in figures] == ["Two ferries", "14 bodies"]


def test_only_the_given_spans_are_read() -> None:
    text = "Two ferries sank. Divers found 14 bodies."
    assert [figure.span.of(text) for figure in find_figures(text, [Span(18, len(text))])] == ["14 bodies"]


def test_spans_are_code_points() -> None:
    assert words("🚢🚢 Naïve Zoë saw 14 ferries.") == ["14 ferries"]


def test_whole_numbers_are_integers() -> None:
    assert isinstance(only("Divers found 14 bodies.").low, int)


def test_a_text_without_punctuation_is_read() -> None:
    text = "Rocket fire on Selwyn kills 12 wounds 30 others Norland says seven soldiers were among the dead"
    assert words(text) == ["12", "30 others", "seven soldiers"]


def test_a_text_in_capitals_is_read() -> None:
    assert words("GUNMEN KILLED 12 POLICE OFFICERS AND TWO OTHERS IN SELWYN ON 3 MAY.") == [
        "12 POLICE OFFICERS",
        "TWO OTHERS",
    ]


@given(texts)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [figure.span for figure in find(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@given(texts)
def test_a_whole_is_one_of_the_other_figures(text: str) -> None:
    figures = find(text)
    spans = {figure.span for figure in figures}
    assert all(figure.whole in spans - {figure.span} for figure in figures if figure.whole)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    find(text)
