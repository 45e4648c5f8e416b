from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run, invoke, the_error
from tests.fetch.server import Site, reply, serve

ALLOW = ("--allow", "127.0.0.1", "--allow", "localhost")


def feed_of(*addresses: str) -> bytes:
    items = "".join(f"<item><title>One</title><link>{address}</link></item>" for address in addresses)
    return f'<rss version="2.0"><channel><title>News of Lodra</title>{items}</channel></rss>'.encode()


def site_with_news(site: Site) -> None:
    """A feed at 127.0.0.1, and its one story at another host, so that no pause is due between them."""
    page = (EXAMPLES / "daily-meridian-bridge-strike.html").read_bytes()
    site.pages["/story"] = reply(200, page, "Content-Type: text/html; charset=utf-8")
    site.pages["/rss"] = reply(200, feed_of(site.url("/story", "localhost")), "Content-Type: application/rss+xml")


def test_a_poll_adds_what_is_new_and_tells_the_watches(empty: Path) -> None:
    with serve() as site:
        site_with_news(site)
        invoke(empty, "feed", "add", site.url("/rss"), "--outlet", "Daily Meridian")
        invoke(empty, "watch", "add", "bridge", "bridge")

        polled = invoke(empty, "feed", "poll", *ALLOW)
        again = invoke(empty, "feed", "poll", "1", *ALLOW)

    first, counts = polled.stderr.splitlines()
    assert first == f"feed 1 ({site.url('/rss')}): 1 new"
    assert counts == "1 new, 0 new versions, 0 unchanged"
    assert json.loads(polled.stdout)["watch"] == "bridge"
    assert (again.exit_code, again.stdout) == (0, "")
    assert "not asked, due at" in again.stderr
    listed = invoke(empty, "feed", "list").stdout
    assert "News of Lodra" in " ".join(listed.split())
    (record,) = json.loads(invoke(empty, "feed", "list", "--format", "json").stdout)
    assert (record["articles"], record["waiting"], record["outlet"]) == (1, 0, "Daily Meridian")


def test_a_feed_that_fails_is_one_line_and_exit_1(empty: Path) -> None:
    with serve() as site:
        site.pages["/rss"] = reply(200, b"no feed", "Content-Type: text/plain")
        site.pages["/gone"] = reply(410)
        invoke(empty, "feed", "add", site.url("/rss"), site.url("/gone", "localhost"))

        result = invoke(empty, "feed", "poll", *ALLOW)

    broken, gone, counts = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (1, "")
    assert broken.startswith(f"attribune: feed 1 ({site.url('/rss')}): ")
    assert gone.endswith("; it is followed no longer")
    assert counts == "0 new, 0 new versions, 0 unchanged"
    (left,) = json.loads(invoke(empty, "feed", "list", "--format", "json").stdout)
    assert (left["id"], left["failures"]) == (1, 1)


def test_a_feed_is_followed_no_longer(run: Run) -> None:
    assert "feed 1 is https://" in run("feed", "add", "https://example.com/rss").stderr
    run("feed", "remove", 1)

    assert run("feed", "list").stdout.startswith("No feed is followed")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "example.com/rss"), "is no address of a feed"),
        (("add", "https://example.com/rss", "example.com"), "is no address of a feed"),
        (("add", "https://ida:s3cret@example.com/a"), "holds a user name or password; give it without"),
        (("add", "https://example.com/a", "https://example.com/b", "--title", "x"), "are of one feed"),
        (("remove", 7), "feed 7 is not followed"),
        (("poll", 7), "feed 7 is not followed"),
    ],
    ids=["no address", "one of two", "password", "two feeds with one title", "remove", "poll"],
)
def test_what_is_no_feed_is_one_line(arguments: tuple[object, ...], words: str, run: Run) -> None:
    assert words in the_error(run("feed", *arguments))
    assert run("feed", "list", "--format", "jsonl").stdout == ""
