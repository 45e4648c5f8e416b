from __future__ import annotations

import json

import pytest

from attribune.errors import InputError
from attribune.intake.limits import DEFAULT
from attribune.intake.records import parse_json, read_record
from tests.intake.texts import BODY, HEADLINE, PAGE, STORY


def test_every_key_finds_its_place() -> None:
    record = {
        "text": BODY,
        "id": 12,
        "title": HEADLINE,
        "outlet": "Selwyn Post",
        "published": "2031-03-04",
        "url": "https://selwynpost.example/1",
        "language": "en-GB",
        "desk": {"name": "harbour"},
    }
    article = read_record(record, "a.jsonl", DEFAULT)
    assert (article.ref, article.title, article.outlet) == ("12", HEADLINE, "Selwyn Post")
    assert article.published is not None
    assert article.published.isoformat() == "2031-03-04T00:00:00+00:00"
    assert (article.url, article.language, article.file) == ("https://selwynpost.example/1", "en", "a.jsonl")
    assert article.metadata == {"desk": {"name": "harbour"}}


def test_null_and_blank_count_as_missing() -> None:
    article = read_record({"text": STORY, "id": None, "outlet": " ", "published": "", "language": None}, None, DEFAULT)
    assert (article.ref, article.outlet, article.published, article.language) == (None, None, None, "en")


def test_a_language_that_is_no_code_is_told_from_the_text() -> None:
    assert read_record({"text": STORY, "language": "English"}, None, DEFAULT).language == "en"


def test_a_records_word_goes_before_its_pages() -> None:
    article = read_record({"html": PAGE, "outlet": "Harbour Press", "x": 1}, None, DEFAULT)
    assert (article.outlet, article.title, article.metadata) == ("Harbour Press", HEADLINE, {"x": 1})


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ([], "is a list, not an object"),
        ("text", "is a string, not an object"),
        (None, "is null"),
        ({}, 'neither "text" nor "html"'),
        ({"text": " "}, 'neither "text" nor "html"'),
        ({"text": 3}, 'has a number as "text"'),
        ({"text": STORY, "title": ["a"]}, 'has a list as "title"'),
        ({"text": STORY, "url": {"a": 1}}, 'has an object as "url"'),
        ({"text": STORY, "id": True}, 'has true or false as "id"'),
        ({"text": STORY, "published": 1931}, 'has a number as "published"'),
        ({"text": STORY, "published": "4 March"}, 'has "4 March" as "published"; give an ISO 8601 date'),
        ({"html": "<p>"}, "no article was found"),
        ({"html": "\x00"}, "empty page"),
    ],
)
def test_a_bad_record_says_which_key(record: object, found: str) -> None:
    with pytest.raises(InputError, match="^" + found.replace('"', ".") + "|" + found):
        read_record(record, None, DEFAULT)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ' + "9" * 10_000 + "}"], ids=["deep", "long number"])
def test_json_beyond_pythons_limits_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError, match="too long or brackets too deep"):
        parse_json(text)


def test_an_escaped_lone_surrogate_can_be_written_out() -> None:
    article = read_record(json.loads('{"text": "A word \\ud800 more", "title": "T\\ud800"}'), None, DEFAULT)
    assert article.text.encode() == "T\ufffd\n\nA word \ufffd more".encode()
