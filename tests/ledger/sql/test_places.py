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


def test_a_file_with_signs_of_a_url_in_its_name_is_a_file() -> None:
    assert place_of("news?mode=ro#1 100%.db").path == Path("news?mode=ro#1 100%.db")
