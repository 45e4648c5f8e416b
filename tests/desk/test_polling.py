"""Feeds polled from a real server."""

from __future__ import annotations

import pytest

from attribune.desk import files, polling
from attribune.desk.desk import Desk
from attribune.desk.polling import Polled
from attribune.errors import ReadOnlyLedger, UsageError
from attribune.ledger import opening
from tests.desk.conftest import Filled
from tests.desk.news import BRIDGE, contents, page, problems
from tests.desk.web import article, conditional, hours_until, let_pass, poll, rss, sitemap, told
from tests.fetch.server import Site, redirect, reply

ETAG = '"W/odd-\\"1\\""'


def follow(desk: Desk, site: Site, path: str = "/feed") -> int:
    return desk.follow(site.url(path)).id


def test_the_first_poll_fetches_and_adds_what_the_feed_names(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": reply(200, rss(site.url("/a"), site.url("/b"))), "/a": article(BRIDGE.format(2))}
    site.pages["/b"] = article(BRIDGE.format(3))
    follow(desk, site)
    found = poll(desk)
    assert told(found) == ["new", "new", "new"]
    assert isinstance(found[0], Polled)
    assert (found[0].found, found[0].feed.title) == (2, "Norvik Post")
    ((_, items),) = desk.feeds()
    assert [(item.status, item.tries) for item in items] == [("added", 1)] * 2
    assert sorted(contents(desk)) == [f"that {n} bridges near Orvel had fallen" for n in (2, 3)]
    assert problems(desk) == []


def test_within_the_hour_a_feed_is_not_asked_again(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": conditional(site, "/feed", ETAG, rss(site.url("/a"))), "/a": article(BRIDGE.format(2))}
    follow(desk, site)
    poll(desk)
    asked = len(site.asked)
    assert told(poll(desk)) == ["waiting"]
    assert len(site.asked) == asked
    assert hours_until(desk.feeds()[0][0].due) == 1


def test_a_feed_that_tells_nothing_of_changes_is_asked_seldom(desk: Desk, site: Site) -> None:
    site.pages["/feed"] = reply(200, rss())
    follow(desk, site)
    assert told(poll(desk)) == ["unchanged"]
    assert hours_until(desk.feeds()[0][0].due) == 3


def test_an_unchanged_feed_gets_its_etag_back_letter_for_letter(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": conditional(site, "/feed", ETAG, rss(site.url("/a"))), "/a": article(BRIDGE.format(2))}
    follow(desk, site)
    poll(desk)
    assert told(poll(desk, force=True)) == ["unchanged"]
    assert site.asked[-1].headers["if-none-match"] == ETAG
    assert desk.feeds()[0][0].etag == ETAG


def test_only_some_feeds_can_be_asked(desk: Desk, site: Site) -> None:
    site.pages |= {"/one": reply(200, rss()), "/two": reply(200, rss())}
    follow(desk, site, "/one")
    second = follow(desk, site, "/two")
    assert told(poll(desk, only=[second])) == ["unchanged"]
    assert "/one" not in site.paths
    with pytest.raises(UsageError, match="feed 99 is not followed"):
        poll(desk, only=[99])


def test_a_feed_that_fails_is_asked_less_and_less(desk: Desk, site: Site) -> None:
    site.pages["/feed"] = reply(500)
    follow(desk, site)
    waits = []
    for _ in range(7):
        (failed,) = poll(desk, force=True)
        assert isinstance(failed, Polled)
        waits.append(hours_until(failed.feed.due))
        assert (failed.state, "answers 500" in str(failed.problem)) == ("failed", True)
    assert waits == [1, 2, 4, 8, 16, 24, 24]
    site.pages["/feed"] = reply(200, rss())
    assert told(poll(desk, force=True)) == ["unchanged"]
    assert (desk.feeds()[0][0].failures, desk.feeds()[0][0].problem) == (0, None)


def test_a_feed_is_left_alone_for_as_long_as_its_site_asks(desk: Desk, site: Site) -> None:
    site.pages["/feed"] = reply(503, b"", "Retry-After: Thu, 05 Mar 2099 00:00:00 GMT")
    follow(desk, site)
    (failed,) = poll(desk)
    assert isinstance(failed, Polled)
    assert failed.feed.due is not None
    assert failed.feed.due.year >= 2031


def test_a_fault_of_the_program_costs_one_article_and_one_feed(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages |= {
        "/feed": reply(200, rss(site.url("/a"))),
        "/a": article(BRIDGE.format(2)),
        "/other": reply(200, rss()),
    }
    follow(desk, site)
    with monkeypatch.context() as patch:
        patch.setattr(files, "_opened", [None])
        assert told(poll(desk)) == ["new", "failed"]
    assert "AttributeError" in str(desk.feeds()[0][1][0].problem)
    other = follow(desk, site, "/other")
    with monkeypatch.context() as patch:
        patch.setattr(polling, "read_feed", lambda *_: 1 / 0)
        assert told(poll(desk, force=True)) == ["failed", "failed"]
    assert told(poll(desk, only=[other], force=True)) == ["unchanged"]


def test_a_poll_of_a_ledger_that_may_not_be_written_is_an_error(
    filled: Filled, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = reply(200, rss())
    with Desk.open(filled.ledger) as desk:
        follow(desk, site)
    monkeypatch.setattr(opening, "_may_not_write", lambda _: True)  # root may write everything
    with Desk.open(filled.ledger) as desk, pytest.raises(ReadOnlyLedger):
        poll(desk)


def test_a_feed_that_is_gone_for_good_is_followed_no_longer(desk: Desk, site: Site) -> None:
    site.pages["/feed"] = reply(410)
    follow(desk, site)
    assert told(poll(desk)) == ["gone"]
    assert desk.feeds() == []


def test_a_feed_that_is_missing_may_come_back(desk: Desk, site: Site) -> None:
    follow(desk, site)
    assert told(poll(desk)) == ["failed"]
    assert len(desk.feeds()) == 1


def test_an_article_that_fails_is_tried_four_times(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": reply(200, rss(site.url("/a"))), "/a": reply(500)}
    follow(desk, site)
    assert told(poll(desk)) == ["new", "failed"]
    assert told(poll(desk)) == ["waiting"]
    for hours in (2, 4, 8):
        let_pass(desk, hours)
        assert "failed" in told(poll(desk))
    let_pass(desk, 1_000)
    assert told(poll(desk)) == ["unchanged"]
    ((_, (item,)),) = desk.feeds()
    assert (item.status, item.tries) == ("failed", 4)
    assert "answers 500" in str(item.problem)


def test_an_article_that_failed_once_is_added_later(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": reply(200, rss(site.url("/a"))), "/a": reply(500)}
    follow(desk, site)
    poll(desk)
    site.pages["/a"] = article(BRIDGE.format(2))
    let_pass(desk, 2)
    assert told(poll(desk)) == ["waiting", "new"]
    ((_, (item,)),) = desk.feeds()
    assert (item.status, item.problem) == ("added", None)


def test_an_article_that_is_gone_is_not_tried_again(desk: Desk, site: Site) -> None:
    site.pages["/feed"] = reply(200, rss(site.url("/a")))
    follow(desk, site)
    assert told(poll(desk)) == ["new", "failed"]
    let_pass(desk, 1_000)
    assert told(poll(desk)) == ["unchanged"]
    assert desk.feeds()[0][1][0].status == "gone"


def test_a_feed_that_moved_for_good_keeps_its_new_address(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": redirect(301, "/new"), "/new": reply(200, rss())}
    follow(desk, site)
    assert told(poll(desk)) == ["unchanged"]
    assert desk.feeds()[0][0].url == site.url("/new")
    poll(desk, force=True)
    assert site.paths.count("/feed") == 1


def test_a_feed_that_moved_for_a_while_keeps_its_address(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": redirect(302, "/new"), "/new": reply(200, rss())}
    follow(desk, site)
    poll(desk)
    assert desk.feeds()[0][0].url == site.url("/feed")


@pytest.mark.parametrize("followed", [True, False])
def test_a_feed_that_moved_to_another_that_is_known_stays_where_it_is(desk: Desk, site: Site, followed: bool) -> None:
    site.pages |= {
        "/feed": redirect(301, "/new"),
        "/new": reply(200, rss(site.url("/a"))),
        "/a": article(BRIDGE.format(2)),
    }
    known = follow(desk, site, "/new")
    if not followed:
        desk.unfollow(known)
    moved = follow(desk, site)
    assert told(poll(desk, only=[moved])) == ["new", "new"]
    assert {feed.url for feed, _ in desk.feeds()} >= {site.url("/feed")}


def test_an_address_that_two_feeds_name_is_fetched_once_for_both(desk: Desk, site: Site) -> None:
    site.pages |= {"/one": reply(200, rss(site.url("/a"))), "/two": reply(200, rss(site.url("/a")))}
    site.pages["/a"] = article(BRIDGE.format(2))
    follow(desk, site, "/one")
    follow(desk, site, "/two")
    assert told(poll(desk)) == ["new", "new", "new"]
    assert [item.status for _, items in desk.feeds() for item in items] == ["added", "added"]
    assert site.paths.count("/a") == 1


def test_what_was_added_by_hand_is_known_to_the_feed(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": reply(200, rss(site.url("/a"))), "/a": article(BRIDGE.format(2))}
    assert [one.outcome for one in desk.add([site.url("/a")])] == ["new"]
    follow(desk, site)
    assert told(poll(desk)) == ["new", "known"]
    assert desk.feeds()[0][1][0].status == "known"


def test_an_index_of_sitemaps_gives_what_its_sitemaps_name(desk: Desk, site: Site) -> None:
    parts = [site.url("/1.xml"), site.url("/missing.xml"), site.url("/2.xml")]
    site.pages |= {"/feed": reply(200, sitemap(*parts, kind="sitemapindex", entry="sitemap"))}
    site.pages |= {"/1.xml": reply(200, sitemap(site.url("/a"))), "/2.xml": reply(200, sitemap(site.url("/b")))}
    site.pages |= {"/a": article(BRIDGE.format(2)), "/b": article(BRIDGE.format(3))}
    follow(desk, site)
    assert told(poll(desk)) == ["new", "new", "new"]


@pytest.mark.parametrize("answer", [404, 410])
def test_an_index_none_of_whose_sitemaps_is_there_has_failed(desk: Desk, site: Site, answer: int) -> None:
    site.pages["/feed"] = reply(200, sitemap(site.url("/1.xml"), kind="sitemapindex", entry="sitemap"))
    site.pages["/1.xml"] = reply(answer)
    follow(desk, site)
    (failed,) = poll(desk)
    assert isinstance(failed, Polled)
    assert failed.state == "failed"
    assert "is an index of which no sitemap can be read" in str(failed.problem)


def test_a_page_given_as_a_feed_says_which_feed_it_names(desk: Desk, site: Site) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/real.xml">'
    site.pages["/feed"] = reply(200, page("News").replace("<head>", f"<head>{link}").encode())
    follow(desk, site)
    (failed,) = poll(desk)
    assert isinstance(failed, Polled)
    assert failed.problem == f"is a page, not a feed; give one that it names: {site.url('/real.xml')}"


def test_items_are_read_on_several_cores(desk: Desk, site: Site) -> None:
    site.pages |= {"/feed": reply(200, rss(site.url("/a"), site.url("/b"))), "/a": article(BRIDGE.format(2))}
    follow(desk, site)
    assert sorted(told(poll(desk, jobs=2))) == ["failed", "new", "new"]
    assert {item.status for _, items in desk.feeds() for item in items} == {"added", "gone"}


def test_a_feed_is_followed_once_and_again_after_it_was_left(desk: Desk, site: Site) -> None:
    first = follow(desk, site)
    assert follow(desk, site) == first
    desk.unfollow(first)
    assert desk.feeds() == []
    assert follow(desk, site) == first


def test_what_is_no_feed_is_wrong_usage(desk: Desk) -> None:
    with pytest.raises(UsageError, match="is no address of a feed"):
        desk.follow("norvik.example/feed")
    with pytest.raises(UsageError, match="feed 7 is not followed"):
        desk.unfollow(7)


def test_an_index_that_did_not_change_is_looked_into_again(desk: Desk, site: Site) -> None:
    index = sitemap(site.url("/1.xml"), site.url("/2.xml"), kind="sitemapindex", entry="sitemap")
    site.pages |= {"/feed": conditional(site, "/feed", ETAG, index), "/1.xml": reply(200, sitemap())}
    follow(desk, site)
    assert told(poll(desk)) == ["unchanged"]
    site.pages |= {"/1.xml": reply(200, sitemap(site.url("/a"))), "/2.xml": reply(200, sitemap(site.url("/b")))}
    site.pages |= {"/a": article(BRIDGE.format(2)), "/b": article(BRIDGE.format(3))}
    assert told(poll(desk, force=True)) == ["new", "new", "new"]


def names(desk: Desk) -> set[tuple[str | None, str | None]]:
    """Outlets and days of publishing of the articles."""
    articles = [one.article for one in desk.articles()]
    return {(one.outlet, f"{one.published:%F}" if one.published else None) for one in articles}


DATED = "<title>News</title><pubDate>Fri, 02 May 2025 10:00:00 GMT</pubDate>"


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_an_article_does_not_say_its_feed_says(desk: Desk, site: Site, jobs: int) -> None:
    dated = rss(site.url("/a")).replace(b"<title>News</title>", DATED.encode())
    site.pages |= {"/feed": reply(200, dated), "/a": article(BRIDGE.format(2))}
    desk.follow(site.url("/feed"), outlet="Lodra Times")
    assert told(poll(desk, jobs=jobs)) == ["new", "new"]
    assert names(desk) == {("Lodra Times", "2025-05-02")}
    assert len(desk.search('outlet:"Lodra Times" date:2025-05-02').hits) == 1
    assert problems(desk) == []


def test_what_an_article_says_itself_goes_before_its_feed(desk: Desk, site: Site) -> None:
    own = '<meta property="og:site_name" content="Norvik Post"><meta property="article:published_time" content="{}">'
    text = page(BRIDGE.format(2)).replace("<head>", f"<head>{own.format('2025-04-30T08:00:00Z')}")
    dated = rss(site.url("/a")).replace(b"<title>News</title>", DATED.encode())
    site.pages |= {"/feed": reply(200, dated), "/a": reply(200, text.encode(), "Content-Type: text/html")}
    desk.follow(site.url("/feed"), outlet="Lodra Times")
    poll(desk)
    assert names(desk) == {("Norvik Post", "2025-04-30")}


def test_the_last_change_in_a_sitemap_is_no_day_of_publishing(desk: Desk, site: Site) -> None:
    changed = sitemap(site.url("/a")).replace(b"</loc>", b"</loc><lastmod>2025-05-02</lastmod>")
    site.pages |= {"/feed": reply(200, changed), "/a": article(BRIDGE.format(2))}
    follow(desk, site)
    poll(desk)
    assert names(desk) == {("127.0.0.1", None)}


def test_a_feed_is_followed_anew_under_another_title_and_outlet(desk: Desk, site: Site) -> None:
    desk.follow(site.url("/feed"), title="News", outlet="Post")
    desk.follow(site.url("/feed"), outlet="Lodra Times")
    assert [(one.title, one.outlet) for one, _ in desk.feeds()] == [("News", "Lodra Times")]
