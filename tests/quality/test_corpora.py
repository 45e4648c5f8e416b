"""Readers of corpora, on small files in their formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.corpora import ecb, factuality, gap, geowebnews, gum, newswire, parts
from quality.texts import Labelled, in_part

from tests.quality.corpus import GAP_HEADER, GAP_TEXT, event_row, gap_row, write, write_corpora


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all corpora."""
    return write_corpora(tmp_path)


def labelled(one: Labelled) -> list[tuple[str, str]]:
    return [(span.of(one.text), label) for span, label in (*(one.names or ()), *(one.places or ()))]


def meant(one: Labelled) -> list[tuple[str, int, bool, bool]]:
    return [(mention.span.of(one.text), mention.entity, mention.sought, mention.candidate) for mention in one.mentions]


def test_newswire_has_names_of_whole_runs(folder: Path) -> None:
    (one,) = newswire(folder)
    assert labelled(one) == [
        ("Ida Korvin", "Person"),
        ("Old_Lodra", "Location"),
        ("Lund", "Person"),
        ("Brimlo", "Organization"),
    ]
    assert (one.key, one.text, one.places) == ("bridge", "Ida Korvin left Old_Lodra.\nLund Brimlo\n", None)


def test_place_names_have_their_use(folder: Path) -> None:
    (one,) = geowebnews(folder)
    assert labelled(one) == [("Lodra", "government"), ("Sorvan", "adjective"), ("Old Bay", "place")]
    assert (one.key, one.names) == ("7", None)


def test_texts_of_places_come_in_the_order_of_their_numbers(folder: Path) -> None:
    for number in (12, 9):
        write(folder / "geowebnews" / f"{number}.ann", "")
        write(folder / "geowebnews" / f"{number}.txt", "Nothing.")
    assert [one.key for one in geowebnews(folder)] == ["7", "9", "12"]


def test_events_have_their_factuality(folder: Path) -> None:
    write(folder / "factuality" / "UW" / "dev.jsonl", event_row("He did n't leave Lodra .", leave=-2.4) + "\n")
    found = {one.corpus: one for one in factuality(folder, "dev")}
    assert list(found) == [f"factuality/{name}" for name in ("UDS_IH2", "UW", "MEANTIME", "CB/CB")]
    one = found["factuality/UW"]
    assert one.text == "He didn't leave Lodra.\n"
    assert [(span.of(one.text), value) for span, value in one.factuality] == [("leave", -2.4)]


@pytest.mark.parametrize(
    ("a", "b", "entity"), [("TRUE", "FALSE", 0), ("false", "true", 1), ("FALSE", "FALSE", 2)], ids=str
)
def test_a_pronoun_means_one_of_two_names_or_none(tmp_path: Path, a: str, b: str, entity: int) -> None:
    write(tmp_path / "gap" / "gap-test.tsv", "\t".join(GAP_HEADER) + "\n" + gap_row(a=a, b=b) + "\n")
    (one,) = gap(tmp_path, "test")
    assert one.text == GAP_TEXT
    assert meant(one) == [("Ada Brook", 0, False, True), ("Jana Kos", 1, False, True), ("she", entity, True, False)]


def test_mentions_are_the_names_or_head_nouns_of_persons_bodies_and_places(folder: Path) -> None:
    (one,) = gum(folder, "dev")
    assert one.text == "The old mayor Ada Brook didn't leave.\nShe saw Lodra Bay that "
    assert meant(one) == [
        ("mayor", 1, True, True),
        ("Ada Brook", 2, False, True),
        ("She", 1, True, False),
        ("Lodra", 5, False, True),
        ("Lodra Bay", 4, False, True),
    ]


def test_participants_of_events_are_mentions(folder: Path) -> None:
    (one,) = ecb(folder)
    assert one.text == "Ada Brook left.\nShe ran _ Cole\n"
    assert meant(one) == [("Ada Brook", 0, False, True), ("She", 0, True, False), ("Cole", -1, False, True)]


def test_what_is_measured_on_is_not_learned_from(folder: Path) -> None:
    learn, measure = parts(folder)
    learned, measured = ({(one.corpus, one.key) for one in side} for side in (learn, measure))
    assert not learned & measured
    assert {("gap", "development-1"), ("gum", "GUM_train"), ("ecb", "1_1ecb"), ("factuality/UW", "train-0")} <= learned
    assert {("gap", "validation-1"), ("gum", "GUM_dev"), ("factuality/UW", "dev-0")} <= measured
    assert (("newswire", "bridge") in measured) is in_part("bridge", 10)
    assert (("geowebnews", "7") in measured) is in_part("7", 4)
