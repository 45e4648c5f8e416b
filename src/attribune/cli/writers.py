"""Readings to standard output or a file, in the format asked for."""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from attribune.cli.output import open_folder, open_output
from attribune.errors import UsageError
from attribune.reading import Reading

Write = Callable[[Iterable[Reading]], None]
NOT_IN_A_NAME = re.compile(r"[^\w.-]+")
PAGE = (".html", ".htm")


@contextmanager
def writing(form: str, output: str | None, color: str, inputs: Sequence[str]) -> Iterator[Write]:
    """What writes readings in the format; :class:`UsageError` where the output can't be written."""
    if form == "html" and output and not output.lower().endswith(PAGE):
        yield partial(write_pages, folder=open_folder(output))
        return
    with open_output(output, inputs) as stream:
        if form == "table":
            yield partial(_write_table, stream=stream, color=color, terminal=output is None and sys.stdout.isatty())
        else:
            yield partial({"json": write_json, "jsonl": write_jsonl, "html": write_page}[form], stream=stream)


def write_jsonl(readings: Iterable[Reading], *, stream: BinaryIO) -> None:
    """One object a line, each as soon as it is there."""
    for reading in readings:
        stream.write(_bytes(reading.to_json()) + b"\n")
        stream.flush()


def write_json(readings: Iterable[Reading], *, stream: BinaryIO) -> None:
    """An indented object for one article, a list for several or none."""
    rest = iter(readings)
    first = list(itertools.islice(rest, 2))
    if len(first) == 1:
        stream.write(_bytes(first[0].to_json(indent=2)) + b"\n")
        return
    stream.write(b"[")
    for number, reading in enumerate(itertools.chain(first, rest)):
        stream.write(_bytes(",\n" if number else "\n") + _bytes(reading.to_json(indent=2)))
    stream.write(b"\n]\n" if first else b"]\n")


def write_page(readings: Iterable[Reading], *, stream: BinaryIO) -> None:
    """The page of the one article; :class:`UsageError` where there are several."""
    first = list(itertools.islice(readings, 2))
    if len(first) > 1:
        raise UsageError("several articles make several pages: give a folder for them, as in --output pages")
    for reading in first:
        stream.write(_page(reading))


def write_pages(readings: Iterable[Reading], *, folder: Path) -> None:
    """A page for each article, named after its file, the input's own id, or its title."""
    taken: Counter[str] = Counter()
    for reading in readings:
        name = _free(_name(reading), taken)
        (folder / f"{name}.html").write_bytes(_page(reading))


def _write_table(readings: Iterable[Reading], *, stream: BinaryIO, color: str, terminal: bool) -> None:
    from attribune.cli.table import write_table

    write_table(readings, stream=stream, color=color, terminal=terminal)


def _bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate, which JSON input may hold, as the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")


def _page(reading: Reading) -> bytes:
    from attribune.page import page_html

    reader = reading.reader
    line = f"{reader.name} {reader.version} ({reader.sha256[:12]})"
    page = page_html(reading.article, reading.speakers, reading.statements, figures=reading.figures, reader_line=line)
    return _bytes(page)


def _name(reading: Reading) -> str:
    """A file name without its ending that holds no path."""
    article = reading.article
    file = Path(article.file).stem if article.file else ""
    name = "-".join(part for part in (file, article.ref) if part) or article.title or ""
    return NOT_IN_A_NAME.sub("-", name).strip("-.")[:80] or article.id[:12]


def _free(name: str, taken: Counter[str]) -> str:
    """The name, numbered where a file system that ignores case has it already."""
    free = name
    while taken[free.casefold()]:
        taken[name.casefold()] += 1
        free = f"{name}-{taken[name.casefold()]}"
    taken[free.casefold()] = 1
    return free
