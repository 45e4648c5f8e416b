"""Paths in, readings out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from attribune.article import Article
from attribune.desk import Failure, count_paths, files, read, read_paths
from attribune.errors import InputError, UsageError
from attribune.reading import Reading

SENTENCES = [f"Minister Ada Lund said that {number} bridges had fallen." for number in range(20)]


def write_articles(folder: Path, texts: list[str] = SENTENCES) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


def refs(found: list[Any]) -> list[str | None]:
    return [one.article.ref if isinstance(one, Reading) else one.name for one in found]


def test_articles_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    assert refs(list(read_paths([str(write_articles(tmp_path))]))) == [str(n) for n in range(20)]


def test_several_processes_give_the_same_readings_in_the_same_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Korvin said that it rained all day in Lodra.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    write_articles(tmp_path)
    alone = list(read_paths([str(tmp_path)]))
    shared = list(read_paths([str(tmp_path)], jobs=2))
    assert refs(shared) == refs(alone)
    assert [one.to_dict() for one in shared if isinstance(one, Reading)] == [
        one.to_dict() for one in alone if isinstance(one, Reading)
    ]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(SENTENCES[0])
    found = list(read_paths([str(tmp_path / "missing.txt"), str(good)]))
    assert [type(one) for one in found] == [Failure, Reading]


def test_standard_input_is_read() -> None:
    (reading,) = read_paths(["-"], stdin=io.BytesIO(SENTENCES[3].encode()))
    assert isinstance(reading, Reading)
    assert reading.article.text == SENTENCES[3]


def test_files_are_counted(tmp_path: Path) -> None:
    write_articles(tmp_path)
    assert count_paths([str(tmp_path), "-"]) == 2


def test_a_fault_in_one_article_costs_that_article_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_articles(tmp_path, SENTENCES[:3])
    whole = files._shared_reader()

    class Faulty:
        def read(self, article: Article) -> Reading:
            if article.ref == "1":
                raise ZeroDivisionError("by nought")
            return whole.read(article)

    monkeypatch.setattr(files, "_opened", [Faulty()])
    found = list(read_paths([str(path)]))
    assert [type(one) for one in found] == [Reading, Failure, Reading]
    assert "ZeroDivisionError: by nought" in found[1].line


def test_stopping_early_leaves_nothing_running(tmp_path: Path) -> None:
    found = read_paths([str(write_articles(tmp_path))], jobs=2)
    assert isinstance(next(found), Reading)
    found.close()


def test_a_path_may_stand_alone_and_be_a_path(tmp_path: Path) -> None:
    path = write_articles(tmp_path, SENTENCES[:1])
    assert refs(list(read_paths(path))) == refs(list(read_paths(str(path)))) == refs(list(read_paths([path]))) == ["0"]


def test_less_than_one_job_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="give 1 or more"):
        read_paths("a.txt", jobs=0)


@pytest.mark.parametrize("length", [300, 4_000, 5_000])
def test_a_long_line_is_text_and_no_path(length: int) -> None:
    assert read(("Korvin said it rained. " * 300)[:length]).article.file is None


@pytest.mark.parametrize(("value", "found"), [(b"Rain.", "bytes"), (None, "None"), (5, "int")])
def test_what_is_no_text_is_a_type_error(value: Any, found: str) -> None:
    with pytest.raises(TypeError, match=f"not {found}"):
        read(value)


def test_read_takes_one_article_and_says_what_takes_more(tmp_path: Path) -> None:
    path = write_articles(tmp_path, SENTENCES[:2])
    for several in (path, tmp_path):
        with pytest.raises(UsageError, match="use read_paths"):
            read(several)


@pytest.mark.parametrize(("text", "found"), [("", "is empty"), ("https://norvik.example/a", "are not fetched")])
def test_read_says_what_is_no_article(text: str, found: str) -> None:
    with pytest.raises(InputError, match=found):
        read(text)
