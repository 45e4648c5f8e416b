from __future__ import annotations

import pytest

from attribune.intake.address import host_of, is_address, own_address, same_site


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.post.example/a", "http://m.post.example/b", True),
        ("https://post.co.uk/a", "https://news.post.co.uk/", True),
        ("https://post.co.uk/a", "https://times.co.uk/", False),
        ("https://post.example", "https://times.example", False),
        ("https://10.0.0.1/a", "https://10.9.0.1/a", False),
        ("https://[::1]/a", "https://[::1]/b", True),
        ("https:///a", "https:///a", False),
    ],
)
def test_addresses_are_on_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) is same


@pytest.mark.parametrize(
    ("claimed", "own"),
    [
        ([], "https://post.example/a?b"),
        (["http://[broken", "ftp://post.example/b", "https://post.example/c"], "https://post.example/c"),
        (["https://post.example/?p=3"], "https://post.example/?p=3"),
        (["https://post.example"], "https://post.example/a?b"),
    ],
)
def test_the_first_address_that_may_be_true_is_taken(claimed: list[str], own: str) -> None:
    assert own_address("https://post.example/a?b", claimed) == own


def test_the_front_page_may_call_itself_so() -> None:
    assert own_address("https://post.example/", ["https://www.post.example/"]) == "https://www.post.example/"


@pytest.mark.parametrize(
    ("url", "host"), [("https://www.post.example:8/a", "post.example"), ("http://[", None), (None, None), ("x", None)]
)
def test_the_host_is_named_without_www(url: str | None, host: str | None) -> None:
    assert host_of(url) == host
    assert url is None or is_address(url) is (host is not None)
