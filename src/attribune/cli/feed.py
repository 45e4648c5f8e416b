"""``attribune feed``: feeds and sitemaps that are followed."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from attribune.cli.options import NUMBER, allow_option, format_option, jobs_option, ledger_option, open_desk
from attribune.cli.outcomes import Outcomes, telling
from attribune.cli.program import FAILED, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attribune.cli.progress import Watch
    from attribune.desk.adding import Filed
    from attribune.desk.desk import Desk
    from attribune.desk.polling import Polled
    from attribune.desk.watching import Alert
    from attribune.ledger.source import Followed, Item

KEYS = ("id", "url", "title", "outlet", "polled", "due", "articles", "waiting", "failed", "failures", "problem")
COME = ("added", "known")  # what an item is whose article is in the ledger


@click.group()
def feed() -> None:
    """Follow feeds and sitemaps."""


@feed.command("add")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--title", help="What to call it; the feed's own title, unless told otherwise.")
@click.option("--outlet", help="Whose feed it is; the outlet of articles that name none.")
@ledger_option
def add_feed(urls: tuple[str, ...], title: str | None, outlet: str | None, ledger: str) -> None:
    """Follow feeds (RSS, Atom, JSON Feed) or sitemaps from the next poll on.

    A feed that is followed already gets the title and outlet that are given.

    Example: attribune feed add https://example.com/rss.xml
    """
    from attribune.desk.addresses import check_address
    from attribune.errors import UsageError

    if urls[1:] and (title or outlet):
        raise UsageError("--title and --outlet are of one feed: add each feed that has them by itself")
    for url in urls:
        check_address(url, "a feed")
    with open_desk(ledger) as desk:
        for url in urls:
            followed = desk.follow(url, title=title, outlet=outlet)
            say(f"feed {followed.id} is {followed.url}; attribune feed poll asks it")


@feed.command("list")
@ledger_option
@format_option()
def list_feeds(ledger: str, form: str) -> None:
    """The feeds that are followed, and how they do."""
    from attribune.cli.records import Column, listing, write_records

    with open_desk(ledger) as desk:
        records = [_feed_dict(followed, items) for followed, items in desk.feeds()]
    columns = (
        Column("id", "feed", right=True),
        Column("url", "address", wide=True),
        Column("title", "title", wide=True),
    )
    counts = (Column(key, key, right=True) for key in ("articles", "waiting", "failed"))
    ends = (Column("polled", "polled (UTC)"), Column("problem", "problem", wide=True))
    show = listing(*columns, *counts, *ends, none="No feed is followed; attribune feed add URL follows one.")
    write_records(records, form, keys=KEYS, show=show)


def _feed_dict(followed: Followed, items: Sequence[Item]) -> dict[str, Any]:
    return {
        "id": followed.id,
        "url": followed.url,
        "title": followed.title,
        "outlet": followed.outlet,
        "polled": followed.polled,
        "due": followed.due,
        "articles": sum(item.status in COME for item in items),
        "waiting": sum(item.status == "new" for item in items),
        "failed": sum(item.status not in (*COME, "new") for item in items),
        "failures": followed.failures,
        "problem": followed.problem,
    }


@feed.command("remove")
@click.argument("number", type=NUMBER, metavar="ID")
@ledger_option
def remove_feed(number: int, ledger: str) -> None:
    """Follow a feed no longer; what it brought stays."""
    with open_desk(ledger) as desk:
        desk.unfollow(number)
    say(f"feed {number} is followed no longer")


@feed.command("poll")
@click.argument("numbers", nargs=-1, type=NUMBER, metavar="[ID...]")
@click.option("--force", is_flag=True, help="Ask also those that were asked a short time ago.")
@ledger_option
@jobs_option
@allow_option
@click.pass_context
def poll(
    ctx: click.Context, numbers: tuple[int, ...], force: bool, ledger: str, jobs: int, allow: tuple[str, ...]
) -> None:
    """Ask the feeds that are due, add what is new, and run the watches.

    What a watch finds is a line of JSON on standard output. To poll every hour, put this command into cron.
    """
    from attribune.cli.progress import watching

    outcomes = Outcomes()
    with open_desk(ledger, allow) as desk:
        _check_known(desk, numbers)
        found = desk.poll(only=numbers, force=force, jobs=jobs)
        with watching(0, quiet=False, growing=True) as watch, telling(outcomes), closing(found):
            good = _told(found, outcomes, watch)
    if not good or outcomes.any_failed:
        ctx.exit(FAILED)


def _check_known(desk: Desk, numbers: Sequence[int]) -> None:
    from attribune.errors import UsageError

    with desk.ledger.reading_from() as reader:
        known = {followed.id for followed in reader.followed()}
    for number in numbers:
        if number not in known:
            raise UsageError(f"feed {number} is not followed; see attribune feed list")


def _told(found: Iterable[Polled | Filed | Alert], outcomes: Outcomes, watch: Watch) -> bool:
    """Say what comes of a poll; whether all feeds answered and all alerts arrived."""
    from attribune.cli.alerts import tell_alert
    from attribune.desk.adding import Filed
    from attribune.desk.polling import Polled

    good = True
    for one in found:
        if isinstance(one, Filed):
            outcomes.add(one, watch)
        elif isinstance(one, Polled):
            good &= _tell_polled(one, watch)
        else:
            good &= tell_alert(one, watch)
    return good


def _tell_polled(polled: Polled, watch: Watch) -> bool:
    name = f"feed {polled.feed.id} ({polled.feed.url})"
    if polled.state in ("failed", "gone"):
        end = "; it is followed no longer" if polled.state == "gone" else ""
        watch.complain(f"{name}: {polled.problem}{end}")
        return False
    due = f", due at {polled.feed.due:%H:%M} UTC; --force asks now" if polled.feed.due else ""
    words = {"new": f"{polled.found:,} new", "unchanged": "nothing new", "waiting": f"not asked{due}"}
    watch.tell(f"{name}: {words[polled.state]}")
    watch.expect(polled.found)
    return True
