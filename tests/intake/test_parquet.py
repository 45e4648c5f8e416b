from __future__ import annotations

import gzip
import io
import sys
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from attribune.article import Article
from attribune.errors import MissingExtra
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from tests.intake.texts import BODY, STORY, fail_one, read_all, read_one

MOMENT = datetime(2031, 3, 4, 9, 30, tzinfo=UTC)


def parquet(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_rows_are_read_with_their_types() -> None:
    article = read_one(
        parquet(body=[BODY], headline=["T"], date=[MOMENT], id=[7], tags=[["a", "b"]], desk=[None]), "a.parquet"
    )
    assert (article.text, article.published, article.ref) == (f"T\n\n{BODY}", MOMENT, "7")
    assert article.metadata == {"tags": ["a", "b"]}


def test_many_rows_are_read_in_order_and_bad_ones_fail_alone() -> None:
    found = read_all(parquet(text=[STORY, "", *[STORY] * 40], id=list(range(42))), "a")
    assert [item.ref for item in found if isinstance(item, Article)] == [str(n) for n in range(42) if n != 1]
    assert [item.name for item in found if isinstance(item, Failure)] == ["a[1]"]


def test_a_row_over_the_limit_fails_alone() -> None:
    found = read_all(parquet(text=[STORY, STORY * 99]), "a", limits=Limits(bytes=20_000))
    assert [type(item) for item in found] == [Article, Failure]


def test_packed_and_piped_files_are_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert read_one(gzip.compress(parquet(text=[STORY]))).text == STORY
    assert len(list(find_in_stream(Pipe(parquet(text=[STORY])), name="-"))) == 1


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"PAR1 and then nothing of the kind PAR1", "is a damaged Parquet file"),
        (parquet(text=[STORY])[:-9], "is a damaged Parquet file"),
        (parquet(words=[STORY]), 'it has "words")'),
    ],
)
def test_a_bad_file_is_one_line(data: bytes, found: str) -> None:
    assert found in fail_one(data, "a.parquet").line


def test_a_group_that_does_not_fit_memory_is_refused() -> None:
    data = parquet(text=[f"{n} {STORY}" for n in range(500)])
    assert "group of rows" in fail_one(data, "a", limits=Limits(bytes=1_000)).line


def test_without_the_extra_one_file_fails_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    failure = fail_one(parquet(text=[STORY]), "a.parquet")
    assert isinstance(failure.error, MissingExtra)
    assert "pip install 'attribune[parquet]'" in failure.line
