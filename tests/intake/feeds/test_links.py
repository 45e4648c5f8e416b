from __future__ import annotations

import pytest

from attribune.intake.feeds.item import Item
from attribune.intake.feeds.links import first_of_each, plain_ref, plain_title, web_link
from tests.intake.feeds.documents import URL


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.example/1", "https://a.example/1"),
        (" https://a.example/a b\n", "https://a.example/a%20b"),
        ("/1", "https://harbourpress.example/1"),
        ("1?a=b#c", "https://harbourpress.example/news/1?a=b#c"),
        ("//b.example/1", "https://b.example/1"),
        ("HTTP://b.example", "HTTP://b.example"),
        ("", None),
        (None, None),
        (["https://a.example/"], None),
        ("mailto:desk@a.example", None),
        ("javascript:alert(1)", None),
        ("data:text/html,a", None),
        ("file:///etc/passwd", None),
        ("ftp://a.example/1", None),
        ("http://", None),
        ("https://[::1", None),
        ("https://a.example/\x7f", None),
        ("https://a.example/\x00", None),
        ("https://a.example/" + "a" * 9_000, None),
    ],
)
def test_only_links_of_the_web_are_kept_and_resolved(text: object, link: str | None) -> None:
    assert web_link(text, URL) == link


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge  closes\n", "Bridge closes"),
        ("<b>Bridge</b><br/>closes", "Bridge closes"),
        ("Bridge &amp; harbour", "Bridge & harbour"),
        ("2 < 3 > 1", "2 < 3 > 1"),
        ("<b></b> ", None),
        (None, None),
        ({"a": 1}, None),
        ("a" * 1_200, "a" * 1_000),
    ],
)
def test_a_title_is_one_line_of_text(text: object, title: str | None) -> None:
    assert plain_title(text) == title


@pytest.mark.parametrize(("text", "ref"), [(" a b ", "a b"), ("", None), (3, None), ("a" * 2_001, None)])
def test_an_id_is_kept_as_it_is(text: object, ref: str | None) -> None:
    assert plain_ref(text) == ref


def test_the_first_item_of_each_page_is_kept_in_order() -> None:
    items = [Item("https://a/2"), None, Item("https://a/1", "x"), Item("https://a/1#b", "y"), Item("https://a/3")]
    assert [item.url for item in first_of_each(items, 9)] == ["https://a/2", "https://a/1", "https://a/3"]
    assert [item.url for item in first_of_each(items, 2)] == ["https://a/2", "https://a/1"]
