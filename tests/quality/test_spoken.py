"""The measure of speakers, kinds and cue classes against gold of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from quality.spoken import Heard, figures_of, is_same, main, match, measure_spoken

from attribune.article import Article
from attribune.errors import InputError, NotFound
from attribune.reading import Reading
from attribune.statement import SpeakerKind, Statement
from quality import spoken
from tests.builders import a_reading, a_span, a_speaker, a_statement
from tests.quality.corpus import write

TEXT = "Ida Korvin said it rained. Korvin warned that it would snow. Guards left."
ARTICLE = Article(TEXT)


def gold(source: str = "Korvin", cue: str = "warned", *, nth: int = 0, **fields: Any) -> dict[str, Any]:
    """One gold source of the text."""
    spans = {"source": [list(a_span(ARTICLE, source, nth))], "cue": [list(a_span(ARTICLE, cue))]}
    return {
        **spans,
        "name": "Ida Korvin",
        "aliases": [],
        "kind": "named_person",
        "cue_class": "warn_threaten",
        **fields,
    }


def statements(speaker: int | None = 0) -> list[Statement]:
    return [
        a_statement(ARTICLE, "it rained", "Ida Korvin", "said", id=0, speaker=speaker),
        a_statement(ARTICLE, "that it would snow", cue="warned", id=1, speaker=speaker, cue_class="warn_threaten"),
    ]


def reading(name: str = "Ida Korvin", kind: SpeakerKind = "named_person", *, speaker: int | None = 0) -> Reading:
    return a_reading(ARTICLE, [a_speaker(0, name, kind)], statements(speaker))


def heard(given: str = "Ida Korvin", given_kind: SpeakerKind = "named_person", /, **fields: Any) -> Heard:
    """A gold source with those fields, heard as a speaker of that name and kind."""
    return Heard(gold(**fields), reading(given, given_kind), statements()[1])


def polled(given: str, name: str | None) -> Heard:
    """A poll that is given that name, and has this one or none."""
    return heard(given, "poll_or_data", name=name, kind="poll_or_data")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ida Korvin", "ida korvin", True),
        ("Ida Korvin", "Korvin", True),
        ("Mrs. Korvin", "Ida Korvin", True),
        ("Ida M. Korvin", "Ida Korvin", True),
        ("Ida Korvin", "Ida", False),
        ("Ida Korvin", "Ben Korvin", False),
        ("the Lodra Bank", "Lodra Bank", True),
        ("Norland's Interior Ministry", "Interior Ministry", True),
        ("Lodra Bank", "Bank of Lodra", False),
        ("the", "the", False),
        ("", "Korvin", False),
    ],
    ids=str,
)
def test_two_names_can_be_one(one: str, two: str, same: bool) -> None:
    assert is_same(one, two) is is_same(two, one) is same


@pytest.mark.parametrize(
    ("one", "right"),
    [
        pytest.param(heard(), True, id="the name"),
        pytest.param(heard("Korvin"), True, id="a part of it"),
        pytest.param(heard("Chief Korvina", aliases=["Chief Korvina"]), True, id="an alias"),
        pytest.param(heard("Ben Cole"), False, id="another name"),
        pytest.param(heard("Ida Korvin", "role_only"), False, id="no name"),
        pytest.param(heard("clerk", "unnamed_individual", name=None), True, id="rightly none"),
        pytest.param(heard(name=None), False, id="a name for nobody"),
        pytest.param(polled("Lodra Times poll", "Lodra Times poll"), True, id="a poll's title"),
        pytest.param(polled("poll", "Lodra Times poll"), False, id="a bare poll is no title"),
        pytest.param(polled("poll", None), True, id="a poll without a title"),
    ],
)
def test_a_name_is_right_or_rightly_none(one: Heard, right: bool) -> None:
    assert one.name_is_right is right


@pytest.mark.parametrize(("name", "right"), [("Ida Korvin", False), (None, True)], ids=str)
def test_a_statement_without_a_speaker_gives_no_name(name: str | None, right: bool) -> None:
    one = Heard(gold(name=name), reading(speaker=None), statements(None)[1])
    assert (one.given, one.kind, one.name_is_right) == (None, None, right)


def test_a_source_that_was_not_found_gives_nothing() -> None:
    one = Heard(gold(), reading(), None)
    assert (one.given, one.kind, one.name_is_right) == (None, None, False)


def found(source: str, cue: str, nth: int = 0) -> int | None:
    """The number of the statement that matches a gold source."""
    sourced = a_statement(ARTICLE, "that it would snow", "Korvin", "warned", id=1, nth=0)
    wide = a_statement(ARTICLE, "it rained", "Ida Korvin", "said it rained. Korvin warned", id=2)
    one = match(a_reading(ARTICLE, [], [statements()[0], sourced, wide]), gold(source, cue, nth=nth))
    return None if one is None else one.id


@pytest.mark.parametrize(
    ("source", "cue", "number"),
    [("Ida Korvin", "said", 0), ("Ida Korvin", "warned", 2), ("Guards", "said", None), ("Ida Korvin", "left", None)],
    ids=str,
)
def test_source_and_cue_match_a_statement_that_shares_words_of_both(source: str, cue: str, number: int | None) -> None:
    assert found(source, cue) == number


def test_a_statement_without_a_source_matches_none() -> None:
    assert match(a_reading(ARTICLE, [], [statements()[1]]), gold()) is None


def test_figures_count_what_is_right_of_what_was_found() -> None:
    several = [
        heard(),
        heard("Ben Cole", "named_org", cue_class="say"),
        heard("clerk", "unnamed_individual", name=None, kind="unnamed_individual"),
        Heard(gold(), reading(), None),
    ]
    assert figures_of(several) == pytest.approx(
        {"found": 75, "speaker": 200 / 3, "speaker with a name": 50, "kind": 200 / 3, "cue class": 200 / 3}
    )


def test_without_sources_every_figure_is_nought() -> None:
    assert set(figures_of([]).values()) == {0.0}


class Ready:
    """A reader that has read every text already."""

    def read(self, article: Article) -> Reading:
        assert article.text == TEXT
        korvin = a_statement(ARTICLE, "it rained", "Ida Korvin", "said", id=0)
        return a_reading(article, [a_speaker(0, "Ida Korvin")], [korvin])


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts in PolNeAR's format, and a reader that knows them."""
    for name in ("rain", "other"):
        write(tmp_path / "polnear" / "dev" / "text" / f"{name}.txt", TEXT)
        write(tmp_path / "polnear" / "dev" / "attributions" / f"{name}_a.ann", "")
    monkeypatch.setattr(spoken.Reader, "open", Ready)
    return tmp_path


