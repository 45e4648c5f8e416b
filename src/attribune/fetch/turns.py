"""Turns: one visit to a host at a time, with a pause between two, and none while it wants to be left alone."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from attribune.errors import Unreachable
from attribune.fetch.outside import Outside

MANY = 10_000  # hosts, from which on those that are free again are forgotten


class _Host:
    """When a host may be visited next; the lock is held for the whole of a visit."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.waiting = 0
        self.free_at = -math.inf  # on the pauses' clock
        self.left_alone: datetime | None = None


class Visit:
    """One turn at a host: robots.txt, a page, and the redirects that stay there."""

    def __init__(self, host: _Host, outside: Outside, pause: float) -> None:
        self._host = host
        self._outside = outside
        self._asked = False
        self.pause = pause

    def begin(self) -> None:
        """Before each request: the first one waits until the pause since the last visit is over."""
        rest = self._host.free_at - self._outside.clock()
        if not self._asked and rest > 0:
            self._outside.sleep(rest)
        self._asked = True

    def leave_alone(self, until: datetime) -> None:
        """No visits before that moment."""
        self._host.left_alone = until

    def end(self) -> None:
        """Where anything was asked, the pause begins."""
        if self._asked:
            self._host.free_at = self._outside.clock() + self.pause


class Turns:
    """The hosts of one fetcher; any number of threads may ask for turns."""

    def __init__(self, outside: Outside, pause: float) -> None:
        self._outside = outside
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    @contextmanager
    def visit(self, name: str) -> Iterator[Visit]:
        """A turn at the host, after those that came first; :class:`Unreachable` while it wants to be left alone."""
        host = self._enter(name)
        try:
            with host.lock:
                self._check(host, name)
                visit = Visit(host, self._outside, self._pause)
                try:
                    yield visit
                finally:
                    visit.end()
        finally:
            with self._lock:
                host.waiting -= 1

    def _enter(self, name: str) -> _Host:
        with self._lock:
            if len(self._hosts) >= MANY:
                self._hosts = {key: host for key, host in self._hosts.items() if self._is_needed(host)}
            host = self._hosts.setdefault(name, _Host())
            host.waiting += 1
            return host

    def _is_needed(self, host: _Host) -> bool:
        alone = host.left_alone is not None and host.left_alone > self._outside.now()
        return bool(host.waiting) or alone or host.free_at > self._outside.clock()

    def _check(self, host: _Host, name: str) -> None:
        until = host.left_alone
        if until is not None and self._outside.now() < until:
            raise Unreachable(f"{name} wants to be left alone until {until:%Y-%m-%d %H:%M:%S} UTC", retry_at=until)
