"""Paths in, readings out."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from attribune.article import Article
from attribune.desk import Failure, count_paths, files, read_paths
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
