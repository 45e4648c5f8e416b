"""Processes that read beside this one: Ctrl-C is none of their business, and they end when this one does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import ParamSpec, TypeVar

from attribune.errors import AttribuneError

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Workers:
    """Some processes and the calls that wait for them."""

    pool: ProcessPoolExecutor

    def submit(
        self, call: Callable[Arguments, Answer], /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Future[Answer]:
        """Hand the call to the next process that is free."""
        with _sheltered():  # a process may be started for it
            return self.pool.submit(call, *args, **kwargs)


@contextmanager
def open_workers(jobs: int) -> Iterator[Workers]:
    """``jobs`` processes for the time of the block; they are stopped at once where it is left by an exception.

    Raises :class:`AttribuneError` where one of them was killed.
    """
    context = get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)  # ``held`` is open nowhere else: it closes when this process ends
    with lifeline, held, ProcessPoolExecutor(jobs, context, _await_end, (lifeline,)) as pool:
        try:
            yield Workers(pool)
        except BaseException as cause:
            held.close()
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(cause, BrokenProcessPool):
                raise AttribuneError(
                    "a process that reads was killed; read again, with fewer --jobs if memory ran out"
                ) from cause
            raise


@contextmanager
def _sheltered() -> Iterator[None]:
    """Processes started here never hear Ctrl-C or a closing terminal; this one hears of it after the block."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _await_end(lifeline: Connection) -> None:
    """Started in each process: ends it when the one that started it closes its end of the pipe, or dies."""
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)
