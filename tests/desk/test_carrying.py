"""Reviews stay with what was said, also where a version in between did not say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from attribune.desk.desk import Desk
from tests.desk.news import add, contents, line_of, problems, write_records

HELD = "Mayor Ida Korvin said on Monday that the dam above Lodra had held."
KILLED = "Police chief Tomas Brandl told reporters that 12 people were killed in the flood."
LATE = "Korvin denied that the alarm was late."


@pytest.fixture(params=["file", "memory"])
def either(request: pytest.FixtureRequest, file: Path) -> Iterator[Desk]:
    """A desk over an empty ledger of either kind."""
    with Desk.open(file if request.param == "file" else "memory:", by="Ada") as desk:
        yield desk


def version(desk: Desk, folder: Path, *sentences: str) -> None:
    record = {"id": "dam", "text": " ".join(sentences), "published": "2031-05-02"}
    add(desk, write_records(folder / "news.jsonl", record))


def statuses(desk: Desk) -> dict[str, str]:
    return {hit.line.content: hit.line.status for hit in desk.search("*").hits}


def test_a_review_comes_back_with_the_statement_that_a_version_lacked(either: Desk, tmp_path: Path) -> None:
    version(either, tmp_path, HELD, KILLED)
    either.review(line_of(either, "killed"), "rejected")
    version(either, tmp_path, HELD, LATE)
    assert contents(either, "status:rejected") == []
    version(either, tmp_path, HELD, KILLED, LATE)
    assert contents(either, "status:rejected") == ["that 12 people were killed in the flood"]
    assert problems(either) == []


def test_a_review_comes_back_once(either: Desk, tmp_path: Path) -> None:
    version(either, tmp_path, HELD, KILLED)
    either.review(line_of(either, "killed"), "rejected")
    version(either, tmp_path, HELD)
    version(either, tmp_path, KILLED, HELD)
    either.review(line_of(either, "killed"), "confirmed")
    version(either, tmp_path, HELD, KILLED, LATE)
    line = line_of(either, "killed")
    with either.ledger.reading_from() as reader:
        assert [(one.verdict, one.carried) for one in reader.reviews(line)] == [("confirmed", 3)]


def test_of_two_reviews_of_the_same_words_the_newest_comes_back(either: Desk, tmp_path: Path) -> None:
    halder = KILLED.replace("Police chief Tomas Brandl", "Fire chief Jon Halder").replace("12", "some 12")
    version(either, tmp_path, HELD, KILLED)
    either.review(line_of(either, "killed"), "rejected")
    version(either, tmp_path, HELD, "Korvin said that she had been told of it by the ministry.")
    version(either, tmp_path, HELD, LATE, halder)
    with either.ledger.reading_from() as reader:
        (carried,) = reader.reviews(line_of(either, "killed"))
    either.review(line_of(either, "killed"), "confirmed")
    version(either, tmp_path, HELD, LATE)
    version(either, tmp_path, HELD, KILLED, LATE)
    assert (carried.status, statuses(either)["that 12 people were killed in the flood"]) == ("flagged", "flagged")
    with either.ledger.reading_from() as reader:
        assert [one.verdict for one in reader.reviews(line_of(either, "killed"))] == ["confirmed"]


def test_a_review_does_not_come_back_where_the_words_stand_twice(either: Desk, tmp_path: Path) -> None:
    again = "Fire chief Jon Halder told reporters that 12 people were killed in the flood."
    version(either, tmp_path, HELD, KILLED, again)
    brandl = next(hit.line.id for hit in either.search("killed").hits if hit.line.name == "Tomas Brandl")
    either.review(brandl, "rejected")
    version(either, tmp_path, HELD)
    version(either, tmp_path, HELD, again)
    assert statuses(either)["that 12 people were killed in the flood"] == "unreviewed"
