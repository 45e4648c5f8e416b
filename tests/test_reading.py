from __future__ import annotations

import builtins
import json
from datetime import UTC, date, datetime

import pytest

from attribune.article import Span
from attribune.errors import MissingExtra
from attribune.reading import Reading
from attribune.statement import Anonymity, Figure, Rejection, When, Where
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
        where=(Where(a_span(article, "Norvik"), "Norvik", country="XX", lat=1.5, lon=2.5),),
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


def test_a_figure_a_time_and_a_place_have_their_fields(reading: Reading) -> None:
    (statement,) = reading.to_dict()["statements"]

    (figure,), (when,), (where,) = statement["figures"], statement["when"], statement["where"]
    assert {"low": 12, "high": 12, "of": "houses", "whole": None, "further": False}.items() <= figure.items()
    assert (when["start"], when["end"], when["granularity"]) == ("2031-03-03", "2031-03-04", "day")
    assert {"name": "Norvik", "kind": "place", "country": "XX", "lat": 1.5, "lon": 2.5}.items() <= where.items()


def test_a_part_of_a_figure_points_to_the_whole() -> None:
    article = an_article("34 people, 12 of them children")
    part = Figure(a_span(article, "12"), 12, 12, whole=a_span(article, "34 people"))

    (figure,) = a_reading(article, figures=(part,)).to_dict()["figures"]

    assert figure["whole"] == [0, 9]


def test_a_speaker_without_a_name_is_marked_in_words_of_the_text() -> None:
    article = an_article("A clerk, who asked not to be named because she was shy, left with two guards.")
    clerk = Anonymity(a_span(article, "A clerk"), False, 1, a_span(article, "because she was shy"))
    guards = Anonymity(a_span(article, "two guards"), True, 2)
    speakers = [a_speaker(number, anonymity=one) for number, one in enumerate((clerk, guards, None))]

    first, second, third = (one["anonymity"] for one in a_reading(article, speakers).to_dict()["speakers"])

    assert first["marker"] == {"span": [0, 7], "text": "A clerk"}
    assert first["reason"]["text"] == "because she was shy"
    assert (first["number"], first["specificity"]) == ("singular", 1)
    assert (second["reason"], second["number"], third) == (None, "plural", None)


def chained(*parents: int | None, speakers: tuple[int | None, ...] = (0, 1, 2), outlet: str | None = None) -> Reading:
    """A reading of statements with those parents, the first by Ada, the second by Ben, the third by Cy."""
    article = an_article("Ada said that Ben said that Cy said that it rained.", outlet=outlet)
    statements = [
        a_statement(article, "it rained", id=number, parent=parent, speaker=speaker)
        for number, (parent, speaker) in enumerate(zip(parents, speakers, strict=False))
    ]
    return a_reading(article, [a_speaker(number, name) for number, name in enumerate(("Ada", "Ben", "Cy"))], statements)


@pytest.mark.parametrize(
    ("reading", "chain"),
    [
        pytest.param(chained(None), ("the outlet", "Ada"), id="said at once"),
        pytest.param(chained(None, outlet="Norvik Post"), ("Norvik Post", "Ada"), id="a known outlet"),
        pytest.param(chained(None, 0, 1), ("the outlet", "Ada", "Ben", "Cy"), id="through two"),
        pytest.param(chained(None, 0, 0), ("the outlet", "Ada", "Cy"), id="through one"),
        pytest.param(chained(None, 0, 1, speakers=(0, None, 2)), ("the outlet", "Ada", "Cy"), id="one not known"),
        pytest.param(chained(None, 0, speakers=(0, None)), ("the outlet", "Ada"), id="the last not known"),
        pytest.param(chained(None, speakers=(None,)), ("the outlet",), id="nobody known"),
        pytest.param(chained(7), ("the outlet", "Ada"), id="a parent that is not there"),
        pytest.param(chained(1, 0), ("the outlet", "Ada", "Ben"), id="parents in a circle"),
    ],
)
def test_a_chain_tells_through_whom_a_statement_comes(reading: Reading, chain: tuple[str, ...]) -> None:
    assert reading.chain_of(reading.statements[-1]) == chain


def test_the_chain_stands_in_every_statement_of_the_dictionary() -> None:
    chains = [one["chain"] for one in chained(None, 0).to_dict()["statements"]]

    assert chains == [["the outlet", "Ada"], ["the outlet", "Ada", "Ben"]]
