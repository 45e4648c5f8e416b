"""The gazetteer: from names to places."""

from __future__ import annotations

import pytest

from attribune.extract.gazetteer import Place, distance, key_of, kilometres, name_of_country, places_named, within
from attribune.extract.gazetteer.index import index_of
from attribune.extract.wordlists import rows, word_classes

KINDS = {"country", "region", "district", "city", "area"}


def best(name: str) -> Place:
    """The place of that name with most people."""
    return max(places_named(name), key=lambda place: place.people)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Al-Raqqah", "Raqqah", id="Arabic article"),
        pytest.param("Ar Raqqah", "Raqqah", id="before a sun letter"),
        pytest.param("Saint Louis", "St. Louis", id="saint"),
        pytest.param("Ciudad Juárez", "Ciudad Juarez", id="accent"),
        pytest.param("Xi'an", "Xi’an", id="apostrophe"),
        pytest.param("Guinea-Bissau", "Guinea Bissau", id="hyphen"),
        pytest.param("the Hague", "HAGUE", id="the, capitals"),
        pytest.param("New\nYork", "New  York", id="white space"),
    ],
)
def test_names_that_differ_in_spelling_share_a_key(name: str, other: str) -> None:
    assert key_of(name) == key_of(other)


@pytest.mark.parametrize("pair", [("Paris", "Parys"), ("Al", ""), ("Thebes", "bes"), ("Asmara", "mara")])
def test_other_names_have_other_keys(pair: tuple[str, str]) -> None:
    assert key_of(pair[0]) != key_of(pair[1])


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Syria", "country", "SY"),
        ("Syrian", "country", "SY"),
        ("US", "country", "US"),
        ("Soviet Union", "country", "RU"),
        ("Bavaria", "region", "DE"),
        ("Chechnya", "region", "RU"),
        ("Idlib", "region", "SY"),
        ("Ill.", "region", "US"),
        ("NSW", "region", "AU"),
        ("West Bank", "region", "PS"),
        ("Eastern Ghouta", "region", "SY"),
        ("Kremlin", "region", "RU"),
        ("Kent", "district", "GB"),
        ("Cook County", "district", "US"),
        ("Aleppo", "city", "SY"),
        ("Kiev", "city", "UA"),
        ("Kobani", "city", "SY"),
        ("Rangoon", "city", "MM"),
        ("Kashmir", "area", None),
        ("Middle East", "area", None),
        ("Mediterranean", "area", None),
    ],
)
def test_a_name_finds_its_place(name: str, kind: str, country: str | None) -> None:
    assert any(place.kind == kind and place.country == country for place in places_named(name))


@pytest.mark.parametrize("name", ["", "Ruritania", "us", "ill", "Zenda on the Marsh"])
def test_what_is_no_place_finds_none(name: str) -> None:
    assert places_named(name) == ()


def test_a_name_finds_every_place_that_bears_it() -> None:
    assert {"LY", "LB", "GR"} <= {place.country for place in places_named("Tripoli")}


def test_a_country_and_a_region_of_one_name_are_two_places() -> None:
    assert {("country", "GE"), ("region", "US")} <= {(place.kind, place.country) for place in places_named("Georgia")}


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Aleppo", 36.2, 37.2), ("Syria", 35, 37), ("Bavaria", 48.6, 11.6), ("Fiji", -17.8, 178.2)],
)
def test_a_place_has_its_coordinates(name: str, lat: float, lon: float) -> None:
    place = best(name)
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=1)


def test_a_city_has_its_people_and_its_id_in_geonames() -> None:
    place = next(place for place in places_named("Aleppo") if place.kind == "city")
    assert place.id == 170063
    assert place.people > 1_000_000


def test_distance_is_measured_along_the_surface() -> None:
    assert kilometres((52.52, 13.40), (48.86, 2.35)) == pytest.approx(878, abs=5)  # Berlin to Paris


def test_distance_crosses_the_date_line() -> None:
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111, abs=1)


@pytest.mark.parametrize(("km", "near"), [(1000, True), (800, False), (100, False)])
def test_places_lie_within_a_distance_or_not(km: float, near: bool) -> None:
    assert within(km, Place("Berlin", "city", "DE", 52.52, 13.40), Place("Paris", "city", "FR", 48.86, 2.35)) is near


def test_a_place_without_coordinates_is_near_nothing() -> None:
    nowhere = Place("Nowhere", "city", "DE")
    assert not within(1e6, nowhere, nowhere)
    assert distance(nowhere, best("Aleppo")) == float("inf")


@pytest.mark.parametrize(("code", "name"), [("SY", "Syria"), ("NL", "Netherlands"), ("ZZ", "ZZ")])
def test_a_code_has_the_name_of_its_country(code: str, name: str) -> None:
    assert name_of_country(code) == name


def test_an_index_finds_every_number_of_a_key_once() -> None:
    index = index_of([("Aleppo\nHoms", [7, 8]), ("aleppo\nALEPPO", [3, 7])])
    assert index.find("aleppo") == [3, 7]
    assert index.find("homs") == [8]
    assert index.find("hama") == []


@pytest.mark.parametrize("name", ["regions.tsv", "areas.tsv"])
def test_lists_of_areas_are_well_formed(name: str) -> None:
    for code, kind, lat, lon, people, names in rows(name):
        assert (code == "-") == (kind == "area"), names
        assert kind in KINDS
        assert len(code) == 2 or code == "-"
        assert lat == lon == "-" or (abs(float(lat)) <= 90 and abs(float(lon)) <= 180), names
        assert people == "-" or int(people) >= 0
        assert all(one.strip() == one != "" for one in names.split("; "))


def test_every_region_with_a_short_form_is_known() -> None:
    for code, region, _ in rows("place_abbreviations.tsv"):
        assert any(place.kind == "region" and place.country == code for place in places_named(region)), region


def test_words_beside_names_are_in_small_letters() -> None:
    assert all(word == word.lower() for words in word_classes("place_words.tsv").values() for word in words)
