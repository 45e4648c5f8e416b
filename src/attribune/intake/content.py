"""Bytes to captures and articles: the kind is told, many are cut into pieces, and each failure is a value."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from attribune.article import Article
from attribune.capture import Capture
from attribune.errors import InputError, MissingExtra, TooLarge, Unreadable
from attribune.intake.capture import WIDE_MARKS, read_capture
from attribune.intake.encoding import decode
from attribune.intake.failure import Failure, printable
from attribune.intake.kinds import Kind, begins_with_record, tell_kind
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.opened import Opened
from attribune.intake.records import parse_json
from attribune.intake.streams import cut_lines, read_chunks, take_head

Found = Iterator[Capture | Failure]


def read_bytes(data: bytes, *, name: str, limits: Limits = DEFAULT) -> Iterator[Article | Failure]:
    """The articles in the bytes of a file, and a failure for each that could not be read."""
    return read_all(find_in_stream(io.BytesIO(data), name=name, file=name, limits=limits), limits)


def read_all(found: Iterable[Capture | Failure], limits: Limits) -> Iterator[Article | Failure]:
    """The article of each capture, or a failure that says why it gives none."""
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            article = read_capture(item, limits)
        except InputError as error:
            yield Failure(item.name, error)
        else:
            yield article


def find_in_stream(stream: BinaryIO, *, name: str, file: str | None = None, limits: Limits = DEFAULT) -> Found:
    """The captures in a stream; what may hold many is read piece by piece, anything else at once."""
    name = printable(name)
    try:
        chunks = read_chunks(stream, limits)
        yield from _find(Opened(stream, chunks, name, printable(file) if file else None, limits))
    except (InputError, MissingExtra) as error:
        yield Failure(name, error)
    except OSError as cause:
        yield Failure(name, Unreadable(f"can't be read ({cause.strerror or cause}); check the file"))


def _find(opened: Opened) -> Found:
    head, chunks = take_head(opened.chunks, begins_with_record)
    opened = replace(opened, chunks=chunks)
    if head.startswith(WIDE_MARKS):
        return _find_wide(opened)
    return FINDERS[tell_kind(head, opened.name)](opened)


def _find_wide(opened: Opened) -> Found:
    """UTF-16: what holds many is cut as UTF-8, where lines can be told; one article keeps its bytes."""
    data = opened.take()
    narrow = decode(data).encode("utf-8", "surrogatepass")
    kind = tell_kind(narrow, opened.name)
    many = kind in ("lines", "json", "table")
    return FINDERS[kind](replace(opened, chunks=iter([narrow if many else data])))


def _text(opened: Opened) -> Found:
    yield opened.capture(opened.take(), "text")


def _page(opened: Opened) -> Found:
    yield opened.capture(opened.take(), "page")


def _pdf(opened: Opened) -> Found:
    yield opened.capture(opened.take(), "pdf")


def _message(opened: Opened) -> Found:
    yield opened.capture(opened.take(), "message")


def _lines(opened: Opened) -> Found:
    for number, line in enumerate(cut_lines(opened.chunks, opened.limits.bytes), start=1):
        if line is None:
            error = TooLarge(f"the line holds more than {opened.limits.megabytes}; split it into articles")
            yield Failure(f"{opened.name}:{number}", error)
        elif line.strip(b"\xef\xbb\xbf \t\r"):
            yield opened.capture(line, "record", f":{number}")


def _json(opened: Opened) -> Found:
    """One object as its bytes are, or the objects of a list as JSON of their own."""
    from attribune.intake.columns import record_bytes

    data = opened.take()
    records = parse_json(decode(data))
    if not isinstance(records, list):
        yield opened.capture(data, "record")
        return
    for number, record in enumerate(records):
        try:
            capture = opened.capture(record_bytes(record, opened.limits), "record", f"[{number}]")
        except InputError as error:
            yield Failure(f"{opened.name}[{number}]", error)
        else:
            yield capture


def _table(opened: Opened) -> Found:
    from attribune.intake.csv_rows import find_rows

    return find_rows(opened)


def _parquet(opened: Opened) -> Found:
    from attribune.intake.parquet import find_rows

    return find_rows(opened)


def _mailbox(opened: Opened) -> Found:
    from attribune.intake.mailbox import find_messages

    return find_messages(opened)


def _warc(opened: Opened) -> Found:
    from attribune.intake.warc import find_records

    return find_records(opened)


def _wacz(opened: Opened) -> Found:
    from attribune.intake.wacz import find_archived

    return find_archived(opened)


FINDERS: Mapping[Kind, Callable[[Opened], Found]] = {
    "text": _text,
    "page": _page,
    "pdf": _pdf,
    "message": _message,
    "lines": _lines,
    "json": _json,
    "table": _table,
    "parquet": _parquet,
    "mailbox": _mailbox,
    "warc": _warc,
    "wacz": _wacz,
}
