"""Bytes to articles: the kind is told, the bytes are decoded, and each failure is a value."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from attribune.article import Article
from attribune.errors import InputError, TooLarge, Unreadable
from attribune.intake.about import About
from attribune.intake.encoding import decode, decode_page
from attribune.intake.failure import Failure, printable
from attribune.intake.kinds import begins_with_record, tell_kind
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.records import parse_json, read_record
from attribune.intake.streams import cut_lines, read_chunks, take, take_head
from attribune.intake.text import read_text

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class _Input:
    """Where bytes come from: ``name`` for messages, ``file`` for the articles."""

    name: str
    file: str | None
    limits: Limits


def read_bytes(data: bytes, *, name: str, limits: Limits = DEFAULT) -> Iterator[Article | Failure]:
    """The articles in the bytes of a file, and a failure for each that could not be read."""
    return read_stream(io.BytesIO(data), name=name, file=name, limits=limits)


def read_stream(
    stream: BinaryIO, *, name: str, file: str | None = None, limits: Limits = DEFAULT
) -> Iterator[Article | Failure]:
    """The articles in a stream; JSON Lines are read line by line, anything else at once."""
    source = _Input(printable(name), printable(file) if file else None, limits)
    try:
        yield from _read(stream, source)
    except InputError as error:
        yield Failure(source.name, error)
    except OSError as cause:
        yield Failure(source.name, Unreadable(f"can't be read ({cause.strerror or cause}); check the file"))


def _read(stream: BinaryIO, source: _Input) -> Iterator[Article | Failure]:
    head, chunks = take_head(read_chunks(stream, source.limits), begins_with_record)
    if head.startswith(WIDE_MARKS):
        head, chunks = _narrowed(take(chunks, source.limits))
    kind = tell_kind(head, source.name)
    if kind == "lines":
        yield from _read_lines(chunks, source)
    elif kind == "json":
        yield from _read_json(take(chunks, source.limits), source)
    elif kind == "page":
        yield _read_page(take(chunks, source.limits), source)
    else:
        text = decode(take(chunks, source.limits))
        yield read_text(text, About(file=source.file), source.limits)


def _narrowed(data: bytes) -> tuple[bytes, Iterator[bytes]]:
    """UTF-16 as UTF-8, so that its lines can be cut."""
    narrow = decode(data).encode("utf-8", "surrogatepass")
    return narrow, iter([narrow])


def _read_page(data: bytes, source: _Input) -> Article:
    from attribune.intake.page import read_page

    page = read_page(decode_page(data), source.limits)
    return read_text(page.text, replace(page.about, file=source.file), source.limits)


def _read_lines(chunks: Iterator[bytes], source: _Input) -> Iterator[Article | Failure]:
    for number, line in enumerate(cut_lines(chunks, source.limits.bytes), start=1):
        name = f"{source.name}:{number}"
        try:
            if line is None:
                raise TooLarge(f"the line holds more than {source.limits.megabytes}; split it into articles")
            if line.strip(b"\xef\xbb\xbf \t\r"):
                yield read_record(parse_json(decode(line)), source.file, source.limits)
        except InputError as error:
            yield Failure(name, error)


def _read_json(data: bytes, source: _Input) -> Iterator[Article | Failure]:
    value = parse_json(decode(data))
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records):
        try:
            yield read_record(record, source.file, source.limits)
        except InputError as error:
            yield Failure(f"{source.name}[{number}]" if isinstance(value, list) else source.name, error)
