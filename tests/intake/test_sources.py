from __future__ import annotations

import io
import os
import pickle
import sys
from pathlib import Path

import pytest

from attribune.article import Article
from attribune.errors import NoArticle, NotFound, Unreadable
from attribune.intake import (
    Capture,
    Failure,
    Source,
    find_captures,
    find_files,
    is_same_file,
    read_capture,
    read_paths,
    read_source,
)
from attribune.intake.sources import _entries, _translated
from attribune.page.document import page_html
from tests.intake.texts import STORY

needs_rights = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.jsonl.gz", "sub/deep/d.MD", ".hidden.txt", ".git/e.txt", "f.docx", "f.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY)
    return tmp_path


def names(found: list[Source | Failure], folder: Path) -> list[str]:
    return [Path(item.name).relative_to(folder).as_posix() for item in found]


def failure_of(path: str) -> Failure:
    (failure,) = read_paths([path])
    assert isinstance(failure, Failure)
    return failure


def test_a_folder_gives_its_articles_in_order(folder: Path) -> None:
    assert names(find_files([str(folder)]), folder) == ["a.html", "b.txt", "sub/c.jsonl.gz", "sub/deep/d.MD"]


def test_a_named_file_is_read_whatever_its_ending(folder: Path) -> None:
    (article,) = read_paths([str(folder / "f.docx")])
    assert isinstance(article, Article)
    assert article.file == str(folder / "f.docx")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["b.txt"]),
        ("[ab].*", ["a.html", "b.txt"]),
        ("**/*.MD", ["sub/deep/d.MD"]),
        ("s*", ["sub/c.jsonl.gz", "sub/deep/d.MD"]),
    ],
)
def test_patterns_are_expanded(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(find_files([str(folder / pattern)]), folder) == found


def test_a_file_with_a_patterns_name_is_read_as_such(tmp_path: Path) -> None:
    (tmp_path / "[draft]*.txt").write_text(STORY)
    assert names(find_files([str(tmp_path / "[draft]*.txt")]), tmp_path) == ["[draft]*.txt"]


def test_what_is_named_twice_is_read_once(folder: Path) -> None:
    assert len(find_files([str(folder / "b.txt"), str(folder), str(folder / "*.txt")])) == 4


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    assert len(find_files([str(folder)])) == 4


def test_standard_input_is_read_where_it_stands(folder: Path) -> None:
    found = list(read_paths(["-", str(folder / "b.txt")], stdin=io.BytesIO(STORY.encode())))
    assert [item.file for item in found if isinstance(item, Article)] == [None, str(folder / "b.txt")]


def test_bad_standard_input_is_called_so() -> None:
    (failure,) = read_paths(["-"], stdin=io.BytesIO(b""))
    assert isinstance(failure, Failure)
    assert failure.line.startswith("standard input: is empty")


def test_a_pattern_without_match_fails(tmp_path: Path) -> None:
    failure = failure_of(str(tmp_path / "*.txt"))
    assert isinstance(failure.error, NotFound)
    assert "no file matches" in failure.line


@pytest.mark.parametrize("path", ["missing.txt", "b.txt/inside.txt", "nul\0.txt"])
def test_a_missing_path_fails(folder: Path, path: str) -> None:
    failure = failure_of(str(folder / path))
    assert isinstance(failure.error, NotFound)
    assert "no such file" in failure.line


def test_a_folder_without_an_article_fails(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    failure = failure_of(str(tmp_path))
    assert isinstance(failure.error, NoArticle)
    assert "holds no article" in failure.line


def test_a_file_that_vanishes_fails_and_the_others_are_read(folder: Path) -> None:
    sources = find_files([str(folder / "a.html"), str(folder / "b.txt")])
    (folder / "a.html").unlink()
    found = [item for source in sources if isinstance(source, Source) for item in read_source(source)]
    assert [type(item) for item in found] == [Failure, Article]


def test_a_dangling_link_fails(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found = list(read_paths([str(folder)]))
    assert [item.name for item in found if isinstance(item, Failure) and isinstance(item.error, NotFound)] == [
        str(folder / "gone.txt")
    ]


def test_a_folder_that_became_a_file_of_another_kind_fails(tmp_path: Path) -> None:
    (failure,) = read_source(Source(str(tmp_path)))
    assert isinstance(failure, Failure)
    assert "can't be read" in failure.line


def test_a_refusal_says_what_to_change() -> None:
    assert "may not be read by you" in str(_translated(PermissionError(13, "Permission denied")))


@needs_rights
def test_a_file_without_permission_fails(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    failure = failure_of(str(folder / "b.txt"))
    assert isinstance(failure.error, Unreadable)
    assert "may not be read" in failure.line


@needs_rights
def test_a_folder_without_permission_fails_alone(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        found = find_files([str(folder), str(folder / "sub" / "c.jsonl.gz")])
    finally:
        (folder / "sub").chmod(0o700)
    assert names(found, folder) == ["a.html", "b.txt", "sub", "sub/c.jsonl.gz"]


def test_a_folder_that_vanishes_fails(tmp_path: Path) -> None:
    (failure,) = _entries(tmp_path / "gone")
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, NotFound)


@pytest.mark.parametrize(("path", "found"), [("a" * 300, "can't be read"), ("a" * 300 + "*", "no file matches")])
def test_a_name_that_is_too_long_fails(path: str, found: str) -> None:
    assert found in failure_of(path).line


@pytest.mark.parametrize(
    ("path", "many"),
    [
        *((path, True) for path in ("-", "a.jsonl", "a.NDJSON.gz", "a.json", "a.csv", "a.tsv.gz", "a.parquet")),
        *((path, True) for path in ("a.mbox", "a.warc.gz", "a.WACZ")),
        *((path, False) for path in ("a.txt", "a.pdf", "a.eml", "a.html")),
    ],
)
def test_a_source_says_whether_it_may_hold_many(path: str, many: bool) -> None:
    assert Source(path).many is many


def test_a_source_can_be_sent_to_another_process(folder: Path) -> None:
    (source,) = find_files([str(folder / "b.txt")])
    assert isinstance(source, Source)
    assert list(read_source(pickle.loads(pickle.dumps(source)))) == list(read_source(source))


def test_a_failure_can_be_sent_to_another_process() -> None:
    failure = failure_of("/nowhere/at/all.txt")
    assert pickle.loads(pickle.dumps(failure)).line == failure.line


def test_folders_may_nest_deeply(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(STORY)
    assert len(find_files([str(tmp_path)])) == 1


def test_every_kind_in_a_folder_is_found(tmp_path: Path) -> None:
    kinds = ["a.csv", "b.tsv.gz", "c.parquet", "d.pdf", "e.eml", "f.mbox", "g.warc", "h.warc.gz", "i.wacz"]
    for name in [*kinds, "j.pdf.gz", "k.zip", "l.tar.gz"]:
        (tmp_path / name).write_bytes(b"x")
    assert names(find_files([str(tmp_path)]), tmp_path) == kinds


def test_pages_that_attribune_wrote_are_no_input_of_the_next_run(folder: Path) -> None:
    own = page_html(Article(STORY), [], [])
    for name in ("own.html", "sub/own.HTM"):
        (folder / name).write_text(own)
    (folder / "loop.html").symlink_to("loop.html")
    assert names(find_files([str(folder)]), folder) == [
        "a.html",
        "b.txt",
        "loop.html",
        "sub/c.jsonl.gz",
        "sub/deep/d.MD",
    ]
    assert names(find_files([str(folder / "own.html")]), folder) == ["own.html"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
def test_a_page_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "page.html").symlink_to("pipe")
    assert names(find_files([str(tmp_path)]), tmp_path) == ["page.html"]


def test_captures_of_a_source_can_be_sent_to_another_process(folder: Path) -> None:
    (capture,) = find_captures(Source(str(folder / "b.txt")))
    assert isinstance(capture, Capture)
    assert (capture.data, capture.file) == (STORY.encode(), str(folder / "b.txt"))
    assert read_capture(pickle.loads(pickle.dumps(capture))) == read_capture(capture)


def test_a_files_output_in_a_folder_is_passed_over(folder: Path) -> None:
    assert names(find_files([str(folder)], omit=str(folder / "a.html")), folder)[0] == "b.txt"
    (failure,) = find_files([str(folder / "a.html")], omit=str(folder / "a.html"))
    assert isinstance(failure, Failure)
    assert "nothing else to read" in failure.line
    assert is_same_file("nul\0", "a") is False


@pytest.mark.parametrize(("path", "found"), [("", "an empty path"), ("https://post.example/a", "are not fetched")])
def test_what_is_no_path_fails(path: str, found: str) -> None:
    assert found in failure_of(path).line


def test_closed_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "is closed" in failure_of("-").line


def test_one_path_is_enough(folder: Path) -> None:
    assert names(find_files(folder / "b.txt"), folder) == ["b.txt"]
