"""The measure of the reader's heads, on small corpora and with scores made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from quality.heads import (
    macro,
    measure_antecedents,
    measure_factuality,
    measure_names,
    measure_places,
)
from quality.texts import Labelled, in_part

from attribune.article import Article
from attribune.errors import NotFound
from attribune.reader.heads import WordScores
from quality import heads
from tests.quality.corpus import GAP_HEADER, GEOWEBNEWS, NEWSWIRE, PLACES, event_row, gap_row, write
from tests.scored import Meant, Tagged, some_scores, some_words, tokens_of, words

Say = Callable[[Article], WordScores]
MEASURES = (measure_names, measure_places, measure_antecedents, measure_factuality)


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[[Say], None]:
    """Makes the reader's heads say of every text what a function gives."""

    def set_heads(told: Say) -> None:
        def scores(one: Labelled) -> object:
            article = Article(one.text)
            return some_scores(article, words=told(article))

        monkeypatch.setattr(heads, "_scores", scores)

    return set_heads


def kept(share: int, *, is_kept: bool = True) -> str:
    """A number as name of a text that is kept for measuring, or of one that is not."""
    return next(name for name in map(str, range(1000)) if in_part(name, share) is is_kept)


def write_names(folder: Path, name: str) -> None:
    write(folder / "worldwide_newswire" / "processed_annotated" / f"{name}.json.tsv", NEWSWIRE)


def write_places(folder: Path, name: str) -> None:
    write(folder / "geowebnews" / f"{name}.ann", PLACES)
    write(folder / "geowebnews" / f"{name}.txt", GEOWEBNEWS)


def test_a_name_is_right_with_the_same_words_and_kind(tmp_path: Path, say: Callable[[Say], None]) -> None:
    write_names(tmp_path, kept(10))
    found = [Tagged("Ida Korvin", "Person"), Tagged("Lund", "Person"), Tagged("Brimlo", "Location")]
    say(lambda article: some_words(article, names=found))
    measured = measure_names(tmp_path)
    # Right are 2 of 3 names given and of 4 gold ones; of the places 0 of 1 and of 1.
    assert measured == pytest.approx(
        {"names": 400 / 7, "names: Person": 100, "names: Organization": 0, "names: Location": 0}
    )


@pytest.mark.parametrize(
    ("measure", "write_text", "share"), [(measure_names, write_names, 10), (measure_places, write_places, 4)], ids=str
)
def test_only_the_kept_texts_count(
    tmp_path: Path,
    say: Callable[[Say], None],
    measure: Callable[[Path], dict[str, float]],
    write_text: Callable[[Path, str], None],
    share: int,
) -> None:
    write_text(tmp_path, kept(share, is_kept=False))
    say(lambda article: pytest.fail("a text was read that taught the heads"))
    assert set(measure(tmp_path).values()) == {0.0}


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        pytest.param(("government", "adjective", "place"), (100, 100, 100), id="all right"),
        pytest.param(("adjective", "adjective", "place"), (100, 100, 100), id="no place, of another use"),
        pytest.param(("place", "adjective", "place"), (100, 200 / 3, 50), id="a government for a place"),
        pytest.param(("government", "place", "place"), (100, 200 / 3, 100), id="an adjective for a place"),
        pytest.param(("government", None, None), (50, 100, 100), id="found one of three"),
        pytest.param((None, None, None), (0, 0, 0), id="found none"),
    ],
)
def test_places_are_found_and_told_by_their_use(
    tmp_path: Path, say: Callable[[Say], None], uses: tuple[str | None, ...], expected: tuple[float, ...]
) -> None:
    write_places(tmp_path, kept(4))
    names = ("Lodra", "Sorvan", "Old Bay")
    found = [Tagged(name, use) for name, use in zip(names, uses, strict=True) if use]
    say(lambda article: some_words(article, places=found))
    measured = measure_places(tmp_path)
    assert (measured["places found"], measured["place or government"], measured["of nouns"]) == pytest.approx(expected)


@pytest.mark.parametrize(("meant", "right"), [("Jana Kos", 100.0), ("Ada Brook", 0.0)], ids=str)
def test_a_pronoun_means_the_name_that_fits_better(
    tmp_path: Path, say: Callable[[Say], None], meant: str, right: float
) -> None:
    rows = ["\t".join(GAP_HEADER), gap_row(), gap_row(b="FALSE")]
    write(tmp_path / "gap" / "gap-validation.tsv", "\n".join(rows) + "\n")
    say(lambda article: some_words(article, meant=[Meant("she", meant)]))
    assert measure_antecedents(tmp_path) == {"antecedents": right}


def test_a_corpus_without_pronouns_that_mean_a_name_has_none_right(tmp_path: Path, say: Callable[[Say], None]) -> None:
    write(tmp_path / "gap" / "gap-validation.tsv", "\t".join(GAP_HEADER) + "\n" + gap_row(b="FALSE") + "\n")
    say(some_words)
    assert measure_antecedents(tmp_path) == {"antecedents": 0.0}


def test_factuality_is_that_of_the_events_first_word(tmp_path: Path, say: Callable[[Say], None]) -> None:
    corpora = ("UDS_IH2", "UW", "MEANTIME", "CB/CB")
    for corpus in corpora:
        write(tmp_path / "factuality" / corpus / "dev.jsonl", event_row("He did n't leave Lodra .", leave=-3.0) + "\n")

    def told(article: Article) -> WordScores:
        scored = some_words(article)
        low, _ = words(article, tokens_of(article), "leave")
        scored.factuality[low] = -2.5
        return scored

    say(told)
    assert measure_factuality(tmp_path) == {"factuality": 100.0} | {f"factuality/{name}": 100.0 for name in corpora}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([(3.0, 2.0), (-3.0, -2.0), (0.0, 0.4)], 100, id="right"),
        pytest.param([(3.0, 1.0), (3.0, 1.0)], 50, id="unsure"),
        pytest.param([(3.0, -3.0), (3.0, -3.0)], 50, id="the other sign"),
        pytest.param([(3.0, 0.0)], 0, id="neither"),
        pytest.param([(3.0, 3.0), (-3.0, 3.0)], 50 * (1 / 3 + 1), id="one sign of two"),
        pytest.param([(0.5, 0.6)], 100, id="the edge is of the upper class"),
    ],
)
def test_macro_f1_of_sign_and_of_certainty(pairs: list[tuple[float, float]], expected: float) -> None:
    assert macro(pairs) == pytest.approx(expected)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.__name__)
def test_a_missing_corpus_is_said(tmp_path: Path, measure: Callable[[Path], dict[str, float]]) -> None:
    with pytest.raises(NotFound, match="no corpus in"):
        measure(tmp_path)


def test_the_shipped_reader_is_opened_once() -> None:
    scores = [heads._scores(Labelled("test", "1", "Ida Korvin said it rained.")) for _ in range(2)]
    assert scores[0].words is not None
    assert len(heads._opened) == 1
