"""Countries, regions, districts, and areas such as seas, from the package's own lists."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from attribune.extract.countries import Country, country_named, country_of_demonym
from attribune.extract.gazetteer.index import Index, index_of
from attribune.extract.gazetteer.place import Kind, Place, key_of
from attribune.extract.wordlists import rows

LISTS = ("regions.tsv", "areas.tsv")
LINE = re.compile(r"^([A-Z]{2}|-)\t(\w+)\t.*\t(.+)$", re.MULTILINE)  # code, kind, names; no line of the header fits
UNKNOWN = "-"


class Lists(NamedTuple):
    """The lists' text, where in it the line of each name starts, and that of each country by its code."""

    text: str
    lines: Index
    countries: dict[str, int]


def areas_named(name: str, key: str) -> tuple[Place, ...]:
    """Every country, region, district and area of that name; a demonym or an adjective names its country."""
    found = [_country(country) for country in (country_named(name), country_of_demonym(name)) if country]
    found += [_place(start) for start in _lists().lines.find(key)]
    found += [place for code, region in _spelt_out(name) for place in _regions(code, region)]
    return tuple(dict.fromkeys(found))


def name_of_country(code: str) -> str:
    """The short name of the country with this code; the code itself where it is nobody's."""
    start = _lists().countries.get(code)
    return code if start is None else _place(start).name


def _country(country: Country) -> Place:
    start = _lists().countries.get(country.code)
    return Place(country.name, "country", country.code) if start is None else _place(start)


def _place(start: int) -> Place:
    """The place on the line that starts there; a country's further name has no place of its own."""
    text = _lists().text
    code, kind, lat, lon, people, names = text[start : text.index("\n", start)].split("\t")
    if lat == UNKNOWN:
        return _place(_lists().countries[code])
    return Place(
        name=names.partition(";")[0],
        kind=cast(Kind, kind),
        country=None if code == UNKNOWN else code,
        lat=float(lat),
        lon=float(lon),
        people=0 if people == UNKNOWN else int(people),
    )


@cache
def _lists() -> Lists:
    text = "".join(files("attribune.extract").joinpath("data", name).read_text("utf-8") for name in LISTS)
    names: list[str] = []
    starts: list[int] = []
    countries: dict[str, int] = {}
    for line in LINE.finditer(text):
        code, kind, own = line.groups()
        if kind == "country":
            countries.setdefault(code, line.start())
        for name in own.split("; "):
            names.append(name)
            starts.append(line.start())
    return Lists(text, index_of([("\n".join(names), starts)]), countries)


def _regions(code: str, name: str) -> list[Place]:
    found = map(_place, _lists().lines.find(key_of(name)))
    return [place for place in found if place.kind == "region" and place.country == code]


def _spelt_out(name: str) -> list[tuple[str, str]]:
    """Codes and names of the regions for which a short form may stand: "Ill.", "NSW"."""
    return _short_forms().get(name.replace(".", ""), [])


@cache
def _short_forms() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for code, region, forms in rows("place_abbreviations.tsv"):
        for form in {form.strip().replace(".", "") for form in forms.split(",")}:
            found.setdefault(form, []).append((code, region))
    return found
