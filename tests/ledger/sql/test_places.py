"""Addresses of ledgers."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribune.ledger.sql.engine import place_of


@pytest.mark.parametrize("address", ["news/ledger.db", "sqlite:///news/ledger.db"])
def test_a_path_is_a_file_with_or_without_its_scheme(address: str) -> None:
    assert place_of(address).path == Path("news/ledger.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_is_named_without_its_password(scheme: str) -> None:
    place = place_of(f"{scheme}://ana:secret@host/news")
    assert (place.path, place.name) == (None, "postgresql+psycopg://ana:***@host/news")


@pytest.mark.parametrize("option", ["password", "sslpassword", "passfile"])
def test_what_opens_a_server_is_not_named_among_its_options_either(option: str) -> None:
    name = place_of(f"postgresql://ana@host/news?sslmode=require&{option}=top%20secret%26x&port=5433").name
    assert "secret" not in name
    assert f"{option}=***" in name
    assert "port=5433" in name


def test_a_file_with_signs_of_a_url_in_its_name_is_a_file() -> None:
    assert place_of("news?mode=ro#1 100%.db").path == Path("news?mode=ro#1 100%.db")
