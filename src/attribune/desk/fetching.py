"""Addresses to captures, many hosts at a time and one request at a time for each."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import Empty, Full, Queue
from threading import Event, Thread
from urllib.parse import urlsplit

from attribune.capture import Capture
from attribune.desk.files import fault
from attribune.errors import InputError
from attribune.fetch import Fetcher
from attribune.intake import Failure, capture_page
from attribune.intake.failure import printable

HOSTS = 8  # asked at one time
WAITING = 16  # pages that are fetched ahead of what is read

Got = tuple[str, Capture | Failure]


def fetch_page(fetcher: Fetcher, url: str) -> Capture | Failure:
    """What an address holds, as a capture, or why it could not be had."""
    try:
        fetched = fetcher.fetch(url)
        capture = capture_page(fetched.body, fetched.url, charset=fetched.charset, captured=fetched.fetched)
        return replace(capture, name=printable(url))
    except InputError as error:
        return Failure(url, error)
    except Exception as cause:  # noqa: BLE001 - a fault with one address must not end the fetching of others
        return fault(url, cause)


def fetch_pages(fetcher: Fetcher, urls: Iterable[str]) -> Generator[Got, None, None]:
    """What the addresses hold, each as it comes; leaving the iteration ends the fetching."""
    pending = Queue[list[str]]()
    for lane in _lanes(urls):
        pending.put(lane)
    run = _Run(fetcher, pending, Queue(WAITING), Event())
    threads = [Thread(target=run.work, daemon=True) for _ in range(min(HOSTS, pending.qsize()))]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            while (got := run.ready.get()) is not None:
                yield got
    finally:
        run.stopped.set()


@dataclass(frozen=True)
class _Run:
    """What the threads of one run share: hosts that wait, pages that are there, and whether to stop."""

    fetcher: Fetcher
    pending: Queue[list[str]]
    ready: Queue[Got | None]
    stopped: Event

    def work(self) -> None:
        """Fetch from one host after another until none waits."""
        with suppress(Empty):
            while not self.stopped.is_set():
                for url in self.pending.get_nowait():
                    if self.stopped.is_set():
                        break
                    self._offer((url, fetch_page(self.fetcher, url)))
        self._offer(None)

    def _offer(self, got: Got | None) -> None:
        while not self.stopped.is_set():
            with suppress(Full):
                self.ready.put(got, timeout=1)
                return


def _lanes(urls: Iterable[str]) -> list[list[str]]:
    """The addresses of each host, in their order."""
    lanes: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        lanes.setdefault(_host(url), []).append(url)
    return list(lanes.values())


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or url).lower()
    except ValueError:
        return url
