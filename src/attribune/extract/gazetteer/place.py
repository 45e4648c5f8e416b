"""A place of the gazetteer, and the keys under which names are kept."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["country", "region", "district", "city", "area"]
EARTH = 6371.0  # km, mean radius
DEGREE = 111.0  # km, of latitude
ACCENTS = re.compile("[\u0300-\u036f]")
REPLACED = [*((mark, " ") for mark in "-–—/"), *((mark, "") for mark in "'’‘ʼʻ`.,")]
SHORTENED = [("saint ", "st "), ("sainte ", "st "), ("mount ", "mt "), ("fort ", "ft ")]
ARTICLE = re.compile(r"\n(?:the|al|ar|as|ad|at|an|az|ash) (?=[a-z]{3})")  # English; Arabic, also before sun letters


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its ISO 3166-1 alpha-2 code, coordinates (degrees, WGS 84) and number of people.

    An "area" lies in several countries or in none, and its ``country`` is None. ``people`` is 0 where unknown, and
    ``id``, which is GeoNames', None.
    """

    name: str
    kind: Kind
    country: str | None
    lat: float | None = None
    lon: float | None = None
    people: int = 0
    id: int | None = None


def keys(names: str) -> str:
    """The keys of names, one a line: "Al-Raqqah" and "Raqqah" have the same, and so have "St. Louis" and "Saint Louis".

    They have no case, accents, stops, hyphens and leading article. Many at once, since a call for each takes seconds.
    """
    if not names.isascii():
        names = ACCENTS.sub("", unicodedata.normalize("NFKD", names))
    for mark, other in REPLACED:
        names = names.replace(mark, other)
    names = "\n" + names.casefold()
    for word, other in SHORTENED:
        names = names.replace(word, other)
    return ARTICLE.sub("\n", names)[1:]


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """The key of one name."""
    return keys(" ".join(name.split()))


def within(km: float, a: Place, b: Place) -> bool:
    """Whether two places lie less than so many kilometres apart; False where either has no coordinates."""
    if a.lat is None or b.lat is None or abs(a.lat - b.lat) * DEGREE > km:
        return False
    return distance(a, b) < km


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places; infinite where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return kilometres((a.lat, a.lon), (b.lat, b.lon))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points of latitude and longitude in degrees (haversine formula)."""
    (north, east), (north2, east2) = (map(math.radians, point) for point in (a, b))
    half = math.sin((north2 - north) / 2) ** 2 + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))
