from __future__ import annotations

import builtins
import json
from datetime import UTC, date, datetime

import pytest

from attribune.article import Span
from attribune.errors import MissingExtra
from attribune.reading import Reading
from attribune.statement import Figure, Rejection, When, Where
from tests.builders import a_reading, a_span, a_speaker, a_statement, an_article


@pytest.fixture
def reading() -> Reading:
    article = an_article(
        "Ida Korvin said 12 houses in Norvik were flooded on Monday.",
        title="Flood",
        outlet="Norvik Post",
        published=datetime(2031, 3, 9, 6, 30, tzinfo=UTC),
        ref="n1",
        metadata={"desk": "home"},
    )
    statement = a_statement(
        article,
        ["12 houses in Norvik were flooded", "on Monday"],
        "Ida Korvin",
        "said",
        figures=(Figure(a_span(article, "12 houses"), 12, 12, of="houses"),),
        when=(When(a_span(article, "Monday"), date(2031, 3, 3), date(2031, 3, 4)),),
        where=(Where(a_span(article, "Norvik"), "Norvik", "XX", 1.5, 2.5),),
        confidence=0.87654,
    )
    rejections = (Rejection("speakers", "two candidates", Span(0, 3)), Rejection("read", "no date"))
    figures = (Figure(a_span(article, "12"), 12, None, approximate=True),)
    return a_reading(article, [a_speaker(mentions=(Span(0, 10),))], [statement], figures=figures, rejections=rejections)


def test_every_span_comes_with_its_words(reading: Reading) -> None:
    text = reading.article.text
    (statement,) = reading.to_dict()["statements"]

    for part in (*statement["figures"], *statement["when"], *statement["where"]):
        assert text[slice(*part["span"])] == part["text"]
    for name in ("source", "cue", "content"):
        assert " … ".join(text[slice(*span)] for span in statement[name]["spans"]) == statement[name]["text"]


def test_the_dictionary_has_the_contracts_keys(reading: Reading) -> None:
    found = reading.to_dict()

    assert list(found) == ["article", "speakers", "statements", "figures", "rejections", "reader"]
    assert found["article"]["published"] == "2031-03-09T06:30:00Z"
    assert found["article"]["metadata"] == {"desk": "home"}
    assert found["speakers"][0]["mentions"] == [[0, 10]]
    assert found["statements"][0]["confidence"] == 0.877
    assert found["figures"][0]["high"] is None
    assert [one["span"] for one in found["rejections"]] == [[0, 3], None]
    assert found["reader"] == {"name": "test-reader", "version": "0", "sha256": "0" * 64}


def test_json_is_the_same_dictionary_on_one_line(reading: Reading) -> None:
    assert json.loads(reading.to_json()) == reading.to_dict()
    assert "\n" not in reading.to_json()
    assert reading.to_json(indent=2).startswith("{\n  ")


def test_a_statement_without_source_cue_and_speaker_has_nulls() -> None:
    article = an_article("It may rain.")
    reading = a_reading(article, [], [a_statement(article, "It may rain", speaker=None)])

    (row,) = reading.rows()

    assert [row[name] for name in ("speaker", "kind", "source", "cue", "published")] == [None] * 5
    assert reading.to_dict()["statements"][0]["source"] is None


def test_a_row_holds_the_words_and_the_speaker(reading: Reading) -> None:
    (row,) = reading.rows()

    assert (row["speaker"], row["kind"], row["cue"]) == ("Ida Korvin", "named_person", "said")
    assert row["content"] == "12 houses in Norvik were flooded … on Monday"
    assert (row["start"], row["end"]) == (16, 58)


def test_a_frame_has_a_row_a_statement(reading: Reading) -> None:
    frame = reading.to_frame()

    assert list(frame["speaker"]) == ["Ida Korvin"]


def test_a_frame_without_rows_has_the_columns(reading: Reading) -> None:
    frame = a_reading(an_article("It rained.")).to_frame()

    assert list(frame.columns) == list(reading.to_frame().columns) == list(next(reading.rows()))


def test_without_pandas_the_frame_says_what_to_install(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *rest: object, **options: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pandas)

    with pytest.raises(MissingExtra, match=r"pip install 'attribune\[frames\]'"):
        reading.to_frame()


def test_in_a_notebook_it_shows_itself_as_highlighted_text(reading: Reading) -> None:
    assert 'data-r="content"' in reading._repr_html_()
