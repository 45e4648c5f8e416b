"""Versions of one article, and what changed between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribune.desk.desk import Desk
from attribune.errors import UsageError
from tests.desk.conftest import Filled
from tests.desk.news import BRIDGE, add, page


def test_an_article_is_named_by_its_place_its_number_or_its_hash(full_desk: Desk, filled: Filled) -> None:
    place = f"{filled.news}#dam"
    versions = full_desk.versions(place)
    assert [entry.version for entry in versions] == [1, 2]
    for name in (str(versions[0].id), str(versions[1].id), versions[0].article.id, versions[1].article.id.upper()):
        assert full_desk.versions(name) == versions


def test_an_article_is_named_by_its_file_or_address(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bridge.txt").write_text(BRIDGE.format(2))
    (tmp_path / "saved.html").write_text(page(BRIDGE.format(3), "https://norvik.example/bridge"))
    add(desk, tmp_path / "bridge.txt", tmp_path / "saved.html")
    monkeypatch.chdir(tmp_path)
    assert len(desk.versions("bridge.txt")) == 1
    assert len(desk.versions("https://norvik.example/bridge?utm_source=mail#top")) == 1


def test_statements_and_figures_appear_change_and_vanish(full_desk: Desk, filled: Filled) -> None:
    changes = full_desk.diff(f"{filled.news}#dam").changes
    old, new = changes.old.article.text, changes.new.article.text
    assert [one.content.text(new) for one in changes.appeared] == ["that the alarm was late"]
    assert changes.vanished == ()
    assert [(one.old.content.text(old), one.new.content.text(new)) for one in changes.changed] == [
        ("that 12 people were killed in the flood", "that 14 people were killed in the flood")
    ]
    assert [(one.old.low, one.new.low) for one in changes.figures_changed] == [(12, 14)]
    assert len(changes.kept) == 1


def test_versions_can_be_compared_backwards(full_desk: Desk, filled: Filled) -> None:
    difference = full_desk.diff(f"{filled.news}#dam", old=2, new=1)
    assert (difference.old.version, difference.new.version) == (2, 1)
    assert len(difference.changes.vanished) == 1


@pytest.mark.parametrize(
    ("name", "options", "found"),
    [
        ("ferry", {}, "has one version of it; there is nothing to compare|the ledger has one version"),
        ("dam", {"old": 3}, "has no version 3; the ledger has 1 to 2"),
        ("dam", {"new": 1}, "has no version 0"),
        ("unknown", {}, "is not in the ledger"),
    ],
)
def test_what_can_not_be_compared_is_wrong_usage(
    full_desk: Desk, filled: Filled, name: str, options: dict[str, int], found: str
) -> None:
    with pytest.raises(UsageError, match=found):
        full_desk.diff(f"{filled.news}#{name}", **options)


@pytest.mark.parametrize("name", ["99", "9" * 30, "https://norvik.example/nothing", "0" * 64, "nothing.txt"])
def test_a_name_that_stands_for_nothing_is_wrong_usage(full_desk: Desk, name: str) -> None:
    with pytest.raises(UsageError, match="is not in the ledger"):
        full_desk.versions(name)


def test_a_hash_of_several_articles_is_wrong_usage(desk: Desk, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(BRIDGE.format(2))
    add(desk, tmp_path / "one.txt", tmp_path / "two.txt")
    article = desk.versions(str(tmp_path / "one.txt"))[0].article.id
    with pytest.raises(UsageError, match="stands for 2 articles"):
        desk.versions(article)
