from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest
from quality.figures import Annotated, compare, errors, gold_figure, measure_figures, pair_up, read_gold, score

from attribune.article import Span
from attribune.errors import NotFound
from attribune.statement import Figure
from quality import figures

CORPORA = Path(os.environ.get("ATTRIBUNE_CORPORA", Path(__file__).parents[2].parent / "shared" / "data"))
TEXT = "The blast killed 12 people and wounded 30."
TWELVE = Figure(Span(17, 26), 12, 12, counts="killed", of="people")
THIRTY = Figure(Span(39, 41), 30, 30, counts="wounded")


def as_gold(figure: Figure) -> dict[str, Any]:
    """A figure as a gold file holds it."""
    names = ("low", "high", "approximate", "counts", "of", "unit", "further")
    fields = {name: getattr(figure, name) for name in names}
    return {"span": list(figure.span), "text": figure.span.of(TEXT), "whole": figure.whole, **fields}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder with one text of each corpus."""
    (tmp_path / "fakes").mkdir()
    with (tmp_path / "fakes" / "fakes_dev.csv").open("w", encoding="utf-8") as file:
        csv.writer(file).writerows([["unit_id", "article_content"], ["7", TEXT]])
    (tmp_path / "re3d" / "Norland").mkdir(parents=True)
    document = json.dumps({"_id": "A1", "text": TEXT})
    (tmp_path / "re3d" / "Norland" / "documents.json").write_text(document + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file for the two texts."""
    file = tmp_path / "gold.jsonl"
    articles = [
        {"corpus": "fakes", "id": "7", "figures": [as_gold(TWELVE), as_gold(THIRTY)]},
        {"corpus": "re3d/Norland", "id": "A1", "figures": [as_gold(TWELVE), as_gold(THIRTY)]},
    ]
    file.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return file


def test_texts_of_both_corpora_are_measured(corpora: Path, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "GOLD", gold)
    measured = measure_figures(corpora)
    assert set(measured.values()) == {100.0}
    assert set(measured) >= {"precision", "recall", "f1", "lenient_f1", "counts", "of", "approximate", "whole"}


def test_a_missing_corpus_is_an_input_error(tmp_path: Path, gold: Path) -> None:
    with pytest.raises(NotFound, match="no texts at"):
        list(read_gold(tmp_path / "elsewhere", gold))


def test_a_missing_gold_file_is_an_input_error(corpora: Path) -> None:
    with pytest.raises(NotFound, match="no gold figures at"):
        list(read_gold(corpora, corpora / "elsewhere.jsonl"))


def test_an_unknown_text_is_an_input_error(corpora: Path) -> None:
    file = corpora / "gold.jsonl"
    file.write_text(json.dumps({"corpus": "fakes", "id": "8", "figures": []}), encoding="utf-8")
    with pytest.raises(NotFound, match="no text 8 in"):
        list(read_gold(corpora, file))


def test_a_gold_figure_keeps_its_fields() -> None:
    part = Figure(Span(0, 2), 3, None, approximate=True, of="boats", whole=Span(5, 9), further=True)
    assert gold_figure(as_gold(part)) == part


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        pytest.param((TWELVE, THIRTY), {"precision": 100, "recall": 100, "f1": 100, "lenient_f1": 100}, id="all right"),
        pytest.param((TWELVE,), {"precision": 50, "recall": 100, "lenient_f1": 200 / 3}, id="one too many"),
        pytest.param((Figure(Span(17, 26), 13, 13), THIRTY), {"f1": 50, "lenient_f1": 50}, id="another interval"),
        pytest.param((Figure(Span(17, 19), 12, 12), THIRTY), {"f1": 50, "lenient_f1": 100}, id="another span"),
        pytest.param((Figure(Span(17, 26), 12, 12), THIRTY), {"f1": 100, "counts": 50, "of": 50}, id="other details"),
    ],
)
def test_a_text_is_scored(gold: tuple[Figure, ...], expected: dict[str, float]) -> None:
    measured = score([compare(Annotated("fakes", "7", TEXT, gold))])
    assert {name: measured[name] for name in expected} == pytest.approx(expected)


def test_a_found_figure_is_in_one_pair() -> None:
    assert list(pair_up([TWELVE], [TWELVE, TWELVE])) == [(TWELVE, TWELVE)]


def test_every_error_is_shown_with_its_words() -> None:
    gold = (Figure(Span(17, 26), 12, 12, counts="wounded", of="people"), Figure(Span(4, 9), 1, 1))
    missed, differs, wrong = errors(Annotated("fakes", "7", TEXT, gold))
    assert "missed: The [[blast]] killed" in missed
    assert "differs: The blast killed [[12 people]] and wounded 30. counts 'killed' for 'wounded'" in differs
    assert "wrong: The blast killed 12 people and wounded [[30]]." in wrong


@pytest.mark.skipif(
    not (figures.GOLD.is_file() and (CORPORA / "fakes").is_dir() and (CORPORA / "re3d").is_dir()),
    reason="no gold figures or no corpora",
)
def test_figures_are_found_well() -> None:
    assert measure_figures(CORPORA)["f1"] >= 90
