"""Countries, demonyms and capitals."""

from __future__ import annotations

import pytest

from attribune.extract.countries import country_in, country_named, country_of_capital, country_of_demonym
from attribune.extract.wordlists import rows


@pytest.mark.parametrize(
    ("name", "code"),
    [("Russia", "RU"), ("the Netherlands", "NL"), ("US", "US"), ("us", None), ("U.K.", "GB"), ("Ruritania", None)],
)
def test_a_country_is_known_by_its_names(name: str, code: str | None) -> None:
    country = country_named(name)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("name", "code"), [("Moscow", "RU"), ("the Kremlin", "RU"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Hamburg", None)]
)
def test_a_capital_stands_for_its_country(name: str, code: str | None) -> None:
    country = country_of_capital(name)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("Russian", "RU"), ("Danes", "DK"), ("polish", None), ("Congolese", None), ("South Korean", "KR")],
)
def test_an_adjective_tells_the_country(word: str, code: str | None) -> None:
    country = country_of_demonym(word)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("senior South Korean official", "KR"), ("envoy to France", "FR"), ("a turkey farmer", None), ("of us", None)],
)
def test_a_phrase_names_a_country(phrase: str, code: str | None) -> None:
    country = country_in(phrase.split())
    assert (country.code if country else None) == code


def test_every_listed_country_has_a_name() -> None:
    assert all(
        country_of_demonym(demonyms.split(",")[0])
        for code, demonyms, *_ in rows("demonyms.tsv")
        if demonyms != "-" and code not in ("CG", "CD")
    )
