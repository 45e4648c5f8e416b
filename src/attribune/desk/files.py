"""Paths in, readings out, in the order of the input, on one core or several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from attribune.article import Article
from attribune.desk.reader import Reader
from attribune.errors import AttribuneError, InputError
from attribune.intake import ENDINGS, Failure, Source, find_files, read_source, read_text
from attribune.reading import Reading

AHEAD = 4  # tasks that wait for each process, so that none is idle and memory stays bounded
LONGEST_PATH = 4096  # characters
CHUNK = 8  # articles of a file of many that go to a process together

Item = Article | Failure
Found = Reading | Failure
Task = Source | tuple[Item, ...]


def read(text_or_path: str | Path) -> Reading:
    """The reading of one article: a path to a file that holds one, or the text itself.

    A string is a path if such a file exists, or if it is one word with a file's ending. Raises
    :class:`attribune.errors.InputError` where there is no article to read.
    """
    item = next(iter(_items(text_or_path)), None)
    if isinstance(item, Failure):
        raise type(item.error)(item.line) from item.error
    if item is None:
        raise InputError(f"{text_or_path}: holds no article")
    return _shared_reader().read(item)


def _items(text_or_path: str | Path) -> Iterator[Item]:
    if isinstance(text_or_path, str) and not _is_path(text_or_path):
        yield read_text(text_or_path)
        return
    for source in find_files([str(text_or_path)]):
        if isinstance(source, Failure):
            yield source
        else:
            yield from read_source(source)


def _is_path(text: str) -> bool:
    """Whether a string is meant as a path: something is there, or it is one word that ends like a file."""
    if "\n" in text or "\0" in text or len(text) > LONGEST_PATH:
        return False
    return Path(text).exists() or (not any(map(str.isspace, text)) and text.lower().endswith(ENDINGS))


_opened: list[Reader] = []


def _shared_reader() -> Reader:
    """One reader a process, opened when it is first needed."""
    if not _opened:
        _opened.append(Reader.open())
    return _opened[0]


def count_paths(paths: Sequence[str]) -> int:
    """How many files the paths name, standard input included."""
    return len(find_files(paths))


def read_paths(paths: Sequence[str], *, jobs: int = 1, stdin: BinaryIO | None = None) -> Iterator[Found]:
    """A reading or a failure for every article that the paths hold, in their order.

    Paths are files, folders, patterns, or ``-`` for ``stdin``. ``jobs`` above 1 reads in as many processes.
    """
    tasks = _tasks(find_files(paths), stdin)
    if jobs == 1:
        for task in tasks:
            yield from _run(task)
    else:
        yield from _spread(tasks, jobs)


def _tasks(sources: Iterable[Source | Failure], stdin: BinaryIO | None) -> Iterator[Task]:
    """Units of work: a file, or some articles of a file of many."""
    for source in sources:
        if isinstance(source, Failure):
            yield (source,)
        elif source.many:
            articles = read_source(source, stdin=stdin)
            while chunk := tuple(islice(articles, CHUNK)):
                yield chunk
        else:
            yield source


def _run(task: Task) -> Iterator[Found]:
    items = read_source(task) if isinstance(task, Source) else iter(task)
    for item in items:
        yield item if isinstance(item, Failure) else _read_one(item)


def _read_one(article: Article) -> Found:
    """The border behind which a fault costs one article and no other."""
    reader = _shared_reader()
    try:
        return reader.read(article)
    except AttribuneError:
        raise
    except Exception as cause:  # noqa: BLE001 - a fault in one article must not end a run over thousands
        name = article.file or article.ref or article.title or "the article"
        error = InputError(
            f"a fault of the program, not of the file ({type(cause).__name__}: {cause}): please report it"
        )
        return Failure(name, error)


def _run_all(task: Task) -> list[Found]:
    return list(_run(task))


def _spread(tasks: Iterator[Task], jobs: int) -> Iterator[Found]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            yield from _in_order(tasks, lambda task: pool.submit(_run_all, task), jobs * AHEAD)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _in_order(tasks: Iterator[Task], submit: Callable[[Task], Future[list[Found]]], ahead: int) -> Iterator[Found]:
    """Results in the order of the tasks, never more than ``ahead`` of them under way."""
    waiting = deque(submit(task) for task in islice(tasks, ahead))
    while waiting:
        yield from waiting.popleft().result()
        waiting.extend(submit(task) for task in islice(tasks, 1))
