"""The measure of statements inside others, against gold of our own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from quality.nested import matches, measure_nested

from attribune.article import Article, Span
from attribune.errors import InputError, NotFound
from attribune.reading import Reading
from attribune.statement import Role, Statement
from quality import nested
from tests.builders import a_reading, a_span, a_statement
from tests.quality.corpus import write

TEXT = "Korvin said the mayor told us it rained. Lund said the guards told us it snowed and Cole told us it froze."
ARTICLE = Article(TEXT)
HOST = "the mayor told us it rained"
HOSTS = [HOST, "the guards told us it snowed and Cole told us it froze"]


def gold(source: str, cue: str, content: str) -> dict[str, Any]:
    """One attribution inside a content, in words of the text."""
    spans = {"source": a_span(ARTICLE, source), "content": a_span(ARTICLE, content)}
    start = TEXT.index(cue, spans["source"].start)
    return {role: [list(span)] for role, span in (spans | {"cue": Span(start, start + len(cue))}).items()}


MAYOR, GUARDS = gold("the mayor", "told", "it rained"), gold("the guards", "told", "it snowed")
COLE = gold("Cole", "told", "it froze")


def inner(number: int, source: str, content: str, cue: str = "told", parent: int | None = 0) -> Statement:
    """A statement inside another, as the product gives it."""
    (span,) = gold(source, cue, content)["cue"]
    found = a_statement(ARTICLE, content, source, id=number, parent=parent)
    return replace(found, cue=Role((Span(*span),)))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        pytest.param(inner(1, "the mayor", "it rained"), True, id="the same"),
        pytest.param(inner(1, "mayor", "rained"), True, id="a part"),
        pytest.param(inner(1, "Korvin", "it rained"), False, id="another source"),
        pytest.param(inner(1, "the mayor", "it rained", cue="said"), False, id="another cue"),
        pytest.param(inner(1, "the mayor", "it snowed"), False, id="another content"),
        pytest.param(a_statement(ARTICLE, "it rained", cue="told", parent=0), False, id="no source"),
    ],
)
def test_a_statement_is_the_gold_one_that_shares_words_in_every_role(statement: Statement, expected: bool) -> None:
    assert matches(statement, MAYOR) is expected


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder with one text in PolNeAR's format and another that has no gold."""
    for name in ("rain", "other"):
        write(tmp_path / "polnear" / "dev" / "text" / f"{name}.txt", TEXT)
        write(tmp_path / "polnear" / "dev" / "attributions" / f"{name}_a.ann", "")
    contents = [
        {"spans": [list(a_span(ARTICLE, HOSTS[0]))], "inner": [MAYOR]},
        {"spans": [list(a_span(ARTICLE, HOSTS[1]))], "inner": [GUARDS, COLE]},
    ]
    row = {"corpus": "polnear/dev", "id": "rain", "contents": contents}
    write(tmp_path / "gold.jsonl", json.dumps(row) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        pytest.param([], 0, 0, id="nothing"),
        pytest.param([inner(2, "the mayor", "it rained")], 100, 100 / 3, id="one of three"),
        pytest.param(
            [inner(2, "the mayor", "it rained"), inner(3, "the guards", "it snowed"), inner(4, "Cole", "it froze")],
            100,
            100,
            id="all",
        ),
        pytest.param([inner(2, "the mayor", "it rained"), inner(3, "us", "it froze")], 50, 100 / 3, id="one too many"),
        pytest.param([inner(2, "the mayor", "it rained", parent=None)], 0, 0, id="inside nothing"),
        pytest.param(
            [inner(2, "the mayor", "it rained"), inner(3, "Korvin", "Lund said")], 100, 100 / 3, id="in no gold content"
        ),
    ],
)
def test_what_is_found_inside_the_gold_contents_counts(
    corpora: Path, monkeypatch: pytest.MonkeyPatch, found: list[Statement], precision: float, recall: float
) -> None:
    class Ready:
        def read(self, article: Article) -> Reading:
            return a_reading(article, [], [*(a_statement(ARTICLE, host, id=n) for n, host in enumerate(HOSTS)), *found])

    monkeypatch.setattr(nested.Reader, "open", Ready)
    measured = measure_nested(corpora, corpora / "gold.jsonl")
    assert measured["nested precision"] == pytest.approx(precision)
    assert measured["nested recall"] == pytest.approx(recall)
    assert measured["nested f1"] == pytest.approx(2 * precision * recall / max(1, precision + recall))


def test_missing_gold_is_said(corpora: Path) -> None:
    with pytest.raises(NotFound, match="no gold in"):
        measure_nested(corpora, corpora / "none.jsonl")


def test_a_missing_corpus_is_said(corpora: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        measure_nested(tmp_path / "elsewhere", corpora / "gold.jsonl")
