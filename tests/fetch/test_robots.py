from __future__ import annotations

from datetime import timedelta

import pytest

from attribune.errors import Refused, Unreachable
from attribune.fetch import Fetcher, Manners
from tests.fetch.builders import START, Clock, Names, fetcher
from tests.fetch.server import Script, Site, redirect, reply, reset

PAGE = reply(200, b"The bridge")


def told(site: Site, robots: str, *, clock: Clock | None = None) -> Fetcher:
    site.pages.update({"/robots.txt": reply(200, robots.encode()), "/news": PAGE, "/news/2": PAGE, "/private/1": PAGE})
    return fetcher(clock)


@pytest.mark.parametrize(
    ("robots", "path"),
    [
        ("User-agent: *\nDisallow: /", "/news"),
        ("User-agent: attribune\nDisallow: /\n\nUser-agent: *\nAllow: /", "/news"),
        ("User-agent: *\nDisallow: /*/1$", "/private/1"),
        ("\ufeffUser-agent: *\r\nDisallow: /private", "/private/1"),
        ("User-agent: *\nDisallow: /private\nAllow: /news", "/private/1"),
        ("User-agent: other\nUser-agent: ATTRIBUNE/0.1 # us\nUser-agent: third\nDisallow: /", "/news"),
        ("User-agent: Attribune*\nDisallow: /", "/news"),
        ("user agent attribune\ndisallow /", "/news"),
        ("User-agent: *\nUser-agent: other\nDisallow: /", "/news"),
    ],
)
def test_what_robots_txt_forbids_is_not_asked(site: Site, robots: str, path: str) -> None:
    with pytest.raises(Refused, match=rf"the robots\.txt of 127\.0\.0\.1 asks not to read {path}"):
        told(site, robots).fetch(site.url(path))
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /private",
        "User-agent: other\nDisallow: /",
        "User-agent: attribunes\nUser-agent: attrib\nUser-agent: **\nUser-agent: 9\nDisallow: /",
        "User-agent: *\nAllow: /\n\nUser-agent: other\nUser-agent: third\nDisallow: /\n\nUser-agent: *\nAllow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: Attribune\nDisallow: /private",
        "User-agent: *\nDisallow: /\nAllow: /news$",
        "<html><body>Not here</body></html>",
        "\x00\xff\x00" * 99,
        f"User-agent: *\nDisallow: {'/*a' * 9_000}",
    ],
)
def test_what_it_does_not_forbid_is_asked(site: Site, robots: str) -> None:
    assert told(site, robots).fetch(site.url("/news")).body == b"The bridge"
    assert site.paths == ["/robots.txt", "/news"]


def test_many_names_for_many_rules_take_no_memory(site: Site) -> None:
    names = "".join(f"User-agent: {number}\n" for number in range(10_000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(10_000))
    assert told(site, names + rules).fetch(site.url("/news")).body == b"The bridge"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_site_without_robots_txt_allows_everything(site: Site, status: int) -> None:
    site.pages.update({"/robots.txt": reply(status, b"User-agent: *\nDisallow: /"), "/news": PAGE})
    assert fetcher().fetch(site.url("/news")).body == b"The bridge"


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (reply(500), "answer 500"),
        (reply(429), "answer 429"),
        (reply(204), "answer 204"),
        (reset(b"HTTP/1.1 200 OK\r\n"), "broke off"),
        (redirect(302, "http://10.0.0.1/robots.txt"), "leads to a private address"),
        (redirect(302, "/robots.txt"), "redirects in a circle"),
    ],
)
def test_a_site_whose_robots_txt_fails_is_left_alone_for_now(site: Site, script: Script, found: str) -> None:
    site.pages.update({"/robots.txt": script, "/news": PAGE})
    clock = Clock()
    reader = fetcher(clock)
    for _ in range(2):
        with pytest.raises(Unreachable, match=found) as unreachable:
            reader.fetch(site.url("/news"))
        assert unreachable.value.retry_at == START + timedelta(minutes=10)
    site.pages["/robots.txt"] = reply(404)
    clock.seconds += 600
    assert reader.fetch(site.url("/news")).body == b"The bridge"
    assert site.paths == ["/robots.txt", "/robots.txt", "/news"]


