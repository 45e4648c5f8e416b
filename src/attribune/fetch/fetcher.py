"""The fetcher: addresses of strangers to bytes, guarded, polite and bounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from attribune.errors import Refused, UsageError
from attribune.fetch.address import parse_address
from attribune.fetch.exchange import Answer, Exchange, Request
from attribune.fetch.fetched import Fetched
from attribune.fetch.guard import Guard
from attribune.fetch.header import is_sendable, parse_media_type
from attribune.fetch.limits import DEFAULT as DEFAULT_LIMITS
from attribune.fetch.limits import Limits
from attribune.fetch.manners import DEFAULT as DEFAULT_MANNERS
from attribune.fetch.manners import Manners
from attribune.fetch.outside import Outside, this_machine
from attribune.fetch.refusal import UNCHANGED, check_status
from attribune.fetch.robots import Robots
from attribune.fetch.trail import REDIRECTS, Trail
from attribune.fetch.turns import Turns, Visit
from attribune.fetch.unpacking import ACCEPTED


@dataclass(frozen=True)
class _Question:
    """What is sent with each request of one fetch."""

    headers: dict[str, str]
    robots: bool

    @property
    def conditional(self) -> bool:
        return not {"If-None-Match", "If-Modified-Since"}.isdisjoint(self.headers)


class Fetcher:
    """Fetches for any number of threads; the pauses between visits to a host hold for all of them.

    No cookies, no passwords, no proxies; a visit to a host is its robots.txt (once a day), the page, and the redirects
    that stay there. Nothing is kept open between calls.
    """

    def __init__(self, guard: Guard, limits: Limits, manners: Manners, outside: Outside) -> None:
        self._limits = limits
        self._manners = manners
        self._outside = outside
        self._exchange = Exchange(guard, outside.tls)
        self._turns = Turns(outside, manners.pause)
        self._robots = Robots(self._ask_robots, manners, limits, outside)
        self._closed = False

    @classmethod
    def open(
        cls, *, limits: Limits = DEFAULT_LIMITS, manners: Manners = DEFAULT_MANNERS, allow: Sequence[str] = ()
    ) -> Self:
        """A fetcher that may ask public sites, and the hosts and networks in ``allow``."""
        outside = this_machine()
        return cls(Guard.allowing(allow, outside.resolve), limits, manners, outside)

    def close(self) -> None:
        """No more requests from here on; those under way end within their limits."""
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None, robots: bool = True
    ) -> Fetched:
        """What the address holds, or that it is unchanged since ``etag`` or ``last_modified``.

        Raises :class:`Refused`, :class:`Gone` or :class:`Unreachable` with one line that says why.
        """
        trail = Trail(parse_address(url), self._limits)
        question = _Question(self._headers(etag, last_modified), robots)
        answer = None
        while answer is None:
            self._check_open()
            with self._turns.visit(trail.address.host) as visit:
                answer = self._ask_host(trail, question, visit)
        return self._fetched(url, trail, question, answer)

    def post(self, url: str, body: bytes, *, media_type: str) -> int:
        """Send a body, such as a webhook's, and return the status; redirects are not followed."""
        self._check_open()
        if not is_sendable(media_type):
            raise UsageError(f"{media_type!r} is no media type; give one such as application/json")
        address = parse_address(url)
        headers = {"User-Agent": self._manners.agent, "Content-Type": media_type, "Content-Length": str(len(body))}
        request = Request(address, headers, method="POST", body=body)
        return self._exchange.send(request, self._limits, self._limits.seconds).status

    def _ask_host(self, trail: Trail, question: _Question, visit: Visit) -> Answer | None:
        """The answer, after the redirects that stay at the host; None where one leads to another host."""
        host = trail.address.host
        while trail.address.host == host:
            if question.robots:
                self._check_robots(trail, visit)
            visit.begin()
            with trail.running() as seconds:
                request = Request(trail.address, question.headers, inside=trail.inside)
                answer = self._exchange.send(request, self._limits, seconds)
            if answer.status not in REDIRECTS:
                self._check(trail, question, answer, visit)
                return answer
            trail.follow(answer)
        return None

    def _check_robots(self, trail: Trail, visit: Visit) -> None:
        rules = self._robots.rules(trail.address, visit, inside=trail.inside)
        visit.pause = max(self._manners.pause, min(rules.delay, self._manners.longest_pause))
        if not rules.allows(trail.address):
            raise Refused(f"the robots.txt of {trail.address.host} asks not to read {trail.address.target[:200]}")

    def _check(self, trail: Trail, question: _Question, answer: Answer, visit: Visit) -> None:
        now, longest = self._outside.now(), self._manners.longest_retry
        check_status(answer, trail.address, visit, now=now, longest=longest, conditional=question.conditional)

    def _ask_robots(self, trail: Trail, limits: Limits) -> Answer:
        request = Request(trail.address, self._headers(None, None), cut=True, inside=trail.inside)
        with trail.running() as seconds:
            return self._exchange.send(request, limits, seconds)

    def _headers(self, etag: str | None, last_modified: str | None) -> dict[str, str]:
        headers = {"User-Agent": self._manners.agent, "Accept": "*/*", "Accept-Encoding": ACCEPTED}
        for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified)):
            if value and is_sendable(value):
                headers[name] = value
        return headers

    def _fetched(self, asked: str, trail: Trail, question: _Question, answer: Answer) -> Fetched:
        sent = question.headers if answer.status == UNCHANGED else {}  # a 304 need not repeat them
        kind, charset = parse_media_type(answer.headers.get("content-type", ""))
        return Fetched(
            url=str(trail.address),
            asked=asked,
            status=answer.status,
            body=answer.body,
            media_type=kind,
            charset=charset,
            etag=answer.headers.get("etag", sent.get("If-None-Match")),
            last_modified=answer.headers.get("last-modified", sent.get("If-Modified-Since")),
            moved_to=trail.moved_to,
            fetched=self._outside.now(),
        )

    def _check_open(self) -> None:
        if self._closed:
            raise UsageError("the fetcher is closed; open a new one")
