from __future__ import annotations

import pytest

from attribune.intake.about import parse_language, parse_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-03-04", "2031-03-04T00:00:00+00:00"),
        (" 2031-03-04T09:30 ", "2031-03-04T09:30:00+00:00"),
        ("2031-03-04T09:30:00Z", "2031-03-04T09:30:00+00:00"),
        ("2031-03-04T09:30:00+02:00", "2031-03-04T09:30:00+02:00"),
        ("20310304", "2031-03-04T00:00:00+00:00"),
    ],
)
def test_iso_dates_are_read(text: str, moment: str) -> None:
    read = parse_moment(text)
    assert read is not None
    assert read.isoformat() == moment


@pytest.mark.parametrize("text", ["4 March 2031", "yesterday", "", "2031-13-01", "0001-01-01T00:00:00Z"])
def test_other_dates_are_none(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("en-GB", "en"), ("pt_BR.UTF-8", "pt"), ("eng", "en"), ("English", None), ("", None)],
)
def test_language_tags_are_read(tag: str, language: str | None) -> None:
    assert parse_language(tag) == language
