"""Attributions to statements: quotations kept whole, carried on, told apart."""

from __future__ import annotations

import pytest

from attribune.extract import find_statements
from attribune.statement import Statement
from tests.builders import an_article
from tests.scored import Marked, some_scores


def found(text: str, *marked: Marked) -> list[Statement]:
    article = an_article(text)
    return find_statements(article, some_scores(article, *marked))


def contents(text: str, *marked: Marked) -> list[str]:
    return [one.content.text(text) for one in found(text, *marked)]


def test_a_content_that_ends_inside_a_quotation_has_all_of_it() -> None:
    text = '"The bridge fell and nobody came," Korvin said.'
    assert contents(text, Marked("said", "Korvin", ("bridge fell and nobody",))) == [
        '"The bridge fell and nobody came,"'
    ]


def test_doubled_single_marks_belong_to_the_content() -> None:
    text = "''The bridge fell,'' Korvin said."
    assert contents(text, Marked("said", "Korvin", ("The bridge fell",))) == ["''The bridge fell,''"]


def test_a_statement_inside_a_quotation_is_not_stretched_to_its_marks() -> None:
    text = '"My father told me that it fell, and I wept."'
    assert contents(text, Marked("told", "My father", ("that it fell",))) == ["that it fell"]


def test_the_dateline_is_left_out() -> None:
    text = "SORVA (ANR) — The bridge fell, Korvin said."
    assert contents(text, Marked("said", "Korvin", ("SORVA (ANR) — The bridge fell",))) == ["The bridge fell"]


def test_a_quotation_in_the_same_paragraph_continues_the_statement() -> None:
    text = '"The bridge fell," Korvin said. "Nobody came to help us in all that long night."'
    (one,) = found(text, Marked("said", "Korvin", ('"The bridge fell,"',)))
    assert one.content.text(text) == '"The bridge fell," … "Nobody came to help us in all that long night."'
    assert one.reasons == ("the quotation goes on after the speaker was named",)


def test_a_paragraph_of_quotation_is_a_statement_of_its_own() -> None:
    text = '"The bridge fell," Korvin said.\n"Nobody came to help us in all that long night."'
    _, carried = found(text, Marked("said", "Korvin", ('"The bridge fell,"',)))
    assert carried.content.text(text) == '"Nobody came to help us in all that long night."'
    assert carried.source is carried.cue is None


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = '"The bridge fell, said Korvin. "Nobody came.\n"We were alone in all that long and dark night."'
    (one,) = found(text, Marked("said", "Korvin", ("The bridge fell",)))
    assert one.content.text(text).endswith('"We were alone in all that long and dark night."')


def test_open_quotations_without_a_cue_are_one_statement() -> None:
    text = '"Nobody came to help us in all that long night.\n"We were alone in all that long and dark night."'
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The so-called "needle" fell.', id="scare-quote"),
        pytest.param('The town read "A Long Day on the Grey River in the Old Dark Winter" twice.', id="title"),
    ],
)
def test_short_quotations_and_titles_in_running_text_are_no_statements(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param('"It fell at noon,"', "direct", id="direct"),
        pytest.param('that it "fell" at noon', "mixed", id="mixed"),
        pytest.param("that it fell at noon", "indirect", id="indirect"),
    ],
)
def test_the_kind_of_quotation_is_told_by_the_marks(content: str, kind: str) -> None:
    text = f"Korvin said {content}"
    (one,) = found(text, Marked("said", "Korvin", (content,)))
    assert one.quote == kind


def test_a_nested_statement_points_to_the_one_around_it() -> None:
    text = "Korvin said the mayor had warned that the bridge was weak."
    outer, inner = found(
        text,
        Marked("said", "Korvin", ("the mayor had warned that the bridge was weak",)),
        Marked("had warned", "the mayor", ("that the bridge was weak",)),
    )
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_a_headline_and_its_lead_are_not_one_content() -> None:
    text = "Poll finds most are against\nNearly six in ten are against, Korvin said."
    assert contents(
        text, Marked("said", "Korvin", ("Poll finds most are against\nNearly six in ten are against",))
    ) == ["Nearly six in ten are against"]


def test_a_short_sentence_in_marks_is_speech() -> None:
    text = 'Korvin said it held. "We are ready to go."'
    assert contents(text, Marked("said", "Korvin", ("it held",))) == ['it held … "We are ready to go."']


def test_a_quotation_after_words_of_the_outlet_is_a_statement_without_a_cue() -> None:
    text = 'He seized on the correction: "On Monday there were thirty and today there are twenty."'
    (one,) = found(text)
    assert one.content.text(text) == '"On Monday there were thirty and today there are twenty."'
    assert one.cue is None
