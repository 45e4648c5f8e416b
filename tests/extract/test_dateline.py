"""Datelines are nobody's words."""

from __future__ import annotations

import pytest

import attribune
from attribune.article import Span
from attribune.extract.dateline import source_behind_dateline, without_dateline

REST = "The bridge fell."


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("SORVA (ANR) — ", id="agency"),
        pytest.param("SORVA, March 3 (ANR) - ", id="date"),
        pytest.param("Sorva: ", id="colon"),
        pytest.param("PORT SORVA, Kethia -- ", id="country"),
        pytest.param("SORVA–", id="tight-dash"),
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    text = dateline + REST
    assert without_dateline(text, Span(0, len(text)), 0).of(text) == REST


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(REST, id="none"),
        pytest.param("the minister: The bridge fell.", id="lower-case"),
        pytest.param("SORVA (ANR) — ", id="nothing-behind"),
    ],
)
def test_other_beginnings_are_kept(text: str) -> None:
    assert without_dateline(text, Span(0, len(text)), 0) == Span(0, len(text))


def test_a_dateline_stands_at_the_paragraphs_start_only() -> None:
    text = "In Sorva: " + REST
    assert without_dateline(text, Span(3, len(text)), 0) == Span(3, len(text))


def test_a_source_begins_behind_the_dateline() -> None:
    reading = attribune.read("HARLOW - Mayor Ida Korvin said on Monday that 15 people had died.")
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.text(reading.article.text) == "Mayor Ida Korvin"


@pytest.mark.parametrize(
    "source", ["Ida Korvin – an engineer –", "NATO – an alliance –", "Ida Korvin – an engineer", "Ida Korvin"]
)
def test_an_apposition_between_dashes_is_no_dateline_of_a_source(source: str) -> None:
    assert source_behind_dateline(f"{source} said so.", Span(0, len(source)), 0) == Span(0, len(source))
