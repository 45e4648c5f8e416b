"""robots.txt: asked once a day of each origin, through the same guard as everything else."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from attribune.errors import FetchError, Unreachable
from attribune.fetch.address import Address
from attribune.fetch.exchange import Answer
from attribune.fetch.guard import NotPublic
from attribune.fetch.limits import Limits
from attribune.fetch.manners import Manners
from attribune.fetch.outside import Outside
from attribune.fetch.retry import TOO_MANY, retry_at
from attribune.fetch.rules import Rules, parse_rules
from attribune.fetch.trail import REDIRECTS, Trail
from attribune.fetch.turns import Visit

BYTES = 512_000  # what RFC 9309 asks to read at least; the rest is left
MOST_REDIRECTS = 5
MOST_KEPT = 2_000  # origins
MOST_BYTES = 5_000_000  # of the files kept; rules take thirty times as much memory as their text
OK, CLIENT_ERRORS = 200, range(400, 500)

Ask = Callable[[Trail, Limits], Answer]


@dataclass(frozen=True)
class _Kept:
    """Rules, or why they can't be read, until they are asked for again."""

    until: float  # on the pauses' clock
    rules: Rules | None
    size: int = 0
    trouble: str = ""
    retry: datetime | None = None


class Robots:
    """The robots.txt of every origin; ``ask`` sends one request for it."""

    def __init__(self, ask: Ask, manners: Manners, limits: Limits, outside: Outside) -> None:
        self._ask = ask
        self._manners = manners
        self._limits = replace(limits, bytes=BYTES, redirects=MOST_REDIRECTS)
        self._outside = outside
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()

    def rules(self, address: Address, visit: Visit, *, inside: bool) -> Rules:
        """The rules for an address; :class:`Unreachable` while its robots.txt can't be read, as RFC 9309 asks.

        Raises :class:`NotPublic` for a host that may not be asked at all; ``inside`` is the guard's.
        """
        with self._lock:
            kept = self._kept.get(address.origin)
        if kept is None or kept.until <= self._outside.clock():
            kept = self._read(Trail(replace(address, target="/robots.txt"), self._limits, inside=inside), visit)
            self._keep(address.origin, kept)
        if kept.rules is None:
            raise Unreachable(
                f"{address.host} is left alone for now, as its robots.txt can't be read ({kept.trouble})",
                retry_at=kept.retry,
            )
        return kept.rules

    def _keep(self, origin: str, kept: _Kept) -> None:
        with self._lock:
            self._kept[origin] = kept
            self._kept.move_to_end(origin)
            while len(self._kept) > MOST_KEPT or self._bytes() > MOST_BYTES:
                self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(kept.size for kept in self._kept.values())

    def _read(self, trail: Trail, visit: Visit) -> _Kept:
        visit.begin()
        start = trail.address
        try:
            answer = self._follow(trail)
        except FetchError as error:
            if isinstance(error, NotPublic) and trail.address == start:
                raise
            return self._failed(str(error), None)
        if answer.status == OK:
            return self._for_a_day(parse_rules(answer.body, self._manners.robot), len(answer.body))
        if answer.status in CLIENT_ERRORS and answer.status != TOO_MANY:
            return self._for_a_day(Rules(self._manners.robot), 0)
        return self._failed(f"answer {answer.status}", answer.headers.get("retry-after"))

    def _follow(self, trail: Trail) -> Answer:
        while (answer := self._ask(trail, self._limits)).status in REDIRECTS:
            trail.follow(answer)
        return answer

    def _for_a_day(self, rules: Rules, size: int) -> _Kept:
        return _Kept(self._outside.clock() + self._manners.robots_age, rules, size)

    def _failed(self, trouble: str, after: str | None) -> _Kept:
        """No rules for a while, or for as long as the site itself asks to be left alone."""
        now = self._outside.now()
        soonest = now + timedelta(seconds=self._manners.robots_retry)
        retry = max(soonest, retry_at(after, now, self._manners.longest_retry) or soonest)
        return _Kept(self._outside.clock() + (retry - now).total_seconds(), None, trouble=trouble, retry=retry)
