"""Articles into the ledger: new, known, a version, or failed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from attribune.capture import Capture
from attribune.desk import adding, preparing
from attribune.desk.desk import Desk
from attribune.errors import ReaderError, UsageError
from attribune.ledger.opening import create_ledger
from tests.desk.conftest import Filled
from tests.desk.news import (
    BRIDGE,
    DAM,
    DAM_LATER,
    FRENCH,
    add,
    bridges,
    contents,
    outcomes,
    page,
    problems,
    write_records,
)

ADDING = """
import sys
from attribune.desk.desk import Desk
for one in Desk.open(sys.argv[1]).add(sys.argv[2]):
    print(one.outcome)
"""


def impossible(*_: Any) -> Any:
    raise AssertionError("this was read")


def test_new_articles_are_new_and_the_same_again_are_known(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(1, 2))
    assert add(desk, news) == ["new", "new"]
    assert add(desk, news) == ["known", "known"]
    assert (desk.counts().versions, desk.counts().captures) == (2, 2)


def test_what_is_unchanged_is_skipped_before_it_is_read(full_desk: Desk, filled: Filled, monkeypatch: Any) -> None:
    monkeypatch.setattr(adding, "prepare", impossible)
    assert add(full_desk, filled.news) == ["known"] * 3


def test_a_known_input_says_what_it_is_and_has_no_reading(full_desk: Desk, filled: Filled) -> None:
    known = next(full_desk.add(filled.news))
    assert (known.place, known.reading, known.added, known.failure) == (str(filled.news), None, None, None)


def test_a_file_is_known_by_its_whole_path(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dam.txt").write_text(DAM)
    monkeypatch.chdir(tmp_path)
    assert add(desk, "news/dam.txt") == ["new"]
    monkeypatch.chdir(folder)
    assert add(desk, "dam.txt") == add(desk, folder / "dam.txt") == ["known"]
    assert desk.counts().captures == 1


def test_the_order_of_records_says_nothing(desk: Desk, tmp_path: Path) -> None:
    without_id = {"text": BRIDGE.format(7)}
    news = write_records(tmp_path / "news.jsonl", *bridges(1, 2), without_id)
    add(desk, news)
    write_records(news, without_id, *bridges(2, 1))
    assert add(desk, news) == ["known"] * 3


def test_a_changed_record_with_an_id_is_the_next_version(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", {"id": 5, "text": DAM}, *bridges(1))
    add(desk, news)
    write_records(news, {"id": 5, "text": DAM_LATER}, *bridges(1))
    assert add(desk, news) == ["version", "known"]
    assert [entry.version for entry in desk.versions(f"{news}#5")] == [1, 2]
    assert "12" not in " ".join(contents(desk, "people"))


def test_a_changed_record_without_an_id_is_another_article(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", {"text": DAM})
    add(desk, news)
    assert add(desk, write_records(news, {"text": DAM_LATER})) == ["new"]
    assert desk.counts().articles == 2


def test_two_lines_with_the_same_text_are_one_article(desk: Desk, tmp_path: Path) -> None:
    one = {"text": BRIDGE.format(3)}
    assert add(desk, write_records(tmp_path / "news.jsonl", one, {**one, "desk": "night"}, one)) == [
        "new",
        "known",
        "known",
    ]
    assert desk.counts().articles == 1


def test_two_ids_with_the_same_text_are_two_articles(desk: Desk, tmp_path: Path) -> None:
    text = BRIDGE.format(3)
    assert (
        add(desk, write_records(tmp_path / "news.jsonl", {"id": 1, "text": text}, {"id": 2, "text": text}))
        == ["new"] * 2
    )


def test_a_text_that_comes_back_is_a_version_again(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "dam.txt"
    for text, outcome in ((DAM, "new"), (DAM_LATER, "version"), (DAM, "version")):
        path.write_text(text)
        assert add(desk, path) == [outcome]
    assert len(desk.versions(str(path))) == 3
    assert problems(desk) == []


def test_a_file_that_holds_several_versions_adds_them_once(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", {"id": 1, "text": DAM}, {"id": 1, "text": DAM_LATER}, *bridges(1))
    assert add(desk, news) == ["new", "version", "new"]
    assert add(desk, news) == ["known"] * 3
    assert [entry.version for entry in desk.versions(f"{news}#1")] == [1, 2]


def test_pages_of_an_archive_are_added_once_and_a_page_that_comes_back_is_a_version(desk: Desk) -> None:
    def visit(text: str, day: int) -> Capture:
        moment = datetime(2031, 5, day, tzinfo=UTC)
        return Capture(page(text).encode(), "page", "x", url="https://norvik.example/dam", captured=moment)

    archive = [visit(DAM, 1), visit(DAM_LATER, 2)]
    assert outcomes(desk.add_captures(archive)) == ["new", "version"]
    assert outcomes(desk.add_captures(archive)) == ["known", "known"]
    assert outcomes(desk.add_captures([visit(DAM, 3)])) == ["version"]


def test_a_saved_page_is_a_version_of_the_address_that_it_names(desk: Desk, tmp_path: Path) -> None:
    address = "https://norvik.example/news/dam"
    (tmp_path / "monday.html").write_text(page(DAM, f"{address}?utm_source=mail"))
    (tmp_path / "tuesday.html").write_text(page(DAM_LATER, address))
    assert add(desk, tmp_path / "monday.html", tmp_path / "tuesday.html") == ["new", "version"]
    assert len(desk.versions(address)) == 2


def test_a_front_page_is_no_address_of_an_article(desk: Desk, tmp_path: Path) -> None:
    for name, text in (("one.html", DAM), ("two.html", BRIDGE.format(4))):
        (tmp_path / name).write_text(page(text, "https://norvik.example/"))
    assert add(desk, tmp_path / "one.html", tmp_path / "two.html") == ["new", "new"]
    assert len(desk.versions(str(tmp_path / "one.html"))) == 1


def test_several_processes_give_the_same_ledger(tmp_path: Path, file: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(12)), bridges(3)[0], {"text": ""})
    create_ledger(str(tmp_path / "other.db")).close()
    with Desk.open(file) as alone, Desk.open(tmp_path / "other.db") as shared:
        assert add(alone, news) == add(shared, news, jobs=2) == ["new"] * 12 + ["known", "failed"]
        assert _seals(alone) == _seals(shared)
        assert problems(shared) == []


def _seals(desk: Desk) -> list[tuple[int, str, str]]:
    with desk.ledger.reading_from() as reader:
        return [(one.entry, one.reading.article.id, one.seal) for one in reader.readings()]


def test_less_than_one_job_is_wrong_usage(desk: Desk, filled: Filled) -> None:
    with pytest.raises(UsageError, match="give 1 or more"):
        add(desk, filled.news, jobs=0)


def test_an_article_that_fails_does_not_stop_the_others(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    good = write_records(tmp_path / "news.jsonl", *bridges(1))
    filed = list(desk.add([str(tmp_path / "picture.txt"), str(tmp_path / "missing.txt"), str(good)]))
    assert outcomes(filed) == ["failed", "failed", "new"]
    assert [one.failure is None for one in filed] == [False, False, True]


@pytest.mark.parametrize("step", ["read_capture", "keys_of"])
def test_a_fault_of_the_program_costs_one_article(desk: Desk, tmp_path: Path, monkeypatch: Any, step: str) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(1))
    with monkeypatch.context() as patch:
        patch.setattr(preparing, step, lambda _: 1 / 0)
        (filed,) = desk.add(news)
    assert filed.failure is not None
    assert "ZeroDivisionError" in filed.failure.line
    assert add(desk, news) == ["new"]


def test_a_damaged_reader_ends_the_run(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: Any) -> Any:
        raise ReaderError("its files are damaged")

    monkeypatch.setattr(preparing, "read_one", damaged)
    with pytest.raises(ReaderError):
        add(desk, write_records(tmp_path / "news.jsonl", *bridges(1)))


def test_an_article_in_another_language_is_kept_with_its_rejection(desk: Desk, tmp_path: Path) -> None:
    (filed,) = desk.add(write_records(tmp_path / "news.jsonl", {"id": "fr", "text": FRENCH, "language": "fr"}))
    assert (filed.outcome, desk.counts().articles, desk.counts().statements) == ("new", 1, 0)
    assert [one.stage for one in desk.reading(1).rejections] == ["language"]


def test_what_no_database_takes_is_kept_as_escapes(desk: Desk, tmp_path: Path) -> None:
    record = {**bridges(1)[0], "id": "a\ud800\0b", "outlet": "Post\udc00", "desk\ud801": ["\ud802\0"]}
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"language":"en",' + json.dumps(record).encode()[1:])
    assert add(desk, path) == ["new"]
    assert add(desk, path) == ["known"]
    assert problems(desk) == []


def test_a_run_that_is_broken_off_keeps_what_it_told_and_can_go_on(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(4)))
    run = desk.add(news)
    assert [next(run).outcome, next(run).outcome] == ["new", "new"]
    run.close()
    assert problems(desk) == []
    assert add(desk, news) == ["known", "known", "new", "new"]
    assert desk.counts().versions == 4


def test_a_run_on_several_cores_can_be_broken_off(desk: Desk, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(4)))
    run = desk.add(news, jobs=2)
    next(run)
    run.close()
    assert add(desk, news) == ["known", "new", "new", "new"]


def test_two_processes_that_add_the_same_lose_and_double_nothing(file: Path, tmp_path: Path) -> None:
    news = write_records(tmp_path / "news.jsonl", *bridges(*range(20)))
    command = [sys.executable, "-c", ADDING, str(file), str(news)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [run.communicate()[0].split() for run in runs]
    assert sum(one.count("new") for one in told) == 20
    assert {outcome for one in told for outcome in one} <= {"new", "known"}
    with Desk.open(file) as desk:
        counts = desk.counts()
        assert (counts.articles, counts.versions, counts.statements, counts.identities) == (20, 20, 20, 1)
        assert problems(desk) == []


def test_captures_of_ones_own_can_be_added(desk: Desk) -> None:
    def captures() -> Iterator[Capture]:
        yield Capture(DAM.encode(), "text", "a note")

    assert outcomes(desk.add_captures(captures())) == ["new"]
    assert outcomes(desk.add_captures(captures())) == ["known"]


def test_a_name_that_is_no_text_is_known_again(desk: Desk, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/dam-\xff.txt"
    Path(os.fsdecode(path)).write_text(DAM)
    assert add(desk, os.fsdecode(path)) == ["new"]
    assert add(desk, os.fsdecode(path)) == ["known"]
