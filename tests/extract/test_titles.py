"""Titles: cues that give a name, which is no statement."""

from __future__ import annotations

import pytest

from attribune.article import Span
from attribune.extract.titles import names_a_title
from attribune.statement import Role


def named(cue: str | None, content: str) -> bool:
    text = f"{cue or ''} {content}"
    start = len(cue or "") + 1
    role = Role((Span(0, len(cue)),)) if cue else None
    return names_a_title(text, role, Role((Span(start, len(text)),)))


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("titled", '"A Morning on the Old Bridge"'),
        ("entitled,", "“The Price of Salt,”"),
        ("published a memo titled", '"why we left."'),
        ("known on the river as", "«Little Drum»"),
        ("nicknamed", "“the heron”"),
        ("called", "“The Longest Ferry”"),
    ],
    ids=str,
)
def test_a_name_in_quotation_marks_is_no_statement(cue: str, content: str) -> None:
    assert named(cue, content)


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        (None, '"A Morning on the Old Bridge"'),
        ("said", '"A Morning on the Old Bridge"'),
        ("called", '"a disgrace"'),
        ("called", "‘Murder’"),
        ("called", 'it "A Novel With Footnotes"'),
        ("titled", '"we have seen nothing like it in all our years"'),
        ("is known", '"Little Drum"'),
        ("titled", "A Morning on the Old Bridge"),
    ],
    ids=str,
)
def test_all_else_may_be_one(cue: str | None, content: str) -> None:
    assert not named(cue, content)
