from __future__ import annotations

import os
from pathlib import Path

import pytest
from quality.places import (
    FURTHER,
    Answer,
    GoldName,
    GoldText,
    Home,
    answers,
    figures,
    measure_countries,
    read_geowebnews,
)

from attribune.article import Span
from attribune.errors import NotFound
from attribune.statement import Where

CORPORA = Path(os.environ.get("ATTRIBUNE_CORPORA", Path(__file__).parents[2].parent / "shared" / "data"))
TEXT = "Rain fell on Oslo, the Norwegian capital, at the end of April.\r\nOslo said so."
MARKS = """\
T2\tMetonymic 64 68\tOslo
T1\tLiteral 13 17\tOslo
#1\tAnnotatorNotes T1\t3143244
T3\tNon_Literal_Modifier 23 32\tNorwegian
A1\tModifier_Type T3 Adjective
#2\tAnnotatorNotes T3\t 3144096\t
#3\tAnnotatorNotes T2\t59.911, 10.757
T4\tHomonym 56 61\tApril
#4\tAnnotatorNotes T4\t3143244
"""
OSLO = (59.91, 10.75)
SPAN = Span(0, 4)


def answer(
    right: str | None, given: str | None, point: tuple[float, float] | None = None, kind: str = "Literal"
) -> Answer:
    """An answer with the country that is right, None where it is not known, and the one that was given."""
    where = Where(SPAN, "Oslo", country=given, lat=point and point[0], lon=point and point[1])
    return Answer(GoldName(SPAN, kind, "1"), Home(right, OSLO) if right else None, where)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "geowebnews"
    found.mkdir()
    (found / "7.txt").write_bytes(TEXT.encode())
    (found / "7.ann").write_text(MARKS, encoding="utf-8")
    return found


def test_marks_are_read_in_the_order_of_the_text(folder: Path) -> None:
    (text,) = read_geowebnews(folder)
    assert text.name == "7"
    assert [name.span.of(text.text) for name in text.names] == ["Oslo", "Norwegian", "April", "Oslo"]
    assert [name.kind for name in text.names] == ["Literal", "Non_Literal_Modifier", "Homonym", "Metonymic"]


def test_only_places_have_an_id(folder: Path) -> None:
    (text,) = read_geowebnews(folder)
    assert [name.id for name in text.names] == [3143244, 3144096, None, None]


def test_names_with_an_id_are_answered(folder: Path) -> None:
    (text,) = read_geowebnews(folder)
    found = list(answers(text))
    assert [one.home.country if one.home else None for one in found] == ["NO", "NO"]
    assert [one.where.country for one in found] == ["NO", "NO"]
    assert [one.where.kind for one in found] == ["place", "government"]


def test_one_part_of_the_articles_is_measured() -> None:
    measured = [GoldText(str(number), "", ()).measured for number in range(1000)]
    assert 200 < sum(measured) < 300


def test_figures_are_shares_of_the_names_whose_country_is_known() -> None:
    found = [
        answer("NO", "NO", OSLO),
        answer("NO", "SE", (59.33, 18.07)),
        answer("NO", None, kind="Embedded_Non_Lit"),
        answer("NO", "NO", (59.95, 10.8), kind="Embedded_Non_Lit"),
        answer(None, "NO"),
    ]
    measured = figures(found)
    assert measured["country"] == 50.0
    assert measured["outside names"] == 50.0
    assert measured["right of answered"] == pytest.approx(200 / 3)
    assert measured["answered"] == 75.0
    assert measured["within 161 km"] == pytest.approx(200 / 3)
    assert measured["median km"] == pytest.approx(5.2, abs=0.2)
    assert (measured["names"], measured["left out"]) == (4, 1)


def test_a_missing_corpus_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no articles in"):
        measure_countries(tmp_path)


def test_further_countries_are_codes_by_id() -> None:
    rows = [line.split("\t") for line in FURTHER.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(key.isdigit() and len(code) == 2 and code.isupper() for key, code in rows)
    assert len(dict(rows)) == len(rows)


@pytest.mark.skipif(not (CORPORA / "geowebnews").is_dir(), reason=f"no articles in {CORPORA}")
def test_names_get_the_right_country() -> None:
    measured = measure_countries(CORPORA)
    assert measured["country"] >= 95.5
    assert measured["right of answered"] >= 99.0
    assert measured["within 161 km"] >= 97.5
