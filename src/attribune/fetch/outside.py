"""What fetching takes from the machine it runs on: names' addresses, clocks, sleep and trusted certificates."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread

Resolve = Callable[[str, int, float], Sequence[str]]


@dataclass(frozen=True)
class Outside:
    """The machine, so that a test can stand in for a part of it.

    ``resolve`` gives a host's IP addresses within so many seconds, else OSError; ``clock`` counts seconds for pauses,
    ``now`` is UTC, ``tls`` says which certificates are trusted.
    """

    tls: ssl.SSLContext
    resolve: Resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


def this_machine() -> Outside:
    """The real one; neither proxies nor certificates are taken from the environment."""
    import httpx2

    return Outside(tls=httpx2.create_ssl_context(trust_env=False), resolve=resolve)


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """The IP addresses of a host; OSError where it has none or none came in time.

    The system's resolver takes no time limit, so it is asked in a thread of its own.
    """
    found: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()
    Thread(target=_look_up, args=(host, port, found), daemon=True).start()
    try:
        answer = found.get(timeout=max(seconds, 0))
    except Empty:
        raise TimeoutError(f"no answer in {seconds:.0f} s") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _look_up(host: str, port: int, found: SimpleQueue[Sequence[str] | OSError]) -> None:
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        found.put(error)
    except UnicodeError as error:  # a name that IDNA forbids
        found.put(OSError(str(error)))
    else:
        found.put([str(entry[4][0]) for entry in entries])
