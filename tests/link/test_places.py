"""Places that bodies are named after."""

from __future__ import annotations

import pytest

from attribune.link.places import is_place


@pytest.mark.parametrize("name", ["syria", "saudi arabia", "dutch", "un", "texas", "moscow"])
def test_countries_states_capitals_and_alliances_are_places(name: str) -> None:
    assert is_place(name.split())


@pytest.mark.parametrize("name", ["korvin", "syria tv", "brookings", ""])
def test_other_names_are_no_places(name: str) -> None:
    assert not is_place(name.split())
