"""Files that are there whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attribune.errors import UsageError


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """The path of a file to be made in the block, which nobody else has; at the end it becomes ``target``.

    Raises :class:`UsageError` where the target is there already, now or at the end, or its folder is not.
    """
    if target.exists():
        raise _is_there(target)
    if not target.absolute().parent.is_dir():
        raise UsageError(f"{target}: its folder is not there; make it first")
    part = target.with_name(f"{target.name}.{secrets.token_hex(8)}.part")
    try:
        yield part
        _put(part, target)
    finally:
        remove_file(part)


def _put(part: Path, target: Path) -> None:
    try:
        os.link(part, target)
    except FileExistsError as cause:
        raise _is_there(target) from cause
    except OSError:  # a disk without links, such as exFAT
        _put_without_links(part, target)


def _put_without_links(part: Path, target: Path) -> None:
    """Take the name with an empty file, which fails where another was faster, and then replace that one."""
    try:
        target.open("xb").close()
    except FileExistsError as cause:
        raise _is_there(target) from cause
    try:
        part.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _is_there(target: Path) -> UsageError:
    return UsageError(f"{target}: is there already; give another name, or use it as it is")


def remove_file(path: Path) -> None:
    """Take an unfinished file away, with what SQLite keeps beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
