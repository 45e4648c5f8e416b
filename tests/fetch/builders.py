"""Fetchers that may ask this machine, on a clock that tests move."""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from attribune.fetch import Fetcher, FetchLimits, Manners
from attribune.fetch.guard import Guard
from attribune.fetch.outside import Outside

HERE = ("127.0.0.1",)
TRUST = ssl.create_default_context()
START = datetime(2031, 3, 4, 12, tzinfo=UTC)
LIMITS = FetchLimits(bytes=200_000, headers=20_000, seconds=60, silence=30, free=50_000)


@dataclass
class Clock:
    """Time that passes only in sleep, and when a test says so."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def read(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@dataclass
class Names:
    """A name server: each name's answers in turn, the last one for good."""

    answers: Mapping[str, list[Sequence[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int, seconds: float) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.answers:
            raise OSError("no such name")
        answers = self.answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


def fetcher(
    clock: Clock | None = None,
    names: Names | None = None,
    *,
    limits: FetchLimits = LIMITS,
    manners: Manners | None = None,
    allow: Sequence[str] = HERE,
    tls: ssl.SSLContext | None = None,
) -> Fetcher:
    clock, names = clock or Clock(), names or Names()
    outside = Outside(tls or TRUST, names.resolve, clock.read, clock.sleep, clock.now)
    return Fetcher(Guard.allowing(allow, names.resolve), limits, manners or Manners(), outside)
