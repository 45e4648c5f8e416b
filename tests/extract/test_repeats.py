"""Headline and standfirst against the body."""

from __future__ import annotations

from dataclasses import replace

from attribune.extract.repeats import mark_repeats
from attribune.statement import Statement
from tests.builders import a_statement, an_article

TEXT = (
    "Kethia says 40 soldiers crossed the Sorva river\n"
    "Some 40 soldiers crossed the Sorva river at night, Kethia said.\n"
    'The army said "we will cross again".\n'
    "Korvin said the harvest was late."
)


def statements() -> list[Statement]:
    article = an_article(TEXT)
    return [
        a_statement(article, "40 soldiers crossed the Sorva river", "Kethia", "says", id=0, speaker=0),
        a_statement(article, "Some 40 soldiers crossed the Sorva river at night", "Kethia", "said", id=1, speaker=0),
        a_statement(article, '"we will cross again"', "The army", "said", id=2, speaker=1),
        a_statement(article, "the harvest was late", "Korvin", "said", id=3, speaker=2),
    ]


def repeated(found: list[Statement]) -> dict[int, int]:
    marked = mark_repeats(an_article(TEXT), found)
    return {one.id: one.repeats for one in marked if one.repeats is not None}


def test_a_headline_points_to_the_statement_that_it_repeats() -> None:
    assert repeated(statements()) == {0: 1}


def test_the_repeating_statement_says_so() -> None:
    assert "statement 1" in mark_repeats(an_article(TEXT), statements())[0].reasons[-1]


def test_two_speakers_never_repeat_each_other() -> None:
    found = statements()
    found[0] = replace(found[0], speaker=7)
    assert repeated(found) == {}


def test_another_number_is_another_statement() -> None:
    text = TEXT.replace("says 40", "says 50")
    article = an_article(text)
    found = statements()
    found[0] = a_statement(article, "50 soldiers crossed the Sorva river", "Kethia", "says", id=0, speaker=0)
    assert all(one.repeats is None for one in mark_repeats(article, found))


def test_a_pulled_quotation_points_to_the_one_with_a_source() -> None:
    text = "She left early.\nIt rained.\nAnd then.\n“Nobody came to help.”\n“Nobody came to help,” Korvin said."
    article = an_article(text)
    found = [
        a_statement(article, "“Nobody came to help.”", id=0, speaker=None),
        a_statement(article, "“Nobody came to help,”", "Korvin", "said", id=1, speaker=0),
    ]
    assert [one.repeats for one in mark_repeats(article, found)] == [1, None]


def test_nothing_is_marked_in_an_article_without_statements() -> None:
    assert mark_repeats(an_article("Nothing."), []) == ()


def test_a_chain_of_repeats_ends_at_the_statement_that_counts() -> None:
    text = "\n".join(
        ["Forty soldiers crossed the river, Kethia says"] * 2
        + ["It rained.", "Forty soldiers crossed the river, Kethia said."]
    )
    article = an_article(text)
    found = [
        a_statement(article, "Forty soldiers crossed the river", "Kethia", "says" if n < 2 else "said", id=n, nth=0)
        for n in range(1)
    ]
    found += [
        replace(
            a_statement(article, "Forty soldiers crossed the river", nth=n, id=n, speaker=0), source=found[0].source
        )
        for n in (1, 2)
    ]
    assert [one.repeats for one in mark_repeats(article, found)] == [2, 2, None]
