"""Where articles are found, so that what is found there later is the next version."""

from __future__ import annotations

import pytest

from attribune.article import Article
from attribune.capture import Capture
from attribune.desk.locating import locator_of, place_of, plain_address

SHA = Article("Rain.").id[:16]


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("HTTPS://Norvik.Example:443/A?utm_source=x&b=2&fbclid=9#top", "https://norvik.example/A?b=2"),
        ("http://norvik.example:80", "http://norvik.example/"),
        ("http://norvik.example:8080/a", "http://norvik.example:8080/a"),
        ("https://norvik.example/a?page=", "https://norvik.example/a?page="),
        ("http://[broken", "http://[broken"),
    ],
)
def test_an_address_is_plain_without_what_says_nothing_of_the_article(address: str, plain: str) -> None:
    assert plain_address(address) == plain


@pytest.mark.parametrize(
    ("capture", "article", "locator"),
    [
        (Capture(b"", "page", "x", url="https://a.example/1"), Article("Rain."), "https://a.example/1"),
        (Capture(b"", "page", "x", url="https://a.example/"), Article("Rain."), "https://a.example/"),
        (Capture(b"", "page", "x", file="/n/x.html"), Article("Rain.", url="https://a.example/"), "/n/x.html"),
        (Capture(b"", "page", "x", file="/n/x.html"), Article("Rain.", url="http://[b"), "/n/x.html"),
        (Capture(b"", "record", "x", file="/n/x.jsonl"), Article("Rain.", ref="7"), "/n/x.jsonl#7"),
        (Capture(b"", "record", "x", file="/n/x.jsonl"), Article("Rain."), f"/n/x.jsonl#{SHA}"),
        (Capture(b"", "record", "x", file="/n/x.csv"), Article("Rain.", outlet="Post"), f"/n/x.csv#{SHA} Post"),
        (Capture(b"", "message", "x", file="/n/x.mbox", part="<1@a>"), Article("Rain."), "/n/x.mbox#<1@a>"),
        (Capture(b"", "text", "standard input"), Article("Rain."), f"standard input#{SHA}"),
    ],
)
def test_a_locator_is_the_address_else_the_file_and_the_id(capture: Capture, article: Article, locator: str) -> None:
    assert locator_of(capture, article) == locator


def test_the_same_bytes_are_looked_for_at_their_address_or_whole_path() -> None:
    assert place_of(Capture(b"", "page", "x", file="a/b.html", url="https://a.example/1")) == "https://a.example/1"
    assert place_of(Capture(b"", "text", "x", file="/a/b.txt")) == "/a/b.txt"
    assert place_of(Capture(b"", "text", "a note")) == "a note"
