"""The gazetteer: offline, from a place's name to the places that may be meant."""

from __future__ import annotations

from functools import lru_cache

from attribune.extract.gazetteer.areas import areas_named, name_of_country
from attribune.extract.gazetteer.cities import cities_of_key
from attribune.extract.gazetteer.place import Kind, Place, distance, key_of, kilometres, within

__all__ = ["Kind", "Place", "distance", "key_of", "kilometres", "name_of_country", "places_named", "within"]


@lru_cache(maxsize=8192)
def places_named(name: str) -> tuple[Place, ...]:
    """Every place that the name may stand for, in no order; empty where it is unknown."""
    key = key_of(name)
    return areas_named(name, key) + cities_of_key(key)
