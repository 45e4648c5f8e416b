"""How a site is treated: the name given, the pause kept, robots.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attribune.errors import UsageError
from attribune.fetch.header import is_sendable

TOKEN = re.compile(r"[A-Za-z_-]+")  # RFC 9309's product token


@dataclass(frozen=True)
class Manners:
    """What a site can expect; times are in seconds.

    ``agent`` is the User-Agent and should name whom to write to; robots.txt is read for its first word. ``pause`` lies
    between two visits to a host, or its robots.txt's crawl delay where that is longer, up to ``longest_pause``.
    """

    agent: str = "Attribune/0.1 (news ledger; respects robots.txt)"
    pause: float = 5.0
    longest_pause: float = 60.0
    robots_age: float = 86_400.0  # how long a robots.txt is kept; RFC 9309 asks for a day at most
    robots_retry: float = 600.0  # how long a site is left alone whose robots.txt can't be read
    longest_retry: float = 86_400.0  # the longest Retry-After that is believed

    def __post_init__(self) -> None:
        if not TOKEN.fullmatch(self.robot) or not is_sendable(self.agent):
            raise UsageError(f"{self.agent!r} is no User-Agent; give one such as {Manners.agent!r}")

    @property
    def robot(self) -> str:
        """The product token by which robots.txt names the program."""
        return self.agent.partition("/")[0].partition(" ")[0]


DEFAULT = Manners()
