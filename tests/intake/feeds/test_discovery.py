from __future__ import annotations

import pytest

from attribune.errors import Unreadable
from attribune.intake.feeds import find_feeds
from tests.intake.feeds.documents import PAGE, URL

SITE = "https://harbourpress.example"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_page_names_its_feeds_once_each(encoding: str) -> None:
    assert find_feeds(PAGE.encode(encoding), URL) == [f"{SITE}/en/feed.xml", f"{SITE}/atom?a=1&b=2"]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "The bridge closes.",
        "<link>",
        "<link rel=alternate>",
        "<link rel=alternate type=application/rss+xml>",
        "<link rel=alternate type=application/rss+xml href='ftp://a/'>",
        "<link rel=icon type=application/rss+xml href=/a>",
        "<link " * 50_000,
        "<link '" * 50_000,
        "<link ''" * 50_000,
        "<link " + "''" * 150_000,
    ],
)
def test_a_page_without_feeds_names_none(page: str) -> None:
    assert find_feeds(page.encode(), URL) == []


@pytest.mark.parametrize("base", ["", "<base>", "<base href='javascript:1'>", "<base target=_top>"])
def test_a_link_starts_from_the_page_where_there_is_no_base(base: str) -> None:
    page = f"<head>{base}<link rel=alternate type='application/rss+xml ' href=feed></head>"
    assert find_feeds(page.encode(), URL) == [f"{SITE}/news/feed"]


def test_only_so_many_are_found() -> None:
    page = "".join(f"<link rel=alternate type=application/rss+xml href=/{number}>" for number in range(99))
    assert len(find_feeds(page.encode(), URL)) == 50


def test_bytes_that_are_no_text_are_no_page() -> None:
    with pytest.raises(Unreadable):
        find_feeds(b"%PDF-1.7\n\x00\x01\x02", URL)
