"""Attributions that claim the same words."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.decode import Attribution
from attribune.extract.settle import settle
from tests.builders import an_article
from tests.scored import Marked, some_scores, tokens_of, words

TEXT = "Korvin said the mayor had warned that the bridge was weak and left."
OUTER = "the mayor had warned that the bridge was weak"
INNER = "that the bridge was weak"


def settled(*marked: Marked) -> list[Attribution]:
    return settle(some_scores(an_article(TEXT), *marked))


def test_an_unsure_cue_inside_a_content_is_nested() -> None:
    outer, inner = settled(Marked("said", "Korvin", (OUTER,)), Marked("had warned", "the mayor", (INNER,)))
    assert (outer.parent, inner.parent) == (None, outer.number)


def test_a_sure_cue_ends_a_content_that_is_not() -> None:
    text = "Korvin said it fell and the mayor had warned that the bridge was weak."
    first, second = settle(
        some_scores(
            an_article(text),
            Marked("said", "Korvin", ("it fell and the mayor had warned that the bridge was weak",), sure=0.1),
            Marked("had warned", "the mayor", ("that the bridge was weak",), confidence=0.999),
        )
    )
    tokens = tokens_of(an_article(text))
    assert first.content == (words(an_article(text), tokens, "it fell and"),)
    assert second.parent is None


def test_of_two_with_one_content_the_one_that_loses_less_yields() -> None:
    found = settled(Marked("said", "Korvin", (INNER,), sure=1.0), Marked("had warned", "the mayor", (INNER,), sure=4.0))
    assert [one.source for one in found] == [words(an_article(TEXT), tokens_of(an_article(TEXT)), "the mayor")]


def test_attributions_apart_are_left_alone() -> None:
    text = "Korvin said it fell. Lund said it held."
    found = settle(
        some_scores(
            an_article(text), Marked("said", "Korvin", ("it fell",)), Marked("said it", "Lund", ("held",), nth=1)
        )
    )
    assert len(found) == 2
    assert [one.parent for one in found] == [None, None]


def test_the_nearest_statement_around_is_the_parent() -> None:
    text = "Lund wrote that Korvin said the mayor had warned that the bridge was weak."
    found = settle(
        some_scores(
            an_article(text),
            Marked("wrote", "Lund", ("that Korvin said the mayor had warned that the bridge was weak",)),
            Marked("said", "Korvin", (OUTER,)),
            Marked("had warned", "the mayor", (INNER,)),
        )
    )
    assert [one.parent for one in found] == [None, 0, 1]


def shared(text: str, *marked: Marked) -> list[tuple[str | None, list[str]]]:
    """Source and content, in words, of what is settled of a text."""
    article = an_article(text)
    tokens = tokens_of(article)

    def said(span: Span) -> str:
        return text[tokens.starts[span.start] : tokens.ends[span.end - 1]]

    found = settle(some_scores(article, *marked))
    return [(said(one.source) if one.source else None, [said(part) for part in one.content]) for one in found]


def test_two_verbs_of_one_source_have_a_content_each() -> None:
    found = shared(
        "Korvin said it fell and warned that more would fall.",
        Marked("said", "Korvin", ("it fell and warned that more would fall",), sure=0.1),
        Marked("warned", "Korvin", ("that more would fall",), confidence=0.999),
    )
    assert found == [("Korvin", ["it fell and"]), ("Korvin", ["that more would fall"])]


def test_words_before_the_source_that_two_verbs_share_stay_with_the_first() -> None:
    found = shared(
        "It fell, Korvin said, and warned that more would fall.",
        Marked("said", "Korvin", ("It fell", "that more would fall"), sure=0.1),
        Marked("warned", "Korvin", ("that more would fall",), sure=4.0),
    )
    assert found == [("Korvin", ["It fell"]), ("Korvin", ["that more would fall"])]


def test_what_stands_wholly_before_the_source_that_two_share_is_left_to_it_whole() -> None:
    found = shared(
        "It fell, warned and said Korvin.",
        Marked("warned", "Korvin", ("It fell",), sure=4.0),
        Marked("said", "Korvin", ("It fell",), sure=0.1),
    )
    assert found == [("Korvin", ["It fell"])]


@pytest.mark.parametrize(
    ("said", "warned", "expected"),
    [
        pytest.param(4.0, 0.1, [["It fell"], ["that more would fall"]], id="the first is surer"),
        pytest.param(0.1, 4.0, [["It fell", "that more would fall"]], id="the second is surer"),
    ],
)
def test_words_before_a_source_that_two_share_are_the_content_of_one(
    said: float, warned: float, expected: list[list[str]]
) -> None:
    found = shared(
        "It fell, Korvin said, and warned that more would fall.",
        Marked("said", "Korvin", ("It fell",), sure=said),
        Marked("warned", "Korvin", ("It fell", "that more would fall"), sure=warned),
    )
    assert [content for _, content in found] == expected
