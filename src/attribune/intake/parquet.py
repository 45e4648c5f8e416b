"""Parquet files to captures, a row each: the only home of pyarrow here, which is an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attribune.capture import Capture
from attribune.errors import InputError, MissingExtra, TooLarge, Unreadable
from attribune.intake.columns import Row, row_writer
from attribune.intake.failure import Failure
from attribune.intake.opened import Opened

BATCH = 16  # rows; an article has some 5 kB, and a row may have as much as one file
MOST_GROUP = 50  # a group of rows may hold this many times the limit of one file: it is unpacked column by column


def find_rows(opened: Opened) -> Iterator[Capture | Failure]:
    """A capture for each row.

    Raises :class:`MissingExtra` without pyarrow and :class:`Unreadable` for a file that is damaged.
    """
    try:
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
        import pyarrow.parquet  # type: ignore[import-untyped, unused-ignore]
    except ImportError as cause:
        raise MissingExtra(
            "is a Parquet file, which needs pyarrow; install it with pip install 'attribune[parquet]'"
        ) from cause
    try:
        yield from _rows(pyarrow.parquet.ParquetFile(opened.rewound()), opened)
    except (pyarrow.ArrowException, OSError, ValueError) as cause:
        raise Unreadable(f"is a damaged Parquet file ({_first_line(cause)}); write it again") from cause


def _first_line(cause: Exception) -> str:
    return str(cause).partition("\n")[0][:120]


def _rows(table: Any, opened: Opened) -> Iterator[Capture | Failure]:
    names = list(table.schema_arrow.names)
    write = row_writer(names, opened.limits)
    _check_groups(table.metadata, opened)
    number = 0
    for batch in table.iter_batches(batch_size=BATCH):
        columns = [batch.column(position).to_pylist() for position in range(len(names))]
        for cells in zip(*columns, strict=True):
            yield _row(cells, write, opened, f"[{number}]")
            number += 1


def _check_groups(metadata: Any, opened: Opened) -> None:
    sizes = [metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups)]
    most = MOST_GROUP * opened.limits.bytes
    if max(sizes, default=0) > most:
        raise TooLarge(f"has a group of rows over {most / 1_000_000:,g} MB; write it with smaller groups of rows")


def _row(cells: tuple[object, ...], write: Row, opened: Opened, place: str) -> Capture | Failure:
    try:
        return opened.capture(write(cells), "record", place)
    except InputError as error:
        return Failure(f"{opened.name}{place}", error)
