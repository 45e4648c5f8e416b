"""Feeds that are followed, what they named, and searches that are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attribune.errors import LedgerError
from attribune.ledger.contract import Ledger
from attribune.ledger.source import Item

FEED = "https://orvel.example/feed.xml"
SEEN = datetime(2031, 3, 2, 7, 30, tzinfo=UTC)


def test_a_feed_is_followed_once(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED, title="Orvel Post", outlet="Orvel Post")
        again = writer.follow(FEED, title="Another")
    with ledger.reading_from() as reader:
        assert again == feed
        assert list(reader.followed()) == [feed]
        assert len(list(reader.audit())) == 1


def test_how_a_feed_stands_is_written_down_outside_the_audit_log(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED)
        stands = replace(feed, etag='W/"1"', modified="then", polled=SEEN, due=SEEN, failures=2, problem="timed out")
        writer.mark_feed(stands)
    with ledger.reading_from() as reader:
        assert list(reader.followed()) == [stands]
        assert len(list(reader.audit())) == 1


def test_a_feed_that_was_left_while_it_was_asked_stays_gone(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED)
    with ledger.writing("Ben") as writer:
        writer.unfollow(feed.id)
    with ledger.writing("Ana") as writer:
        writer.mark_feed(replace(feed, etag="1"))
    with ledger.writing("Ana") as writer:
        assert list(writer.followed()) == []
        assert writer.follow(FEED) == feed


def test_marking_a_feed_changes_only_how_it_stands(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED, outlet="Orvel Post")
        writer.mark_feed(replace(feed, added=SEEN, removed=SEEN, etag="1"))
        assert list(writer.followed()) == [replace(feed, etag="1")]


def test_two_feeds_never_have_one_address(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        writer.follow(FEED)
        other = writer.follow("https://orvel.example/old.xml")
        with pytest.raises(LedgerError, match="another feed"):
            writer.mark_feed(replace(other, url=FEED))


def test_a_feed_that_was_left_and_can_be_followed_again(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED)
        writer.unfollow(feed.id)
        assert list(writer.followed()) == []
        assert writer.follow(FEED) == feed
    with ledger.reading_from() as reader:
        assert list(reader.followed()) == [feed]
        assert [entry.action for entry in reader.audit()] == ["follow", "unfollow", "follow"]


def test_items_are_kept_by_their_address_in_the_order_they_were_seen(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        feed = writer.follow(FEED)
        items = [Item(feed.id, f"https://orvel.example/{name}", SEEN, title=name) for name in ("b", "Z", "ä", "_a")]
        writer.mark_items(items)
        done = replace(items[0], status="failed", tries=1, due=SEEN, problem="404", published=SEEN)
        writer.mark_items([done])
    with ledger.reading_from() as reader:
        assert [item.title for item in reader.items(feed.id)] == ["Z", "_a", "b", "ä"]
        assert done in reader.items(feed.id)


def test_a_search_is_kept_under_its_name_and_replaced_by_the_next_of_that_name(ledger: Ledger) -> None:
    with ledger.writing("Ana") as writer:
        writer.keep_search("dams", "dam", like=None, alert="line", target=None, last=3)
        second = writer.keep_search("dams", "dam OR weir", like="a flood", alert="webhook", target="https://x", last=5)
        other = writer.keep_search("floods", "flood", like=None, alert="line", target=None, last=0)
        writer.mark_search(second.id, 9)
    with ledger.reading_from() as reader:
        assert list(reader.searches()) == [replace(second, last=9), other]
    with ledger.writing("Ana") as writer:
        writer.drop_search(other.id)
        assert list(writer.searches()) == [replace(second, last=9)]


@pytest.mark.parametrize("doing", ["unfollow", "drop_search"])
def test_what_is_not_there_can_not_be_given_up(ledger: Ledger, doing: str) -> None:
    with pytest.raises(LedgerError, match="7: is not in the ledger"), ledger.writing("Ana") as writer:
        getattr(writer, doing)(7)


def test_items_of_a_feed_that_is_not_there_are_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError), ledger.writing("Ana") as writer:
        writer.mark_items([Item(7, "https://orvel.example/1", SEEN)])
