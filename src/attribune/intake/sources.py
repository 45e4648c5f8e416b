"""Files, folders, patterns and standard input to sources, and sources to captures and articles.

In a folder every file that ends in one of ``ENDINGS`` is a source, in the order of the names; hidden files, other
endings, links to folders and pages that Attribune wrote are passed over without a word. A file that is named, or that
a pattern matches, is read whatever its ending. What is named twice is read once.
"""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from attribune.article import Article
from attribune.capture import Capture
from attribune.errors import InputError, NoArticle, NotFound, Unreadable
from attribune.intake.content import find_in_stream, read_all
from attribune.intake.failure import Failure, printable
from attribune.intake.limits import DEFAULT, Limits

PAGES = (".html", ".htm", ".xhtml")
PLAIN = (".txt", ".text", ".md", *PAGES, ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".eml", ".mbox", ".warc")
SUFFIXES = (*PLAIN, ".pdf", ".parquet", ".wacz")  # the last three are packed in themselves
ENDINGS = SUFFIXES + tuple(f"{suffix}.gz" for suffix in PLAIN)
MANY = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".mbox", ".warc", ".wacz")
OWN_PAGE = re.compile(rb'<meta name="generator" content="Attribune\b')
OWN_WITHIN = 4_096  # bytes of a page
STDIN = "-"
ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]  # one path or several


@dataclass(frozen=True)
class Source:
    """One file to read, or standard input: a unit of work that can be sent to another process."""

    path: str

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input, which only the process that was given it can read."""
        return self.path == STDIN

    @property
    def many(self) -> bool:
        """Whether it may hold many articles, so that they are better shared out than the file."""
        return self.is_stdin or self.path.lower().removesuffix(".gz").endswith(MANY)

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.is_stdin else printable(self.path)


def read_paths(paths: Paths, *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT) -> Iterator[Article | Failure]:
    """The articles of files, folders, patterns and ``-``, in their order; one that fails does not stop the others."""
    for source in find_files(paths):
        if isinstance(source, Failure):
            yield source
        else:
            yield from read_source(source, stdin=stdin, limits=limits)


def read_source(
    source: Source, *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT
) -> Iterator[Article | Failure]:
    """The articles of one source; ``stdin`` stands for standard input."""
    return read_all(find_captures(source, stdin=stdin, limits=limits), limits)


def find_captures(
    source: Source, *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT
) -> Iterator[Capture | Failure]:
    """The captures in one source, from each of which one article can be read; ``stdin`` stands for standard input."""
    if source.is_stdin:
        yield from _find_in_stdin(stdin or getattr(sys.stdin, "buffer", None), limits)
        return
    try:
        stream = Path(source.path).open("rb")  # noqa: SIM115  (closed below; only opening is guarded here)
    except (OSError, ValueError) as cause:
        yield Failure(source.name, _translated(cause))
        return
    with stream:
        yield from find_in_stream(stream, name=source.name, file=source.name, limits=limits)


def _find_in_stdin(stream: BinaryIO | None, limits: Limits) -> Iterator[Capture | Failure]:
    name = Source(STDIN).name
    if stream is None:
        yield Failure(name, Unreadable("is closed; give it a file, as in attribune read - < FILE"))
    else:
        yield from find_in_stream(stream, name=name, limits=limits)


def find_files(paths: Paths, *, omit: str | None = None) -> list[Source | Failure]:
    """A source for each file behind the paths, and a failure for each path that leads to none.

    The file ``omit`` is passed over: a run's own output, which may stand in the folder that is read.
    """
    found: dict[str, Source | Failure] = {}
    omitted = False
    for item in (item for path in _names(paths) for item in _find(path)):
        if isinstance(item, Source) and omit is not None and is_same_file(item.path, omit):
            omitted = True
            continue
        key = item.name if isinstance(item, Failure) or item.is_stdin else str(Path(item.path).absolute())
        found.setdefault(key, item)
    if omitted and omit and not found:
        return [Failure(printable(omit), NoArticle("is the output, and there is nothing else to read"))]
    return list(found.values())


def _names(paths: Paths) -> list[str]:
    """The paths as strings, however many are given; :class:`TypeError` for what is no path."""
    return [os.fspath(paths)] if isinstance(paths, str | os.PathLike) else [os.fspath(path) for path in paths]


def is_same_file(path: str, other: str) -> bool:
    """Whether both paths lead to one file, be it by links; not where one of them leads nowhere."""
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def _find(path: str) -> Iterator[Source | Failure]:
    if not path:
        yield Failure('""', NotFound("an empty path; give a file or a folder"))
    elif ADDRESS.match(path):
        yield Failure(
            printable(path),
            NotFound("addresses are not fetched here; use attribune add, or save the page first and give the file"),
        )
    elif path == STDIN or _exists(path):
        yield from _expand(path)
    elif glob.has_magic(path):
        yield from _match(path)
    else:
        yield Failure(printable(path), _missing())


def _match(pattern: str) -> Iterator[Source | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  (pathlib takes no absolute pattern)
    for match in matches:
        yield from _expand(match)
    if not matches:
        error = NotFound("no file matches this pattern; check it, and quote it in the shell")
        yield Failure(printable(pattern), error)


def _exists(path: str) -> bool:
    """Whether something is there; what can't be looked at is, so that reading it says why."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return not glob.has_magic(path)
    return True


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _expand(path: str) -> Iterator[Source | Failure]:
    """The path itself, or the files of the folder that it is."""
    if path == STDIN or not _is_folder(path):
        yield Source(path)
        return
    found = list(_walk(path))
    yield from found
    if not found:
        endings = " ".join(SUFFIXES)
        yield Failure(
            printable(path), NoArticle(f"the folder holds no article; files in it must end in {endings} or .gz")
        )


