"""The tense of what stands near a time; the day of publication is a Saturday, 3 October 2015."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.times import find_times
from tests.extract.times.told import SATURDAY, values

LAST, NEXT = "2015-09-28", "2015-10-05"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The port opened on Monday.", LAST),
        ("The port will open on Monday.", NEXT),
        ("The port will be opened on Monday.", NEXT),
        ("The port, the mayor said Monday, will open.", LAST),
        ("The mayor said the port would open Monday.", NEXT),
        ("On Monday the mayor spoke.", LAST),
        ("On Monday the mayor will speak.", NEXT),
        ("The mayor plans to speak Monday.", NEXT),
        ("The mayor shelved the plans Monday.", LAST),
        ("It will rain. The port shut Monday.", LAST),
        ("The port is shut since Monday.", LAST),
        ("The port is shut until Monday.", NEXT),
        ("Nobody knows what Monday brings.", LAST),
    ],
)
def test_the_nearest_cue_of_the_sentence_tells_the_tense(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


def test_a_tense_that_is_given_counts_instead() -> None:
    text = "The port opened on Monday."
    asked: list[Span] = []
    found = find_times(text, [Span(0, len(text))], SATURDAY, tense=lambda span: asked.append(span) or "future")
    assert [one.value for one in found] == [NEXT]
    assert [span.of(text) for span in asked] == ["Monday"]
