"""Headline and standfirst against the body."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribune.extract.repeats import _ends, mark_repeats
from attribune.statement import SpeakerKind, Statement
from tests.builders import a_speaker, a_statement, an_article

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


TOLD_BY_ROLE = (
    "Woman says 40 soldiers crossed the Sorva river\n"
    "Some 40 soldiers crossed the Sorva river at night, Ida Korvin said.\n"
)


def told_by_role(kind: SpeakerKind, *, later: int | None = 1) -> tuple[Statement, ...]:
    """The marked statements of a head by a speaker of that kind, and of a body by Ida Korvin or by ``later``."""
    article = an_article(TOLD_BY_ROLE)
    speakers = [a_speaker(0, "Woman", kind), a_speaker(1)]
    found = [
        a_statement(article, "40 soldiers crossed the Sorva river", "Woman", "says", id=0, speaker=0),
        a_statement(article, "Some 40 soldiers crossed the Sorva river at night", "Ida Korvin", "said", id=1),
    ]
    return mark_repeats(article, [found[0], replace(found[1], speaker=later)], speakers)


@pytest.mark.parametrize("kind", ["role_only", "unnamed_individual"])
def test_a_speaker_told_by_a_role_is_the_one_named_below(kind: SpeakerKind) -> None:
    assert [(one.speaker, one.repeats) for one in told_by_role(kind)] == [(1, 1), (1, None)]


@pytest.mark.parametrize("kind", ["named_person", "unnamed_group", "document"])
def test_any_other_speaker_is_not(kind: SpeakerKind) -> None:
    assert [(one.speaker, one.repeats) for one in told_by_role(kind)] == [(0, None), (1, None)]


def test_the_speaker_stays_where_the_body_names_none() -> None:
    assert [(one.speaker, one.repeats) for one in told_by_role("role_only", later=None)] == [(0, 1), (None, None)]


def test_a_head_without_a_speaker_has_the_one_named_below() -> None:
    found = statements()
    found[0] = replace(found[0], source=None, speaker=None)
    assert mark_repeats(an_article(TEXT), found)[0].speaker == 0


def test_another_number_is_another_statement_even_without_a_speaker() -> None:
    article = an_article(TOLD_BY_ROLE.replace("says 40", "says 50"))
    head = a_statement(article, "50 soldiers crossed the Sorva river", "Woman", "says", id=0, speaker=None)
    body = a_statement(article, "Some 40 soldiers crossed the Sorva river at night", "Ida Korvin", "said", id=1)
    assert [one.repeats for one in mark_repeats(article, [head, body])] == [None, None]


def test_a_pulled_quotation_has_the_speaker_of_the_one_in_its_sentence() -> None:
    text = "She left early.\nIt rained.\nAnd then.\n“Nobody came to help.”\n“Nobody came to help,” Korvin said."
    article = an_article(text)
    pulled = a_statement(article, "“Nobody came to help.”", id=0, speaker=None)
    said = a_statement(article, "“Nobody came to help,”", "Korvin", "said", id=1, speaker=3)
    assert mark_repeats(article, [pulled, said])[0].speaker == 3


def test_a_head_and_a_quotation_below_are_not_each_the_others_repetition() -> None:
    text = "“Nobody came to help,” Korvin says\nIt rained.\nAnd then.\n“Nobody came to help.”"
    article = an_article(text)
    head = a_statement(article, "“Nobody came to help,”", "Korvin", "says", id=0, speaker=0)
    below = a_statement(article, "“Nobody came to help.”", id=1, speaker=None)
    assert [one.repeats for one in mark_repeats(article, [head, below])] == [1, None]


def test_a_circle_of_repetitions_has_no_end() -> None:
    assert _ends({1: 2, 2: 3, 3: 1, 4: 5}) == {4: 5}
