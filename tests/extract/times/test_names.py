"""Names that hold a word of time."""

from __future__ import annotations

import pytest

from tests.extract.times.told import values


@pytest.mark.parametrize(
    "text",
    [
        "He told The Sunday Times that it was over.",
        "He wrote for the Mail on Sunday and The Times.",
        "He told USA Today that it was over.",
        "He was a guest on the Today show in his youth.",
        "He told BBC Radio 4's Today programme that it was over.",
        "The victims of Bloody Sunday were named.",
        "He read it in This Week, a magazine.",
        "He used to play for a club called Friday Night Rovers.",
        "He sang Yesterday and left.",
        "Nobody remembers how the Thirty Years War began.",
        "He works for Harbour Daily in the port.",
    ],
)
def test_a_name_is_no_time(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Today he left.", "Today"),
        ("“Tomorrow he leaves,” she said.", "Tomorrow"),
        ("He left. Last week he came back.", "Last week"),
        ("Harbour Minister Resigns After Two Years", "Two Years"),
        ("HARBOUR MINISTER LEAVES TODAY", "TODAY"),
        ("On Sunday times were hard.", "Sunday"),
        ("He opens the show on Sunday.", "Sunday"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, words: str) -> None:
    assert [found for found, _ in values(text)] == [words]
