"""Where results go: standard output, or a file that takes its name when it is whole."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from attribune.errors import UsageError

PART = ".part"  # after the name of a file that is not whole yet


@contextmanager
def open_output(output: str | None, inputs: Sequence[str]) -> Iterator[BinaryIO]:
    """A stream to ``output`` or standard output; :class:`UsageError` where it can't be written.

    A file is written beside its place under a name that ends in ``.part``, and moved there at the end. Where the
    block is left by an exception, what was there before stays, and so does the part, if anything is in it.
    """
    if output is None:
        stream = standard_output()
        yield stream
        stream.flush()
        return
    _check(output, inputs)
    path = Path(output)
    if path.exists() and not path.is_file():  # a device or a pipe; nothing is lost there
        with _opened(path, output) as stream:
            yield stream
        return
    with _replacing(path.resolve(), output) as stream:
        yield stream


def standard_output() -> BinaryIO:
    """Standard output for bytes; :class:`UsageError` where the shell closed it."""
    if sys.stdout is None:
        raise UsageError("standard output is closed: send it to a file")
    return sys.stdout.buffer


def open_folder(output: str) -> Path:
    """The folder for pages, made where it is missing."""
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise UsageError(f"{output} can't be a folder for pages: {cause.strerror}. Give another --output") from cause
    return Path(output)


def _check(output: str, inputs: Sequence[str]) -> None:
    from attribune.intake import is_same_file

    if not output:
        raise UsageError("the name after --output is empty: give a file, or leave it out")
    if any(is_same_file(one, output) for one in inputs if one != "-"):
        raise UsageError(f"{output} is also an input and would be lost: give another --output")


@contextmanager
def _replacing(target: Path, output: str) -> Iterator[BinaryIO]:
    part = target.with_name(target.name + PART)
    try:
        with _opened(part, output) as stream:
            yield stream
    except BaseException as cause:
        if part.is_file() and (isinstance(cause, click.exceptions.Exit) or not part.stat().st_size):
            part.unlink()
        raise
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)


def _opened(path: Path, output: str) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as cause:
        raise UsageError(f"{output} can't be written: {cause.strerror}. Give another --output") from cause
