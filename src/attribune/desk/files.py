"""Paths in, readings out, in the order of the input, on one core or several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from attribune.article import Article
from attribune.desk.reader import Reader
from attribune.desk.workers import open_workers
from attribune.errors import AttribuneError, InputError, UsageError
from attribune.intake import ADDRESS, ENDINGS, Failure, Paths, Source, find_files, read_source, read_text
from attribune.reading import ReaderCard, Reading

AHEAD = 4  # tasks that wait for each process, so that none is idle and memory stays bounded
LONGEST_PATH = 4096  # characters
CHUNK = 8  # articles of a file of many that go to a process together; one, where no process is beside this one

Item = Article | Failure
Found = Reading | Failure
Task = Source | tuple[Item, ...]


def read(text_or_path: str | Path) -> Reading:
    """The reading of one article: a path to a file that holds one, or the text itself.

    A string is a path if such a file exists, or if it is one word with a file's ending. Raises
    :class:`attribune.errors.InputError` where there is no article to read, and
    :class:`attribune.errors.UsageError` where there may be several.
    """
    if not isinstance(text_or_path, str | Path):
        raise TypeError(f"read takes a text or a path, both as str, or a pathlib.Path; not {_type(text_or_path)}")
    items = list(islice(_items(text_or_path), 2))
    if len(items) > 1:
        raise UsageError(f"{text_or_path}: holds more than one article; use read_paths")
    if not items:
        raise InputError(f"{text_or_path}: holds no article")
    if isinstance(items[0], Failure):
        raise type(items[0].error)(items[0].line) from items[0].error
    return _shared_reader().read(items[0])


def _type(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _items(text_or_path: str | Path) -> Iterator[Item]:
    if isinstance(text_or_path, str) and not _is_path(text_or_path):
        yield read_text(text_or_path)
        return
    if os.path.isdir(text_or_path):  # noqa: PTH112  (pathlib's raises for some names)
        raise UsageError(f"{text_or_path}: is a folder; use read_paths for the articles in it")
    for source in find_files(text_or_path):
        if isinstance(source, Failure):
            yield source
        else:
            yield from read_source(source)


def _is_path(text: str) -> bool:
    """Whether a string is meant as a path: something is there, or it is one word that ends like a file."""
    if not text or "\n" in text or len(text) > LONGEST_PATH:
        return False
    if os.path.exists(text):  # noqa: PTH110  (pathlib's raises where a text is too long for a name)
        return True
    return not any(map(str.isspace, text)) and (text.lower().endswith(ENDINGS) or ADDRESS.match(text) is not None)


_opened: list[Reader] = []


def _shared_reader() -> Reader:
    """One reader a process, opened when it is first needed."""
    if not _opened:
        _opened.append(Reader.open())
    return _opened[0]


def reader_card() -> ReaderCard:
    """Which reader this process reads with."""
    return _shared_reader().card


def count_paths(paths: Paths, *, omit: str | None = None) -> int:
    """How many files the paths name, standard input included."""
    return len(find_files(paths, omit=omit))


def read_paths(
    paths: Paths, *, jobs: int = 1, stdin: BinaryIO | None = None, omit: str | None = None
) -> Generator[Found, None, None]:
    """A reading or a failure for every article that the paths hold, in their order.

    Paths are files, folders, patterns, or ``-`` for ``stdin``; one of them, or several. ``jobs`` above 1 reads in as
    many processes. ``omit`` is a file that is passed over. Raises :class:`attribune.errors.UsageError` for less
    than one job.
    """
    if jobs < 1:
        raise UsageError(f"jobs is {jobs}; give 1 or more")
    return _found(find_files(paths, omit=omit), jobs, stdin)


def _found(sources: Iterable[Source | Failure], jobs: int, stdin: BinaryIO | None) -> Generator[Found, None, None]:
    tasks = _tasks(sources, stdin, 1 if jobs == 1 else CHUNK)
    if jobs == 1:
        for task in tasks:
            yield from _run(task)
    else:
        yield from _spread(tasks, jobs)


def _tasks(sources: Iterable[Source | Failure], stdin: BinaryIO | None, size: int) -> Iterator[Task]:
    """Units of work: a file, or ``size`` articles of a file of many."""
    for source in sources:
        if isinstance(source, Failure):
            yield (source,)
        elif source.many:
            articles = read_source(source, stdin=stdin)
            while chunk := tuple(islice(articles, size)):
                yield chunk
        else:
            yield source


def _run(task: Task) -> Iterator[Found]:
    items = read_source(task) if isinstance(task, Source) else iter(task)
    for item in items:
        yield item if isinstance(item, Failure) else read_one(item)


def read_one(article: Article) -> Found:
    """The border behind which a fault costs one article and no other."""
    reader = _shared_reader()
    try:
        return reader.read(article)
    except AttribuneError:
        raise
    except Exception as cause:  # noqa: BLE001 - a fault in one article must not end a run over thousands
        return fault(article.file or article.ref or article.title or "the article", cause)


def fault(name: str, cause: Exception) -> Failure:
    """What the program itself did wrong with one article."""
    words = " ".join(str(cause).split())
    return Failure(
        name,
        InputError(f"a fault of the program, not of the file ({type(cause).__name__}: {words}): please report it"),
    )


def _run_all(task: Task) -> list[Found]:
    return list(_run(task))


def _spread(tasks: Iterator[Task], jobs: int) -> Iterator[Found]:
    with open_workers(jobs) as workers:
        yield from _in_order(tasks, lambda task: workers.submit(_run_all, task), jobs * AHEAD)


def _in_order(tasks: Iterator[Task], submit: Callable[[Task], Future[list[Found]]], ahead: int) -> Iterator[Found]:
    """Results in the order of the tasks, never more than ``ahead`` of them under way."""
    waiting = deque(submit(task) for task in islice(tasks, ahead))
    while waiting:
        yield from waiting.popleft().result()
        waiting.extend(submit(task) for task in islice(tasks, 1))
