from __future__ import annotations

import io

import pytest

from attribune.article import Article
from attribune.capture import Capture
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from tests.intake.texts import BODY, HEADLINE, LEAD, fail_one, read_all, read_one

CELL = '"' + BODY.replace('"', '""') + '"'
SMALL = Limits(bytes=2_000)


def table(rows: int, sign: str = ",") -> str:
    return "\n".join([sign.join(("id", "headline", "text")), *(sign.join((str(n), "T", CELL)) for n in range(rows))])


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_gives_an_article_a_row(sign: str) -> None:
    found = read_all(table(3, sign), "a.txt")
    assert [item.ref for item in found if isinstance(item, Article)] == ["0", "1", "2"]
    assert isinstance(found[0], Article)
    assert found[0].text == f"T\n\n{BODY}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_as_elsewhere(encoding: str) -> None:
    text = f"text;title\r\n“{LEAD}” in the café;{HEADLINE}\r\n".encode(encoding)
    assert read_one(text, "a.csv").text == f"{HEADLINE}\n\n“{LEAD}” in the café"


def test_a_row_is_named_by_the_line_it_begins_in() -> None:
    found = list(find_in_stream(io.BytesIO(table(2).encode()), name="a.csv"))
    assert [item.name for item in found] == ["a.csv:2", "a.csv:5"]
    assert isinstance(found[0], Capture)
    assert found[0].data.startswith(b'{"text":"The old bridge')


def test_a_table_larger_than_a_file_may_be_is_read_piece_by_piece() -> None:
    found = read_all(table(200), "a.csv", limits=SMALL)
    assert [type(item) for item in found] == [Article] * 200


def test_bad_rows_fail_alone() -> None:
    found = read_all(f"text,title\n,T\n\n{CELL},T\na,b,c\nshort words only\n", "a.csv")
    assert [type(item) for item in found] == [Failure, Article, Failure, Article]
    assert [item.line for item in found if isinstance(item, Failure)] == [
        'a.csv:2: has neither "text" nor "html"; give one of them',
        "a.csv:7: has 3 cells under 2 names; mend the row, or quote its text",
    ]


def test_a_table_without_texts_names_its_columns() -> None:
    assert 'it has "id", "words")' in fail_one("id,words\n1,a\n", "a.csv").line


def test_a_quotation_mark_that_is_never_closed_ends_the_table() -> None:
    found = read_all(table(1) + '\n2,T,"' + "a word\n" * 1_000, "a.csv", limits=SMALL)
    assert [type(item) for item in found] == [Article, Failure]
    assert isinstance(found[1], Failure)
    assert "the row that begins in line 5 holds more than" in found[1].line


def test_a_large_table_that_is_not_utf_8_fails_where_it_breaks() -> None:
    data = table(50).encode() + b"\n51,T,caf\xe9 words\n"
    failure = read_all(data, "a.csv", limits=SMALL)[-1]
    assert isinstance(failure, Failure)
    assert "is broken UTF-8" in failure.line


def test_a_carriage_return_ends_a_line_too() -> None:
    found = read_all("text;title\rsome words here;b\rmore words here;c\r", "a.csv")
    assert [item.title for item in found if isinstance(item, Article)] == ["b", "c"]


def test_an_empty_table_is_empty() -> None:
    assert read_all("text,title\n", "a.csv") == []
    assert "is empty" in fail_one(" \n", "a.csv").line
