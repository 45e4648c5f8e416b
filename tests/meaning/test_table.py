"""The shipped table gives vectors that say what a text is about, and notices damage."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from attribune.errors import ReaderError
from attribune.meaning import Meaning
from attribune.meaning import table as module
from attribune.meaning.table import CARD, ROWS

SHIPPED = Path(module.__file__).parent / "data"


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    """The table that is shipped."""
    return Meaning.open()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files that a test may damage."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "meaning"))


def cosine(left: np.ndarray, right: np.ndarray) -> float:
    """Of two vectors in int8."""
    one, other = left.astype(float), right.astype(float)
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


@pytest.mark.parametrize(
    ("query", "near", "far"),
    [
        ("civilians were hit", "Shells killed four residents of Plesko", "The mayor of Plesko opened a library"),
        ("the army denied it", "Military officials rejected the accusation", "The orchestra played until midnight"),
        ("prices went up", "Inflation rose again in Sorva", "The striker signed with Lodra"),
        ("a bridge collapsed", "The span across the river gave way", "The actress left hospital"),
    ],
    ids=["casualties", "denial", "economy", "accident"],
)
def test_other_words_for_the_same_thing_are_nearer_than_other_things(meaning: Meaning, query: str, near: str, far: str):
    sought, right, wrong = meaning.vectors([query, near, far])
    assert cosine(sought, right) > cosine(sought, wrong) + 0.1


def test_vectors_have_one_size_and_almost_one_length(meaning: Meaning):
    vectors = meaning.vectors(["The bridge fell.", "Ida Korvin, the mayor, said nothing of the kind", "ceasefire"])
    lengths = np.linalg.norm(vectors.astype(float), axis=1)
    assert vectors.shape == (3, meaning.size)
    assert vectors.dtype == np.int8
    assert meaning.size % 64 == 0
    assert lengths == pytest.approx(module.SCALE, rel=0.03)


def test_company_changes_nothing_of_a_vector(meaning: Meaning):
    together = meaning.vectors(["A ceasefire was agreed", *(f"Report {at} of the council" for at in range(1100))])
    assert np.array_equal(meaning.vector("A ceasefire was agreed"), together[0])
    assert np.array_equal(meaning.vector("Report 1099 of the council"), together[-1])


@pytest.mark.parametrize(
    "text", ["", "   ", "...", "“”—", "\U00013000"], ids=["empty", "blank", "dots", "marks", "glyph"]
)
def test_a_text_without_a_known_word_has_a_zero_vector(meaning: Meaning, text: str):
    assert not meaning.vector(text).any()


def test_no_texts_have_no_vectors(meaning: Meaning):
    assert meaning.vectors([]).shape == (0, meaning.size)


def test_the_order_of_words_and_their_capitals_do_not_count(meaning: Meaning):
    left, right = meaning.vectors(["Rebels shelled the town", "the town REBELS shelled"])
    assert cosine(left, right) > 0.999


def test_the_shipped_table_says_what_it_is(meaning: Meaning):
    assert (meaning.name, len(meaning.sha256)) == ("attribune-meaning", 64)
    assert meaning.version


def test_the_shipped_files_stay_under_nine_megabytes():
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 9e6


def test_a_table_may_be_opened_from_another_folder(folder: Path, meaning: Meaning):
    assert Meaning.open(folder).sha256 == meaning.sha256


@pytest.mark.parametrize("name", [CARD, ROWS])
def test_a_missing_file_is_named(folder: Path, name: str):
    (folder / name).unlink()
    with pytest.raises(ReaderError, match=name):
        Meaning.open(folder)


def test_a_changed_byte_of_the_rows_is_noticed(folder: Path):
    content = bytearray((folder / ROWS).read_bytes())
    content[1000] ^= 1
    (folder / ROWS).write_bytes(content)
    with pytest.raises(ReaderError, match="damaged"):
        Meaning.open(folder)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 9}, "format 1"),
        ({"size": 128}, "damaged"),
        ({"size": "wide"}, "damaged"),
        ({"pieces": None}, "damaged"),
        ({"tokenizer": "0" * 64}, "other word pieces"),
    ],
    ids=["format", "size", "no number", "no count", "word pieces"],
)
def test_a_card_that_does_not_fit_is_noticed(folder: Path, changes: dict, message: str):
    card = json.loads((folder / CARD).read_text("utf-8"))
    (folder / CARD).write_text(json.dumps({**card, **changes}), encoding="utf-8")
    with pytest.raises(ReaderError, match=message):
        Meaning.open(folder)


@pytest.mark.parametrize("text", ["{", "[]", "\udc80"], ids=["cut", "a list", "no text"])
def test_a_card_that_is_none_is_noticed(folder: Path, text: str):
    (folder / CARD).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ReaderError):
        Meaning.open(folder)
