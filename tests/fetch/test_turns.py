from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from attribune.errors import FetchError, Unreachable
from attribune.fetch import Manners
from attribune.fetch.outside import Outside
from attribune.fetch.turns import Turns
from tests.fetch.builders import START, TRUST, Clock, Names, fetcher
from tests.fetch.server import Site, reply


def turns(clock: Clock) -> Turns:
    def nobody(host: str, port: int, seconds: float) -> Sequence[str]:
        raise OSError

    return Turns(Outside(TRUST, nobody, clock.read, clock.sleep, clock.now), 5)


def visit(turns: Turns, name: str) -> None:
    with turns.visit(name) as turn:
        turn.begin()


def test_a_pause_lies_between_two_visits_to_a_host() -> None:
    clock = Clock()
    order = turns(clock)
    visit(order, "a")
    visit(order, "b")
    clock.seconds += 2
    visit(order, "a")
    clock.seconds += 9
    visit(order, "a")
    assert clock.slept == [3]


def test_a_visit_that_asked_nothing_costs_no_pause() -> None:
    clock = Clock()
    order = turns(clock)
    visit(order, "a")
    with order.visit("a"):
        pass
    clock.seconds += 5
    visit(order, "a")
    assert clock.slept == []


def test_a_visit_that_failed_is_followed_by_a_pause() -> None:
    clock = Clock()
    order = turns(clock)
    with contextlib.suppress(OSError), order.visit("a") as turn:
        turn.begin()
        raise OSError
    visit(order, "a")
    assert clock.slept == [5]


def test_hosts_that_are_free_are_forgotten_and_others_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attribune.fetch.turns.MANY", 3)
    clock = Clock()
    order = turns(clock)
    with order.visit("alone") as turn:
        turn.leave_alone(START + timedelta(hours=1))
    visit(order, "free")
    clock.seconds += 5
    visit(order, "resting")
    visit(order, "new")
    assert set(order._hosts) == {"alone", "resting", "new"}
    with pytest.raises(Unreachable, match="wants to be left alone until 2031-03-04 13:00:00 UTC"):
        visit(order, "alone")
    assert clock.slept == []
    visit(order, "resting")
    assert clock.slept == [5]


def test_many_threads_ask_a_host_one_at_a_time(site: Site) -> None:
    site.pages.update({f"/{number}": reply(200, str(number).encode()) for number in range(20)})
    clock = Clock()
    reader = fetcher(clock)
    with ThreadPoolExecutor(8) as threads:
        bodies = list(threads.map(lambda number: reader.fetch(site.url(f"/{number}")).body, range(20)))
    assert bodies == [str(number).encode() for number in range(20)]
    assert site.most_at_once == 1
    assert clock.slept == [5] * 19
    assert site.paths.count("/robots.txt") == 1


def test_a_slow_host_does_not_hold_up_another(site: Site) -> None:
    names = Names({"a.example": [("127.0.0.1",)], "b.example": [("127.0.0.1",)]})
    reader = fetcher(names=names, manners=Manners(pause=0))
    site.pages["/b"] = reply(200, b"The bridge")

    def slow(connection: object) -> None:
        inner = reader.fetch(site.url("/b", "b.example"), robots=False)
        raise OSError(inner.body)  # closes the connection after the other host has answered

    site.pages["/a"] = slow
    with pytest.raises(FetchError):
        reader.fetch(site.url("/a", "a.example"), robots=False)
    assert sorted(site.paths) == ["/a", "/b"]