def test_a_robots_txt_that_asks_for_time_gets_it(site: Site) -> None:
    site.pages["/robots.txt"] = reply(503, b"", "Retry-After: 3600")
    with pytest.raises(Unreachable) as unreachable:
        fetcher().fetch(site.url("/news"))
    assert unreachable.value.retry_at == START + timedelta(hours=1)


def test_a_host_that_is_not_public_is_refused_before_its_robots_txt(site: Site) -> None:
    clock = Clock()
    reader = fetcher(clock, allow=())
    for _ in range(2):
        with pytest.raises(Refused, match="leads to this machine"):
            reader.fetch(site.url("/news"))
    assert site.asked == []


def test_a_robots_txt_is_asked_once_a_day(site: Site) -> None:
    clock = Clock()
    reader = told(site, "User-agent: *\nDisallow: /private", clock=clock)
    reader.fetch(site.url("/news"))
    reader.fetch(site.url("/news/2"))
    with pytest.raises(Refused):
        reader.fetch(site.url("/private/1"))
    assert site.paths == ["/robots.txt", "/news", "/news/2"]
    clock.seconds += 86_400
    reader.fetch(site.url("/news"))
    assert site.paths[3:] == ["/robots.txt", "/news"]


def test_each_origin_has_its_own(site: Site) -> None:
    names = Names({"a.example": [("127.0.0.1",)], "b.example": [("127.0.0.1",)]})
    site.pages["/news"] = PAGE
    reader = fetcher(names=names)
    for host in ("a.example", "b.example", "a.example"):
        reader.fetch(site.url("/news", host))
    hosts = [asked.headers["host"][0] for asked in site.asked if asked.path == "/robots.txt"]
    assert hosts == ["a", "b"]


def test_it_is_followed_where_it_moved(site: Site) -> None:
    site.pages.update({"/robots.txt": redirect(301, "/r"), "/r": reply(200, b"User-agent: *\nDisallow: /news")})
    with pytest.raises(Refused, match="asks not to read"):
        fetcher().fetch(site.url("/news"))


def test_a_redirect_is_checked_against_it(site: Site) -> None:
    reader = told(site, "User-agent: *\nDisallow: /private")
    site.pages["/news"] = redirect(302, "/private/1")
    with pytest.raises(Refused, match="asks not to read /private/1"):
        reader.fetch(site.url("/news"))
    assert site.paths == ["/robots.txt", "/news"]


def test_only_its_first_half_megabyte_is_read(site: Site) -> None:
    first, last = "User-agent: *\nDisallow: /private\n", "User-agent: *\nDisallow: /news\n"
    reader = told(site, first + "# a\n" * 200_000 + last)
    assert reader.fetch(site.url("/news")).body == b"The bridge"
    with pytest.raises(Refused):
        reader.fetch(site.url("/private/1"))


@pytest.mark.parametrize(
    ("robots", "pause"),
    [
        ("", 5),
        ("User-agent: *\nCrawl-delay: 20", 20),
        ("User-agent: *\nCrawl-delay: 2.5", 5),
        ("User-agent: *\nCrawl-delay: 86400", 60),
        ("User-agent: *\nCrawl-delay: inf", 5),
        ("User-agent: *\nCrawl-delay: -1", 5),
        ("User-agent: other\nCrawl-delay: 20", 5),
    ],
)
def test_the_pause_is_the_crawl_delay_within_bounds(site: Site, robots: str, pause: float) -> None:
    clock = Clock()
    reader = told(site, robots, clock=clock)
    reader.fetch(site.url("/news"))
    reader.fetch(site.url("/news"))
    assert clock.slept == [pause]


@pytest.mark.parametrize(("limit", "most"), [("MOST_KEPT", 1), ("MOST_BYTES", 40)])
def test_only_so_many_are_kept(site: Site, limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"attribune.fetch.robots.{limit}", most)
    site.pages["/robots.txt"] = reply(200, b"User-agent: *\nDisallow: /a")
    names = Names({"a.example": [("127.0.0.1",)], "b.example": [("127.0.0.1",)]})
    reader = fetcher(names=names, manners=Manners(pause=0))
    site.pages["/news"] = PAGE
    for host in ("a.example", "b.example", "a.example"):
        reader.fetch(site.url("/news", host))
    assert site.paths.count("/robots.txt") == 3