def _walk(folder: str) -> Iterator[Source | Failure]:
    """The sources below a folder in the order of their names; with a stack, as folders may nest deeply."""
    pending: list[Source | Failure | Path] = [Path(folder)]
    while pending:
        item = pending.pop()
        if isinstance(item, Path):
            pending.extend(reversed(_entries(item)))
        else:
            yield item


def _entries(folder: Path) -> list[Source | Failure | Path]:
    """What a folder holds: its articles as sources, its folders as paths, itself as a failure if it can't be read."""
    try:
        with os.scandir(folder) as entries:
            seen = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as cause:
        return [Failure(printable(str(folder)), _translated(cause))]
    return [item for entry in seen if (item := _entry(entry)) is not None]


def _entry(entry: os.DirEntry[str]) -> Source | Path | None:
    """The entry as a folder or a source; a link is not followed here, so that a loop fails when it is read."""
    if entry.is_dir(follow_symlinks=False):
        return Path(entry.path)
    name = entry.name.lower()
    is_article = name.endswith(ENDINGS) and (entry.is_symlink() or entry.is_file())
    return None if not is_article or (name.endswith(PAGES) and _is_own_page(entry)) else Source(entry.path)


def _is_own_page(entry: os.DirEntry[str]) -> bool:
    """Whether Attribune wrote the page, so that what one run writes is no input of the next."""
    try:
        if not entry.is_file():  # a pipe behind a link would be waited for
            return False
        with Path(entry.path).open("rb") as page:
            return OWN_PAGE.search(page.read(OWN_WITHIN)) is not None
    except OSError:
        return False


def _missing() -> NotFound:
    return NotFound("no such file or folder; check the path")


def _translated(cause: Exception) -> InputError:
    if isinstance(cause, FileNotFoundError | NotADirectoryError | ValueError):
        error: InputError = _missing()
    elif isinstance(cause, PermissionError):
        error = Unreadable("may not be read by you; change its permissions")
    else:
        error = Unreadable(f"can't be read ({getattr(cause, 'strerror', None) or cause}); check the file")
    error.__cause__ = cause
    return error
