from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.intake.wrapping import unwrap
from tests.intake.texts import BODY, HEADLINE, LEAD, SECOND, STORY, THIRD

LONG = f"{LEAD} {THIRD} {SECOND}"


@pytest.mark.parametrize("width", [48, 60, 72, 80])
def test_lines_broken_at_a_width_are_joined(width: int) -> None:
    wrapped = "\n\n".join([HEADLINE[:40].strip(), textwrap.fill(LONG, width), textwrap.fill(LONG, width)])
    assert unwrap(wrapped).strip() == "\n\n".join([HEADLINE[:40].strip(), LONG, LONG])


def test_an_indented_line_begins_a_paragraph() -> None:
    paragraph = textwrap.fill(LONG, 70, initial_indent="   ")
    assert unwrap(f"{paragraph}\n{paragraph}").strip() == f"{LONG}\n   {LONG}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="a paragraph a line"),
        pytest.param("", id="nothing"),
        pytest.param("\n".join(["A short line of verse"] * 20), id="short lines"),
        pytest.param("\n".join([f"{HEADLINE} {number}" for number in range(20)]), id="list of headlines"),
        pytest.param("\n\n".join([BODY] * 5), id="long lines"),
    ],
)
def test_other_text_stays(text: str) -> None:
    assert unwrap(text) == text


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    assert unwrap(text).split() == text.split()
