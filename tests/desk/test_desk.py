"""The desk itself: opened, closed, signed by its user."""

from __future__ import annotations

import getpass
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from attribune.desk import opening as desks
from attribune.desk.asking import utc, whoami
from attribune.desk.desk import Desk
from attribune.errors import LedgerError, MissingExtra, NoLedger, UsageError
from attribune.ledger.opening import create_ledger
from tests.desk.conftest import Filled
from tests.desk.news import add, bridges, write_records


def test_a_ledger_is_made_once(tmp_path: Path) -> None:
    with desks.create(tmp_path / "new.db", by="Ada") as desk:
        assert (desk.by, desk.counts().articles) == ("Ada", 0)
    with pytest.raises(UsageError, match="is there already"):
        desks.create(tmp_path / "new.db")
    desks.open(tmp_path / "new.db").close()


def test_a_ledger_that_is_not_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoLedger, match="there is no ledger"):
        Desk.open(tmp_path / "none.db")


def test_what_is_changed_is_signed(desk: Desk, tmp_path: Path) -> None:
    add(desk, write_records(tmp_path / "news.jsonl", *bridges(1)))
    with desk.ledger.reading_from() as reader:
        assert [(one.by, one.action) for one in reader.audit()] == [("Ada", "article")]


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_user_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def nameless() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert whoami() == "unknown"


def test_a_frame_needs_pandas(full_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"attribune\[frames\]"):
        full_desk.to_frame()


def test_of_several_watches_the_named_one_is_ended(desk: Desk) -> None:
    for name in ("dam", "bridge"):
        desk.watch(name, name)
    desk.unwatch("bridge")
    assert [one.name for one in desk.watches()] == ["dam"]


def test_a_path_may_be_any_path(desk: Desk, filled: Filled) -> None:
    assert [one.outcome for one in desk.add(filled.news)] == ["new"] * 3
    assert [one.outcome for one in desk.add([filled.news])] == ["known"] * 3
    assert list(desk.add([])) == []


def test_a_ledger_that_may_not_be_written_can_be_read(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    from attribune.ledger import opening

    monkeypatch.setattr(opening, "_may_not_write", lambda _: True)  # root may write everything
    with Desk.open(filled.ledger) as desk:
        assert desk.search("dam").count == 1
        with pytest.raises(LedgerError, match="may be read but not written"):
            desk.follow("https://norvik.example/feed")


def test_a_feed_that_can_not_be_written_down_is_an_error(desk: Desk) -> None:
    followed = desk.follow("https://norvik.example/feed")
    desk.follow("https://norvik.example/other")
    with pytest.raises(LedgerError), desk.ledger.writing("Ada") as writer:
        writer.mark_feed(replace(followed, url="https://norvik.example/other"))
    assert [feed.url for feed, _ in desk.feeds()] == ["https://norvik.example/feed", "https://norvik.example/other"]


def test_what_is_no_moment_is_wrong_usage(full_desk: Desk) -> None:
    with pytest.raises(UsageError, match="is no moment; give a datetime"):
        full_desk.search("dam", at="2031-03-01")  # type: ignore[arg-type]
    assert utc(None) is None


@pytest.mark.parametrize(("options", "found"), [({"query": None}, "no query"), ({"limit": -1}, "limit is -1")])
def test_a_search_that_makes_no_sense_is_wrong_usage(full_desk: Desk, options: Any, found: str) -> None:
    with pytest.raises(UsageError, match=found):
        full_desk.search(**options)


def test_a_ledger_in_memory_is_made_and_never_kept_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with desks.create("memory:") as desk:
        assert desk.counts().articles == 0
    with pytest.raises(UsageError, match="is forgotten at the end"):
        create_ledger("memory:")
    assert list(tmp_path.iterdir()) == []
