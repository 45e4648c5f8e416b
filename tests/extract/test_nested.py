"""Statements inside other statements' words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribune.article import Article
from attribune.extract.excerpts import find_excerpts
from attribune.extract.nested import LEAST, REASON, nest, renumber, without_echoes
from attribune.statement import Statement
from tests.builders import a_statement
from tests.scored import Marked, some_scores, tokens_of

TEXT = (
    "Korvin said the mayor had told reporters that it fell.\n"
    "“The guards,” Lund said, “have told us that it was weak.”\n"
)
ARTICLE = Article(TEXT)
KORVIN = a_statement(ARTICLE, "the mayor had told reporters that it fell", "Korvin", "said", id=0)
LUND = a_statement(ARTICLE, ["“The guards,”", "“have told us that it was weak.”"], "Lund", None, id=1, quote="direct")
MAYOR = Marked("had told", "the mayor", ("that it fell",))
GUARDS = Marked("have told", "The guards", ("that it was weak",))


def nested(
    *marked: Marked, article: Article = ARTICLE, hosts: tuple[Statement, ...] = (KORVIN, LUND)
) -> list[Statement]:
    """All statements after the excerpts were read with the scores given."""
    excerpts = find_excerpts(article.text, hosts, tokens_of(article))
    assert excerpts is not None
    return nest(article.text, hosts, excerpts, some_scores(article, *marked, tokens=excerpts.tokens))


def inner(*marked: Marked, article: Article = ARTICLE, hosts: tuple[Statement, ...] = (KORVIN, LUND)) -> list[str]:
    """The contents of those found inside others."""
    found = nested(*marked, article=article, hosts=hosts)
    return [one.content.text(article.text) for one in found if REASON in one.reasons]


def test_an_inner_statement_has_its_words_its_host_and_the_reason() -> None:
    (host, one, _) = nested(MAYOR)
    assert one.source is not None
    assert one.cue is not None
    assert [role.text(TEXT) for role in (one.source, one.cue, one.content)] == ["the mayor", "had told", "that it fell"]
    assert (one.parent, one.quote, one.reasons, one.confidence) == (host.id, "indirect", (REASON,), 0.9)


def test_the_statements_are_numbered_in_the_texts_order() -> None:
    found = nested(MAYOR, GUARDS)
    assert [(one.id, one.parent) for one in found] == [(0, None), (1, 0), (2, None), (3, 2)]


def test_words_parted_in_the_article_are_fragments() -> None:
    text = "“The mayor told us it fell,” Lund said, “and that it was weak.”"
    article = Article(text)
    host = a_statement(article, ["“The mayor told us it fell,”", "“and that it was weak.”"], "Lund", quote="direct")
    marked = Marked("told", "The mayor", ("it fell,” Lund said, “and that it was weak",))
    assert inner(marked, article=article, hosts=(host,)) == ["it fell,” … “and that it was weak"]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(replace(MAYOR, confidence=LEAST - 0.01), id="unsure"),
        pytest.param(replace(MAYOR, source=None), id="no source"),
        pytest.param(replace(MAYOR, content=("fell",)), id="too short"),
        pytest.param(Marked("have told", "us", ("that it was weak",)), id="us"),
    ],
)
def test_what_reports_nobody_clearly_is_left_out(marked: Marked) -> None:
    assert inner(marked) == []


def test_the_surest_needed_is_enough() -> None:
    assert inner(replace(MAYOR, confidence=LEAST)) == ["that it fell"]


@pytest.mark.parametrize(
    ("said", "source", "cue", "content", "found"),
    [
        pytest.param("the mayor denied that it was so", "the mayor", "denied", "that it was so", True, id="verb"),
        pytest.param("his accusation, they said, is so", "his", "accusation", "is so", False, id="noun"),
        pytest.param("you say that all of it is so", "you", "say", "that all of it is so", False, id="you"),
        pytest.param("as I said it was all so", "I", "said", "it was all so", False, id="I"),
        pytest.param("he hoped, they said, to leave", "he", "hoped", "to leave", False, id="no speech"),
        pytest.param("he zigzagged, they said, to it", "he", "zigzagged", "to it", False, id="unknown"),
        pytest.param("the feast said that all fell", "the feast", "said", "all fell", False, id="no voice"),
    ],
)
def test_only_somebody_elses_speech_is_nested(said: str, source: str, cue: str, content: str, found: bool) -> None:
    text = f"Korvin told us {said}."
    article = Article(text)
    host = a_statement(article, said, "Korvin", "told us")
    assert bool(inner(Marked(cue, source, (content,)), article=article, hosts=(host,))) is found


def test_a_cue_that_is_known_already_is_not_nested() -> None:
    known = a_statement(ARTICLE, "that it fell", "the mayor", "had told", id=5, parent=0)
    assert inner(MAYOR, hosts=(KORVIN, known, LUND)) == []


def test_a_content_with_quotation_marks_is_mixed() -> None:
    text = "Korvin said the mayor had told them that it “fell at noon” today."
    article = Article(text)
    host = a_statement(article, "the mayor had told them that it “fell at noon” today", "Korvin", "said", quote="mixed")
    marked = Marked("had told", "the mayor", ("that it “fell at noon” today",))
    assert [one.quote for one in nested(marked, article=article, hosts=(host,))] == ["mixed", "mixed"]


def test_a_quotation_that_ends_one_content_goes_on_in_no_other() -> None:
    text = "Korvin said the mayor had said “we all left.” Lund said the guards had said that it was weak."
    article = Article(text)
    hosts = (
        a_statement(article, "the mayor had said “we all left.”", "Korvin", "said", id=0, quote="mixed"),
        a_statement(article, "the guards had said that it was weak", "Lund", "said", id=1, nth=0),
    )
    marked = Marked("had said", "the guards", ("we all left", "that it was weak"), nth=1)
    assert inner(marked, article=article, hosts=hosts) == ["that it was weak"]


def test_new_statements_come_behind_those_that_start_where_they_do() -> None:
    first = a_statement(ARTICLE, "the mayor had told reporters that it fell", id=0)
    new = a_statement(ARTICLE, "that it fell", "the mayor", id=-1, parent=0)
    assert [(one.id, one.parent) for one in renumber([new, first])] == [(0, None), (1, 0)]


def test_numbers_that_point_to_statements_are_counted_anew() -> None:
    found = [replace(LUND, id=4, repeats=7), replace(KORVIN, id=7, parent=9), replace(LUND, id=5, parent=4)]
    assert [(one.id, one.parent, one.repeats) for one in renumber(found)] == [
        (0, None, None),
        (1, None, 0),
        (2, 1, None),
    ]


def heard(
    parent: int | None, *, speaker: int | None, reasons: tuple[str, ...] = (REASON,)
) -> list[tuple[int, int | None]]:
    """Ids and parents that are left of a host by speaker 3 and one inside it."""
    one = a_statement(ARTICLE, "that it fell", id=1, parent=parent, speaker=speaker, reasons=reasons)
    return [(left.id, left.parent) for left in without_echoes([replace(KORVIN, speaker=3), one, replace(LUND, id=2)])]


def test_words_that_a_speaker_puts_in_its_own_words_are_an_echo() -> None:
    assert heard(0, speaker=3) == [(0, None), (1, None)]


@pytest.mark.parametrize(
    ("parent", "speaker", "reasons"),
    [
        pytest.param(0, 4, (REASON,), id="another speaker"),
        pytest.param(0, None, (REASON,), id="nobody known"),
        pytest.param(None, 3, (REASON,), id="no host"),
        pytest.param(0, 3, (), id="found by itself"),
    ],
)
def test_other_words_are_no_echo(parent: int | None, speaker: int | None, reasons: tuple[str, ...]) -> None:
    assert heard(parent, speaker=speaker, reasons=reasons) == [(0, None), (1, parent), (2, None)]


def test_two_speakers_that_are_not_known_are_not_the_same() -> None:
    found = [replace(KORVIN, speaker=None), a_statement(ARTICLE, "that it fell", id=1, parent=0, speaker=None)]
    assert len(without_echoes([found[0], replace(found[1], reasons=(REASON,))])) == 2
