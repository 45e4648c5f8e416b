"""Kept searches: they tell of new lines, once, where they should."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from attribune.desk import watching
from attribune.desk.desk import Desk
from attribune.desk.meanings import Meanings
from attribune.desk.rows import hit_dict, row_of
from attribune.desk.watching import Alert, run_watches
from attribune.errors import UsageError
from tests.desk.conftest import Filled
from tests.desk.news import BRIDGE, add, bridges, line_of, write_records
from tests.desk.web import article, rss
from tests.fetch.server import Site, reply

SECRETS = (
    "https://ada:s3cret@norvik.example/feed",
    "https://s3cret@norvik.example",
    "https://ada:s3cret/x@norvik.example/feed",
    "https://ada:s3cret@norvik.example:99999/feed",
    "ftp://ada:s3cret@norvik.example/feed",
    "ada:s3cret@norvik.example/feed",
)


def words(alerts: list[Alert]) -> list[tuple[str, list[str]]]:
    return [(one.search.name, [hit.line.content for hit in one.hits]) for one in alerts]


def test_a_watch_tells_of_new_lines_once(full_desk: Desk, tmp_path: Path) -> None:
    full_desk.watch("bridges", "bridges")
    assert list(full_desk.alerts()) == []
    add(full_desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    assert words(list(full_desk.alerts())) == [("bridges", ["that 2 bridges near Orvel had fallen"])]
    assert list(full_desk.alerts()) == []


def test_what_was_there_before_is_no_news(full_desk: Desk) -> None:
    full_desk.watch("dam", "dam")
    assert list(full_desk.alerts()) == []


def test_a_new_version_is_news(desk: Desk, filled: Filled, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(2))
    add(desk, news)
    desk.watch("bridges", "bridges")
    add(desk, write_records(news, {"id": "bridge-2", "text": BRIDGE.format(3)}))
    assert words(list(desk.alerts())) == [("bridges", ["that 3 bridges near Orvel had fallen"])]


def test_what_was_read_anew_before_it_was_told_is_told_all_the_same(desk: Desk, tmp_path: Path) -> None:
    desk.watch("bridges", "bridges")
    add(desk, write_records(tmp_path / "news.jsonl", *bridges(2)))
    list(desk.reread([entry.id for entry in desk.articles()]))
    assert words(list(desk.alerts())) == [("bridges", ["that 2 bridges near Orvel had fallen"])]
    list(desk.reread([entry.id for entry in desk.articles()]))
    assert list(desk.alerts()) == []


def test_what_a_version_says_is_told_though_another_came_before_the_run(desk: Desk, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    add(desk, write_records(news, *bridges(2)))
    desk.watch("bridges", "bridges")
    for more in ("", " Police said that it rained."):
        add(desk, write_records(news, {"id": "bridge-2", "text": BRIDGE.format(3) + more}))
    assert words(list(desk.alerts())) == [("bridges", ["that 3 bridges near Orvel had fallen"])]


def test_lines_that_come_during_a_run_are_told_in_the_next_and_once(desk: Desk, tmp_path: Path) -> None:
    desk.watch("first", "bridges")
    desk.watch("second", "bridges")
    add(desk, write_records(tmp_path / "one.jsonl", *bridges(2)))
    run = run_watches(desk.ledger, Meanings(), None, by="Ada")
    assert len(next(run).hits) == 1
    add(desk, write_records(tmp_path / "two.jsonl", *bridges(3)))
    assert [len(one.hits) for one in run] == [1]
    assert [len(one.hits) for one in desk.alerts()] == [1, 1]


def test_a_watch_can_be_replaced_and_ended(desk: Desk) -> None:
    desk.watch("orvel", "dam")
    desk.watch("orvel", "bridge")
    assert [(one.name, one.query) for one in desk.watches()] == [("orvel", "bridge")]
    desk.unwatch("orvel")
    assert desk.watches() == []
    with pytest.raises(UsageError, match="no watch is called 'orvel'"):
        desk.unwatch("orvel")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"name": " ", "query": "dam"}, "a watch needs a name"),
        ({"name": "x"}, "a watch needs a query or --like"),
        ({"name": "x", "query": "(dam"}, "column 1"),
        ({"name": "x", "query": "dam", "alert": "pigeon"}, "'pigeon' is no way to tell"),
        ({"name": "x", "query": "dam", "alert": "webhook"}, "a webhook needs its address"),
        ({"name": "x", "query": "dam", "target": "https://norvik.example/"}, "a webhook needs its address"),
        ({"name": "x", "query": "dam", "alert": "webhook", "target": "norvik"}, "is no address of a webhook"),
    ],
)
def test_a_watch_that_makes_no_sense_is_wrong_usage(desk: Desk, options: dict[str, Any], found: str) -> None:
    with pytest.raises(UsageError, match=found):
        desk.watch(**options)
    assert desk.watches() == []


def test_a_webhook_gets_the_new_lines_as_json(full_desk: Desk, tmp_path: Path, site: Site) -> None:
    site.pages["/hook"] = reply(204)
    full_desk.watch("bridges", "bridges", alert="webhook", target=site.url("/hook"))
    add(full_desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    (alert,) = full_desk.alerts()
    assert alert.problem is None
    (asked,) = site.asked
    body = json.loads(asked.body)
    assert (asked.method, asked.headers["content-type"]) == ("POST", "application/json")
    assert (body["watch"], body["query"]) == ("bridges", "bridges")
    (hit,) = body["hits"]
    assert hit["content"] == "that 2 bridges near Orvel had fallen"
    assert hit["permalink"] == alert.hits[0].line.permalink
    assert hit["speaker"] == "Ada Lund"


@pytest.mark.parametrize("path", ["/hook", "/missing"])
def test_a_webhook_that_fails_is_a_problem_and_no_crash(desk: Desk, tmp_path: Path, site: Site, path: str) -> None:
    site.pages["/hook"] = reply(500)
    desk.watch("bridges", "bridges", alert="webhook", target=site.url(path))
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    (alert,) = desk.alerts()
    assert f"{path} answered" in str(alert.problem)


def test_a_webhook_inside_the_network_is_refused(filled: Filled, tmp_path: Path, site: Site) -> None:
    with Desk.open(filled.ledger) as desk:
        desk.watch("bridges", "bridges", alert="webhook", target=site.url("/hook"))
        add(desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
        (alert,) = desk.alerts()
    assert "put it on the allow list" in str(alert.problem)
    assert site.asked == []


def test_a_desktop_that_can_not_tell_is_a_problem(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.watch("bridges", "bridges", alert="desktop")
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    (alert,) = desk.alerts()
    assert "notify-send is not installed" in str(alert.problem)


@pytest.mark.parametrize(("ending", "problem"), [("0", None), ("3", "exit status 3")])
def test_a_desktop_is_told_who_said_what(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, problem: str | None
) -> None:
    notify = tmp_path / "notify-send"
    notify.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/told\nexit {ending}\n')
    notify.chmod(notify.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.watch("--bridges", "bridges", alert="desktop")
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2, 3)))
    (alert,) = desk.alerts()
    assert (alert.problem is None) == (problem is None)
    assert problem is None or problem in str(alert.problem)
    assert (
        tmp_path / "told"
    ).read_text() == "--|--bridges: Ada Lund: that 3 bridges near Orvel had fallen| and 1 more|"


def test_after_a_poll_the_watches_are_run(desk: Desk, site: Site) -> None:
    other = site.url("/a", "localhost")
    site.pages |= {"/feed": reply(200, rss(other)), "/a": article(BRIDGE.format(2))}
    desk.follow(site.url("/feed"))
    desk.watch("bridges", "bridges")
    found = list(desk.poll())
    assert [type(one).__name__ for one in found] == ["Polled", "Filed", "Alert"]


def test_what_is_too_much_at_once_is_told_the_next_time(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST", 2)
    desk.watch("bridges", "bridges")
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2, 3, 4, 5, 6)))
    told = [words(list(desk.alerts())) for _ in range(4)]
    numbers = [[content.split()[1] for _, some in one for content in some] for one in told]
    assert numbers == [["3", "2"], ["5", "4"], ["6"], []]


def test_lines_that_mean_it_are_told_however_many_are_nearer_that_were_there_before(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST", 2)
    add(desk, write_records(tmp_path / "old.jsonl", *bridges(*range(210))))
    desk.watch("fallen", like="12 bridges near Orvel had fallen")
    other = [{"id": str(day), "text": f"Eva Holm said that it rained on day {day}."} for day in range(5)]
    add(desk, write_records(tmp_path / "new.jsonl", *other, *bridges(99)))
    assert words(list(desk.alerts())) == [("fallen", ["that 99 bridges near Orvel had fallen"])]
    assert list(desk.alerts()) == []


def test_what_could_not_be_told_is_told_when_it_can(desk: Desk, tmp_path: Path, site: Site) -> None:
    site.pages["/hook"] = reply(500)
    desk.watch("bridges", "bridges", alert="webhook", target=site.url("/hook"))
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    (failed,) = desk.alerts()
    site.pages["/hook"] = reply(204)
    (told,) = desk.alerts()
    assert (failed.problem is None, told.problem, words([told])) == (False, None, words([failed]))
    assert list(desk.alerts()) == []


def test_a_query_that_can_no_longer_be_read_costs_one_watch(desk: Desk, tmp_path: Path) -> None:
    with desk.ledger.writing("Ada") as writer:
        writer.keep_search("older", "(bridges", like=None, alert="line", target=None, last=0)
    desk.watch("bridges", "bridges")
    add(desk, write_records(tmp_path / "more.jsonl", *bridges(2)))
    older, other = desk.alerts()
    assert (older.hits, "column 1" in str(older.problem)) == ((), True)
    assert words([other]) == [("bridges", ["that 2 bridges near Orvel had fallen"])]


@pytest.mark.parametrize("address", SECRETS)
def test_an_address_with_a_password_is_refused_without_saying_it(desk: Desk, address: str) -> None:
    for call in (desk.follow, lambda url: desk.watch("x", "dam", alert="webhook", target=url)):
        with pytest.raises(UsageError) as caught:
            call(address)
        assert "s3cret" not in str(caught.value)
    assert (desk.feeds(), desk.watches()) == ([], [])


def test_an_address_that_nobody_can_ask_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="this is no address of a feed: port 22 is not one of the web"):
        desk.follow("https://norvik.example:22/feed")
    assert desk.follow("https://norvik.example/@dam/feed").id == 1


def test_of_a_corrected_speaker_the_name_alone_is_told(full_desk: Desk) -> None:
    line = line_of(full_desk, "talks")
    full_desk.review(line, "corrected", corrections={"speaker": "Vera Lindqvist"})
    (hit,) = full_desk.search("talks").hits
    row = row_of(hit.line)
    assert (hit_dict(hit)["speaker"], hit_dict(hit)["speaker_id"]) == ("Vera Lindqvist", None)
    assert [row[key] for key in ("speaker", "speaker_id", "role", "country")] == ["Vera Lindqvist", None, None, None]
