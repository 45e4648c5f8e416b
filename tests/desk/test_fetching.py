"""Addresses fetched, many hosts at a time, none waiting for another's fault."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from attribune.desk.desk import Desk
from attribune.desk.fetching import fetch_page, fetch_pages
from attribune.fetch import Manners
from attribune.intake import Failure
from tests.desk.news import BRIDGE, outcomes
from tests.desk.web import article
from tests.fetch.builders import fetcher
from tests.fetch.server import Site, reply

HASTY = Manners(pause=0.0)


def test_an_address_is_added_and_its_page_is_kept(desk: Desk, site: Site) -> None:
    site.pages["/a"] = article(BRIDGE.format(2))
    (filed,) = desk.add(site.url("/a"))
    assert (filed.outcome, filed.place) == ("new", site.url("/a"))
    (entry,) = desk.versions(site.url("/a"))
    assert entry.article.url == site.url("/a")


def test_files_and_addresses_can_be_added_at_once(desk: Desk, site: Site, tmp_path: Any) -> None:
    site.pages["/a"] = article(BRIDGE.format(2))
    (tmp_path / "bridge.txt").write_text(BRIDGE.format(3))
    assert outcomes(desk.add([site.url("/a"), str(tmp_path / "bridge.txt")])) == ["new", "new"]


def test_what_can_not_be_fetched_is_a_failure(desk: Desk, site: Site) -> None:
    site.pages["/picture"] = reply(200, b"\x89PNG\r\n\x1a\n\x00")
    filed = list(desk.add([site.url("/missing", "127.0.0.1"), site.url("/picture", "localhost"), "http://["]))
    assert outcomes(filed) == ["failed"] * 3
    assert any("404 Not Found" in one.failure.line for one in filed if one.failure)


def test_every_address_comes_once(site: Site) -> None:
    urls = [site.url(f"/{number}") for number in range(5)]
    site.pages |= {f"/{number}": article(BRIDGE.format(number)) for number in range(5)}
    with fetcher(manners=HASTY) as asking:
        found = dict(fetch_pages(asking, [*urls, urls[0]]))
    assert list(found) == urls
    assert not any(isinstance(one, Failure) for one in found.values())


def test_a_fault_of_the_program_costs_one_address_and_no_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages |= {"/a": article(BRIDGE.format(2)), "/b": article(BRIDGE.format(3))}
    with fetcher(manners=HASTY) as asking:
        real = asking.fetch
        monkeypatch.setattr(asking, "fetch", lambda url: 1 / 0 if url.endswith("a") else real(url))
        found = [got for _, got in fetch_pages(asking, [site.url("/a"), site.url("/b")])]
    assert [isinstance(one, Failure) for one in found] == [True, False]
    assert isinstance(found[0], Failure)
    assert "ZeroDivisionError" in found[0].line


def test_leaving_early_ends_the_fetching(site: Site) -> None:
    urls = [site.url(f"/{number}") for number in range(50)]
    site.pages |= {f"/{number}": article(BRIDGE.format(number)) for number in range(50)}
    with fetcher(manners=HASTY) as asking, closing(fetch_pages(asking, urls)) as pages:
        next(pages)
    asked = len(site.asked)
    assert asked < 40


def test_a_capture_is_called_by_the_address_that_was_given(site: Site) -> None:
    site.pages["/a"] = article(BRIDGE.format(2))
    with fetcher(manners=HASTY) as asking:
        got = fetch_page(asking, site.url("/a"))
    assert got.name == site.url("/a")
