from __future__ import annotations

from ipaddress import ip_address

import pytest

from attribune.errors import Refused, Unreachable
from attribune.fetch import FetchLimits
from attribune.fetch.networks import special_use
from tests.fetch.builders import Clock, Names, fetcher
from tests.fetch.server import Site, dripping, redirect, reply


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((301,), True), ((308,), True), ((301, 308), True), ((302,), False), ((301, 307), False), ((303, 301), False)],
)
def test_only_permanent_redirects_move_an_address(site: Site, statuses: tuple[int, ...], moved: bool) -> None:
    for step, status in enumerate(statuses, start=1):
        site.pages[f"/{step}"] = redirect(status, f"/{step + 1}")
    end = f"/{len(statuses) + 1}"
    site.pages[end] = reply(200, b"The bridge")
    fetched = fetcher().fetch(site.url("/1"))
    assert (fetched.asked, fetched.url, fetched.body) == (site.url("/1"), site.url(end), b"The bridge")
    assert fetched.moved_to == (site.url(end) if moved else None)


@pytest.mark.parametrize(
    ("location", "found"),
    [
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 leads to a link-local or metadata address"),
        ("http://[::ffff:a9fe:a9fe]/", "leads to IPv4 inside IPv6"),
        ("http://10.0.0.1/", "leads to a private address"),
        ("http://0x7f.1/", "redirects to what is not fetched: '0x7f.1' is a number in an odd notation"),
        ("file:///etc/passwd", "redirects to what is not fetched: 'file:///etc/passwd' is not an http or https"),
        ("http://user:secret@127.0.0.1/", "holds a user name or password"),
        ("http://127.0.0.1:25/", "port 25 is not one of the web"),
        ("http://inside.example/", "inside.example leads to a private address"),
        ("/a\tb", "control character"),
    ],
)
def test_every_hop_is_checked(site: Site, location: str, found: str) -> None:
    site.pages["/"] = redirect(302, location)
    names = Names({"inside.example": [("10.0.0.1",)]})
    with pytest.raises(Refused, match=found.replace("[", "\\[")):
        fetcher(names=names).fetch(site.url("/"), robots=False)
    assert site.paths == ["/"]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ({"/": "/"}, "redirects in a circle"),
        ({"/": "/2", "/2": "/3", "/3": "/2#again"}, "redirects in a circle"),
        ({f"/{n or ''}": f"/{n + 1}" for n in range(20)}, "redirects more than 10 times"),
        ({"/": ""}, "redirects to nowhere"),
    ],
)
def test_redirects_end(site: Site, pages: dict[str, str], found: str) -> None:
    site.pages.update({path: redirect(302, location) for path, location in pages.items()})
    with pytest.raises(Unreachable, match=found):
        fetcher().fetch(site.url("/"), robots=False)


def test_all_redirects_share_one_time(site: Site) -> None:
    for step in range(9):
        head = f"HTTP/1.1 302 Found\r\nLocation: /{step + 1}\r\nContent-Length: 0\r\n".encode()
        site.pages[f"/{step}"] = dripping(b"", head + b"\r\n", 0.2)
    limits = FetchLimits(seconds=0.5)
    with pytest.raises(Unreachable, match="did not answer in time"):
        fetcher(limits=limits).fetch(site.url("/0"), robots=False)
    assert len(site.paths) <= 3


def test_a_public_site_sends_nobody_to_what_is_allowed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_if_public(ip: object) -> str | None:
        return None if str(ip) == "127.0.0.1" else special_use(ip_address(str(ip)))

    monkeypatch.setattr("attribune.fetch.guard.special_use", as_if_public)
    site.pages.update({"/": redirect(302, "/2"), "/2": redirect(302, f"http://127.0.0.2:{site.port}/")})
    reader = fetcher(allow=("127.0.0.0/8",))
    with pytest.raises(Refused, match="public sites may not redirect there"):
        reader.fetch(site.url("/"), robots=False)
    with pytest.raises(Refused, match=r"127\.0\.0\.2 leads to this machine, .*; public sites may not redirect there"):
        reader.fetch(site.url("/2"))


def test_an_address_outside_ascii_is_followed_in_utf_8(site: Site) -> None:
    site.pages["/"] = redirect(302, "/café".encode().decode("latin-1"))
    site.pages["/caf%C3%A9"] = redirect(302, "/pré".encode("latin-1").decode("latin-1"))
    site.pages["/pr%C3%A9"] = reply(200, b"The bridge")
    assert fetcher().fetch(site.url("/")).body == b"The bridge"


def test_a_redirect_to_another_host_waits_for_its_turn_there(site: Site) -> None:
    clock = Clock()
    names = Names({name: [("127.0.0.1",)] for name in ("press.example", "www.press.example")})
    site.pages["/"] = redirect(301, site.url("/2", "www.press.example"))
    site.pages["/2"] = reply(200, b"The bridge")
    reader = fetcher(clock, names)
    reader.fetch(site.url("/2", "www.press.example"))
    assert reader.fetch(site.url("/", "press.example")).moved_to == site.url("/2", "www.press.example")
    assert clock.slept == [5]
    assert site.paths == ["/robots.txt", "/2", "/robots.txt", "/", "/2"]


def test_no_cookie_is_carried(site: Site) -> None:
    site.pages["/"] = reply(302, b"", "Location: /2", "Set-Cookie: a=b; Path=/")
    site.pages["/2"] = reply(200, b"The bridge", "Set-Cookie: c=d")
    reader = fetcher()
    reader.fetch(site.url("/"))
    reader.fetch(site.url("/2"))
    assert all("cookie" not in asked.headers for asked in site.asked)
