"""Organisations and their short forms."""

from __future__ import annotations

import pytest

from attribune.article import Article
from attribune.extract.capitals import article_names
from attribune.extract.organisations import find_organisations

TEXT = (
    "After a long day of talks about money and fish, which went rather badly for everybody there, the Harbour "
    "Observatory for Sea Birds (HOSB) met the Blue Dunes Bank (XYZ), the City Council and the Port City Council near "
    "the Red Bank Society, where it rained heavily."
)


@pytest.mark.parametrize(
    ("form", "full"),
    [
        ("Harbour Observatory for Sea Birds", "Harbour Observatory for Sea Birds"),
        ("HOSB", "Harbour Observatory for Sea Birds"),
        ("BDB", "Blue Dunes Bank"),
        ("B.D.B.", "Blue Dunes Bank"),
        ("XYZ", "Blue Dunes Bank"),
        ("Observatory", "Harbour Observatory for Sea Birds"),
        ("Council", "Port City Council"),
        ("Bank", None),
        ("Harbour", None),
        ("ABC", None),
    ],
    ids=str,
)
def test_a_form_stands_for_one_organisation(form: str, full: str | None) -> None:
    found = find_organisations(TEXT, article_names(Article(TEXT)))
    assert found.called(form) == full
