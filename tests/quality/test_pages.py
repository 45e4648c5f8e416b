from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from quality.pages import PageScore, count_rows, measure_pages, score_body

from attribune.errors import NotFound

CORPORA = Path(os.environ.get("ATTRIBUNE_CORPORA", Path(__file__).parents[2].parent / "shared" / "data"))
PARAGRAPH = "The harbour minister said that the old bridge over the Selwyn will be replaced within two years. " * 3


@pytest.mark.parametrize(
    ("body", "true_body", "score"),
    [
        ("a b c d e", "a b c d e", PageScore(1.0, 1.0, True)),
        ("a b c d e f", "a b c d e", PageScore(2 / 3, 1.0, False)),
        ("a b c d", "a b c d e", PageScore(1.0, 0.5, False)),
        ("", "a b c d", PageScore(None, 0.0, False)),
        ("a b", "", PageScore(0.0, 1.0, False)),
    ],
)
def test_a_body_is_scored_by_rows_of_four_words(body: str, true_body: str, score: PageScore) -> None:
    assert score_body(body, true_body) == score


def test_a_row_that_comes_twice_counts_twice() -> None:
    assert count_rows("a a a a a") == {("a",) * 4: 2}


def test_a_folder_of_pages_is_measured(tmp_path: Path) -> None:
    folder = tmp_path / "article_extraction"
    (folder / "html").mkdir(parents=True)
    html = f"<html><body><article><h1>New bridge</h1><p>{PARAGRAPH}</p></article></body></html>"
    (folder / "html" / "x.html.gz").write_bytes(gzip.compress(html.encode()))
    (folder / "ground-truth.json").write_text(json.dumps({"x": {"articleBody": PARAGRAPH}}))
    assert measure_pages(tmp_path) == {"precision": 100.0, "recall": 100.0, "f1": 100.0, "accuracy": 100.0}


def test_a_missing_corpus_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no pages in"):
        measure_pages(tmp_path)


@pytest.mark.skipif(not (CORPORA / "article_extraction").is_dir(), reason=f"no pages in {CORPORA}")
def test_pages_are_read_well() -> None:
    measured = measure_pages(CORPORA)
    assert measured["f1"] >= 97.5
    assert measured["recall"] >= 98.3