def write_gold(folder: Path, *sources: dict[str, Any]) -> Path:
    row = {"corpus": "polnear/dev", "id": "rain", "sources": list(sources)}
    write(folder / "gold.jsonl", json.dumps(row) + "\n")
    return folder / "gold.jsonl"


def test_texts_are_read_and_measured(corpora: Path) -> None:
    file = write_gold(corpora, gold("Ida Korvin", "said", cue_class="say"), gold("Guards", "left"))
    measured = measure_spoken(corpora, file)
    assert measured == {"found": 50, "speaker": 100, "speaker with a name": 100, "kind": 100, "cue class": 100}


def test_the_command_prints_figures_and_errors(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = gold("Ida Korvin", "said", name="Ben Cole", kind="role_only", cue_class="deny")
    right = gold("Ida Korvin", "said", cue_class="say")
    main(str(corpora), "--gold", str(write_gold(corpora, wrong, right, gold("Guards", "left"))), "--show")
    out = capsys.readouterr().out
    assert "found                 66.7" in out
    assert "NAME  [Ida Korvin] is Ben Cole, given Ida Korvin (named_person)" in out
    assert "KIND  [Ida Korvin] is role_only, given named_person" in out
    assert "CUE   [said] is deny, given say: it rained" in out
    assert out.count("CUE") == 1


def test_the_command_prints_figures_alone_unless_asked(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(str(corpora), "--gold", str(write_gold(corpora, gold("Ida Korvin", "said"))))
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_missing_gold_is_said(corpora: Path) -> None:
    with pytest.raises(NotFound, match="no gold in"):
        measure_spoken(corpora, corpora / "none.jsonl")


def test_a_missing_corpus_is_said(corpora: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        measure_spoken(tmp_path / "elsewhere", write_gold(corpora, gold("Ida Korvin", "said")))
