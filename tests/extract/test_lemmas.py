"""Verb forms to lemmas."""

from __future__ import annotations

import pytest

from attribune.extract.lemmas import lemma

KNOWN = {"say", "deny", "admit", "note", "plan", "believe", "address", "write", "fear", "die", "push", "add"}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("said", "say"),
        ("says", "say"),
        ("saying", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("denying", "deny"),
        ("admitting", "admit"),
        ("noted", "note"),
        ("noting", "note"),
        ("planned", "plan"),
        ("believes", "believe"),
        ("addressed", "address"),
        ("added", "add"),
        ("pushes", "push"),
        ("written", "write"),
        ("zigzagged", "zigzagged"),
        ("is", "is"),
    ],
    ids=str,
)
def test_a_form_has_its_lemma(form: str, expected: str) -> None:
    assert lemma(form, KNOWN) == expected
