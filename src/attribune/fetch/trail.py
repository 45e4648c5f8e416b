"""The trail: where redirects have led so far, and whether they may go on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from attribune.errors import Refused, Unreachable
from attribune.fetch.address import Address, parse_address
from attribune.fetch.exchange import Answer
from attribune.fetch.limits import Limits

PERMANENT = {301, 308}
REDIRECTS = PERMANENT | {302, 303, 307}


class Trail:
    """Addresses from the one that was asked to the present one, and the time left for them."""

    def __init__(self, start: Address, limits: Limits, *, inside: bool = True) -> None:
        self.address = start
        self.inside = inside  # whether the allow list counts: not after a public site
        self._seen = [start]
        self._permanent = True
        self._limits = limits
        self._seconds = limits.seconds

    @property
    def moved_to(self) -> str | None:
        """The present address, where only permanent redirects led to it."""
        return str(self.address) if self._permanent and len(self._seen) > 1 else None

    @contextmanager
    def running(self) -> Iterator[float]:
        """The seconds left; what passes inside is taken off, so that pauses outside cost nothing."""
        started = time.monotonic()
        try:
            yield self._seconds
        finally:
            self._seconds -= time.monotonic() - started

    def follow(self, answer: Answer) -> None:
        """Go where a redirect leads; a loop, too many of them and a step down from https are errors."""
        following = self._next(answer)
        if following in self._seen:
            raise Unreachable(f"{self.address.host} redirects in a circle; check the address")
        if len(self._seen) > self._limits.redirects:
            raise Unreachable(f"{self._seen[0].host} redirects more than {self._limits.redirects} times; check it")
        if (self.address.scheme, following.scheme) == ("https", "http"):
            raise Refused(f"{self.address.host} redirects from https to http; ask the http address if that is meant")
        self._permanent = self._permanent and answer.status in PERMANENT
        self._seen.append(following)
        self.address = following
        self.inside = self.inside and answer.inside

    def _next(self, answer: Answer) -> Address:
        location = answer.headers.get("location", "")
        if not location:
            raise Unreachable(f"{self.address.host} redirects to nowhere ({answer.status}); check the address")
        try:
            text = location.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            text = location
        try:
            return parse_address(text, self.address)
        except Refused as cause:
            raise Refused(f"{self.address.host} redirects to what is not fetched: {cause}") from cause
