from __future__ import annotations

import gzip
import io
import json

import pytest

from attribune.article import Article
from attribune.errors import NoArticle, TooLarge, Unreadable
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from tests.intake.texts import HEADLINE, PAGE, STORY, fail_one, read_all, read_one


def records(count: int) -> list[str]:
    return [json.dumps({"text": STORY, "id": number}) for number in range(1, count + 1)]


def test_text_gives_one_article_with_its_file() -> None:
    article = read_one(STORY, "harbour.txt")
    assert (article.text, article.file, article.title) == (STORY, "harbour.txt", HEADLINE)


def test_compressed_text_is_read() -> None:
    assert read_one(gzip.compress(STORY.encode()), "harbour.txt.gz").text == STORY


def test_a_page_is_read_whatever_its_name() -> None:
    assert read_one(PAGE, "page").outlet == "Selwyn Post"


def test_json_lines_are_read_one_by_one() -> None:
    articles = read_all("\n".join(records(3)), "harbour.jsonl")
    assert [article.ref for article in articles if isinstance(article, Article)] == ["1", "2", "3"]


def test_a_broken_line_fails_alone_and_says_where() -> None:
    lines = records(10)
    lines[6] = '{"text": "a",, "id": 7}'
    found = read_all("\n".join(lines), "harbour.jsonl")
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert len(found) == 10
    assert failure.line.startswith("harbour.jsonl:7: is broken JSON at column 14 (")


def test_blank_lines_and_carriage_returns_are_passed_over() -> None:
    assert len(read_all("\ufeff" + "\r\n\r\n".join(records(2)) + "\r\n \n", "harbour.jsonl")) == 2


def test_a_line_over_the_limit_fails_alone() -> None:
    lines = [*records(1), json.dumps({"text": STORY * 99}), *records(1)]
    found = read_all("\n".join(lines), "harbour.jsonl", limits=Limits(bytes=5_000))
    assert [type(item) for item in found] == [Article, Failure, Article]
    assert isinstance(found[1], Failure)
    assert isinstance(found[1].error, TooLarge)


def test_json_lines_in_utf_16_are_read() -> None:
    assert len(read_all("\n".join(records(2)).encode("utf-16"), "harbour.jsonl")) == 2


def test_an_array_gives_an_article_each() -> None:
    found = read_all("[" + ",".join(records(2)) + ", 3]", "harbour.json")
    assert [type(item) for item in found] == [Article, Article, Failure]
    assert isinstance(found[2], Failure)
    assert found[2].line.startswith("harbour.json[2]: is a number, not an object")


def test_one_pretty_record_is_read() -> None:
    assert read_one(json.dumps({"text": STORY}, indent=1), "harbour.json").text == STORY
    assert fail_one('{\n"text": 3}', "harbour.json").name == "harbour.json"


def test_broken_json_names_line_and_column() -> None:
    assert "line 2, column 9" in fail_one('[\n{"text" "a"}]', "harbour.json").line


@pytest.mark.parametrize(
    ("data", "error", "found"),
    [
        pytest.param(b"", Unreadable, "is empty", id="empty"),
        pytest.param(b" \n\t ", Unreadable, "only white space", id="white space"),
        pytest.param(b"%PDF-1.4 ...", Unreadable, "is a damaged PDF", id="PDF"),
        pytest.param(gzip.compress(b"\x89PNG\r\n\x1a\n"), Unreadable, "is a PNG image", id="gzip of binary"),
        pytest.param(gzip.compress(gzip.compress(b"a")), Unreadable, "inside another", id="gzip of gzip"),
        pytest.param(b"a word " * 8_000_000, TooLarge, "more than 20 MB", id="fifty megabytes"),
        pytest.param(b"a word " * 150_000, TooLarge, "more than the 1,000,000", id="a million characters"),
        pytest.param(b'"' * 1_000_000, Unreadable, "almost no words", id="quotation marks"),
        pytest.param(b"<html><body></body></html>", NoArticle, "no article was found", id="empty page"),
    ],
)
def test_bad_input_is_a_failure(data: bytes, error: type[Exception], found: str) -> None:
    failure = fail_one(data, "bad.txt")
    assert type(failure.error) is error
    assert failure.line.startswith("bad.txt: ")
    assert found in failure.line


def test_another_language_is_read_and_named() -> None:
    assert read_one("Die alte Brücke wird ersetzt, sagte die Ministerin am Dienstag den Leuten. " * 5).language == "de"


def test_a_stream_that_breaks_is_a_failure() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

        read1 = read

    (failure,) = find_in_stream(Broken(), name="disk")
    assert isinstance(failure, Failure)
    assert "Input/output error" in failure.line


def test_a_name_with_line_breaks_stays_one_line() -> None:
    assert fail_one(b"", "a\nb\x1b[31m").line.count("\n") == 0


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "Home > ", "- ", "\n", "&amp;", "a\u0301", " ", "\r", "a few words\n", "<div>", "{", "[", "Photo: "],
)
def test_a_million_characters_of_anything_are_read_or_refused(piece: str) -> None:
    assert len(read_all(piece * (999_999 // len(piece)), "odd.txt")) == 1


def test_what_comes_before_damaged_gzip_is_read() -> None:
    packed = gzip.compress("\n".join([*records(2), ""]).encode()) + gzip.compress(b"x" * 999)[:-9]
    assert [type(item) for item in read_all(packed, "harbour.jsonl")] == [Article, Article, Failure]


def test_a_deep_value_in_a_list_fails_alone() -> None:
    deep = '{"text": ' + "[" * 900 + "]" * 900 + "}"
    assert [type(item) for item in read_all(f"[{records(1)[0]}, {deep}]", "harbour.json")] == [Article, Failure]


def test_a_record_that_grows_over_the_limit_fails_alone() -> None:
    data = '[{"text": "' + "\\ud800" * 150 + '"}, {"text": "' + "é" * 350 + '"}]'
    found = read_all(data, "harbour.json", limits=Limits(bytes=2_000))
    assert len(found) == 2
