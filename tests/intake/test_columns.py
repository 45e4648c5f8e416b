from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from attribune.errors import TooLarge, Unreadable
from attribune.intake.columns import delimiter_of, find_columns, is_plain_header, record_bytes, row_writer, split_header
from attribune.intake.limits import DEFAULT, Limits


def written(**cells: object) -> dict[str, object]:
    record: dict[str, object] = json.loads(row_writer(list(cells), DEFAULT)(list(cells.values())))
    return record


def test_every_known_column_finds_its_key_and_others_are_kept() -> None:
    record = written(
        ID=1, Headline="T", Article_Text="B", Source="O", PubDate="2031-03-04", Link="u", Lang="en", desk="d", x=None
    )
    assert record == {
        "text": "B",
        "title": "T",
        "outlet": "O",
        "published": "2031-03-04",
        "url": "u",
        "id": 1,
        "language": "en",
        "desk": "d",
    }


def test_names_may_say_that_they_are_of_the_article() -> None:
    record = written(**{"article_title": "T", "News content": "B", "article-source": "O", "article_id": 7})
    assert record == {"text": "B", "title": "T", "outlet": "O", "id": 7}


def test_the_better_name_wins_and_the_other_is_kept() -> None:
    assert written(body="B", text="T") == {"text": "T", "body": "B"}


@pytest.mark.parametrize(
    ("cell", "published"),
    [
        ("2031-03-04 10:00:00 +0000", "2031-03-04 10:00:00+0000"),
        ("2031-03-04 10:00:00 UTC", "2031-03-04 10:00:00"),
        ("4 March 2031", "2031-03-04T00:00:00"),
        ("Mar 4, 2031", "2031-03-04T00:00:00"),
        ("2031/03/04", "2031-03-04T00:00:00"),
        ("4/19/2031", "2031-04-19T00:00:00"),
        ("19/4/2031", "2031-04-19T00:00:00"),
        ("04/04/2031", "2031-04-04T00:00:00"),
        ("03.04.2031", "2031-04-03T00:00:00"),
        (20310304, "20310304"),
        ("Tue, 04 Mar 2031 09:30:00 +0200", "2031-03-04T09:30:00+02:00"),
        (datetime(2031, 3, 4, 9, tzinfo=UTC), "2031-03-04T09:00:00+00:00"),
        (date(2031, 3, 4), "2031-03-04"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_taken(cell: object, published: str) -> None:
    assert written(text="B", date=cell) == {"text": "B", "published": published}


@pytest.mark.parametrize(
    "cell", ["03/04/2031", "31/31/2031", "4/19/17", "30.02.2031", "soon", 1712010912345, "Mon", "0001-01-01"]
)
def test_any_other_date_is_kept_as_it_is_given(cell: object) -> None:
    assert written(text="B", published=cell) == {"text": "B", "published as given": cell}


@pytest.mark.parametrize(
    ("cell", "plain"), [(b"abc", "abc"), (b"\xff", None), (Decimal("1.5"), "1.5"), ({"a": [date(2031, 3, 4)]}, None)]
)
def test_cells_become_what_json_has(cell: object, plain: object) -> None:
    assert written(text="B", more=cell) == {
        "text": "B",
        "more": plain or ({"a": ["2031-03-04"]} if cell != b"\xff" else None),
    }


@pytest.mark.parametrize(("cell", "key"), [(12.0, 12), (1.5, "1.5"), ("a", "a"), (float("nan"), None), (True, True)])
def test_ids_are_strings_or_whole_numbers(cell: object, key: object) -> None:
    assert written(text="B", id=cell).get("id") == key


def test_a_table_without_texts_says_which_columns_it_has() -> None:
    with pytest.raises(Unreadable, match=r'it has "when", "where"\); name one of them text, body'):
        row_writer(["when", "where"], DEFAULT)


def test_a_row_over_the_limit_is_too_large() -> None:
    with pytest.raises(TooLarge, match="the record holds more than"):
        record_bytes({"text": "a" * 1_000}, Limits(bytes=500))


def test_a_row_too_deep_is_unreadable() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(Unreadable, match="too deep"):
        record_bytes(deep, DEFAULT)


@pytest.mark.parametrize(
    ("head", "plain"),
    [
        (b"id,title,text\n", True),
        (b'"Headline";"Body"\r\n', True),
        (b"date\ttext\tx\n", True),
        (b"id,title\n", False),
        (b"text\n", False),
        (b"text,title,\n", False),
        (b"The text, and its title, were read.\n", False),
        (b"id,title,text", False),
        (b"text,title" + b"," * 5_000 + b"\n", False),
    ],
)
def test_a_header_is_told_from_prose(head: bytes, plain: bool) -> None:
    assert is_plain_header(head) is plain


def test_the_delimiter_is_the_one_with_which_columns_are_found() -> None:
    assert [delimiter_of(header) for header in ("a,b;text", "id|text", "a\tb", "text")] == [";", "|", "\t", ","]


def test_a_header_that_is_no_table_has_no_columns() -> None:
    assert find_columns(split_header("\n,\n", ",")) == {}
