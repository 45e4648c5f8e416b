from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from quality.times import Gold, Pair, compare, figures, is_dev, measure_times, read_document, read_documents

from attribune.article import Span
from attribune.errors import NotFound
from attribune.extract.times import Timex

CORPORA = Path(os.environ.get("ATTRIBUNE_CORPORA", Path(__file__).parents[2].parent / "shared" / "data"))
TEXT = """<!DOCTYPE TimeML [<!ENTITY port "the port">]>
<TimeML><DOCID>x</DOCID><DCT><TIMEX3 value="2015-10-03T10:00">10/03/2015</TIMEX3></DCT><TEXT>
The mayor <EVENT>left</EVENT> <TIMEX3 value="{value}">last
<EVENT>Friday</EVENT></TIMEX3>.<!-- not a word -->

She has <EVENT>ruled</EVENT> for <TIMEX3 value="P9Y">nine winters</TIMEX3>, not three days.
</TEXT></TimeML>"""


def name_of(*, dev: bool) -> str:
    """A file name of the dev part or of the rest."""
    return next(name for name in map(str, range(100)) if is_dev(name) is dev)


def write(corpora: Path, *, dev: bool = True, value: str = "2015-10-02") -> Path:
    folder = corpora / "tempeval3" / "TBAQ-cleaned" / "TimeBank"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name_of(dev=dev)}.tml"
    path.write_text(TEXT.format(value=value))
    return path


def test_a_document_is_read_with_its_annotation_and_without_breaks_in_its_lines(tmp_path: Path) -> None:
    document = read_document(write(tmp_path))
    assert document.published == date(2015, 10, 3)
    assert "left last Friday.\n\nShe" in document.text
    assert [(one.span.of(document.text), one.value) for one in document.golds] == [
        ("last Friday", "2015-10-02"),
        ("nine winters", "P9Y"),
    ]


def test_an_entity_is_not_resolved(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text(path.read_text().replace("The mayor", "The mayor of &port;"))
    assert "the port" not in read_document(path).text


def test_each_annotated_time_is_paired_with_a_found_one(tmp_path: Path) -> None:
    pairs = compare(read_document(write(tmp_path)))
    assert [pair.verdict for pair in pairs] == ["right", "missed", "spurious"]


@pytest.mark.parametrize(
    ("gold", "found", "verdict"),
    [("P1D", "P1D", "right"), ("P1D", "P2D", "wrong"), ("P1D", None, "missed"), (None, "P1D", "spurious")],
)
def test_a_pair_is_judged_by_its_values(tmp_path: Path, gold: str | None, found: str | None, verdict: str) -> None:
    span = Span(1, 5)
    document = read_document(write(tmp_path))
    pair = Pair(document, Gold(span, gold) if gold else None, Timex(span, "duration", found) if found else None)
    assert pair.verdict == verdict
    assert str(pair).startswith(verdict)
    assert "[The ]" in str(pair)


def test_figures_are_those_of_tempeval(tmp_path: Path) -> None:
    assert figures(compare(read_document(write(tmp_path)))) == {
        "precision": 50.0,
        "recall": 50.0,
        "f1": 50.0,
        "value accuracy": 100.0,
        "value f1": 50.0,
    }


def test_nothing_found_is_zero() -> None:
    assert set(figures([]).values()) == {0.0}


def test_only_the_dev_part_is_measured(tmp_path: Path) -> None:
    write(tmp_path, dev=True, value="2015-10-02")
    write(tmp_path, dev=False, value="2015-10-09")
    assert measure_times(tmp_path)["value accuracy"] == 100.0
    assert [document.golds[0].value for document in read_documents(tmp_path, dev=False)] == ["2015-10-09"]


def test_a_missing_corpus_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no TimeML files in"):
        measure_times(tmp_path)


@pytest.mark.skipif(not (CORPORA / "tempeval3").is_dir(), reason=f"no TimeML files in {CORPORA}")
def test_times_are_read_well() -> None:
    measured = measure_times(CORPORA)
    assert measured["f1"] >= 92.0
    assert measured["value f1"] >= 76.0
