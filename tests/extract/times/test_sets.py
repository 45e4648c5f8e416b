"""Times that come again."""

from __future__ import annotations

import pytest

from tests.extract.times.told import read, values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("daily", "P1D"),
        ("every day", "P1D"),
        ("each year", "P1Y"),
        ("every two weeks", "P2W"),
        ("every other month", "P2M"),
        ("every second day", "P2D"),
        ("every second", "PT1S"),
        ("twice a week", "P1W"),
        ("every Friday", "XXXX-WXX-5"),
        ("every Friday night", "XXXX-WXX-5TNI"),
        ("Mondays", "XXXX-WXX-1"),
        ("Tuesday nights", "XXXX-WXX-2TNI"),
        ("each July", "XXXX-07"),
        ("every summer", "XXXX-SU"),
        ("every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_what_comes_again_is_a_set_without_days(words: str, value: str) -> None:
    text = f"She sang {words}."
    assert values(text) == [(words, value)]
    assert [(one.kind, one.start) for one in read(text)] == [("set", None)]
