"""The wire: connections to checked IP addresses only, that end with their time and with their bytes."""

# ruff: noqa: ARG002  (the library hands its own time limits down; the meter's hold instead)

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from attribune.errors import Refused
from attribune.fetch.limits import Limits

PIECE = 16_384  # bytes written under one look at the clock


class Meter:
    """What one exchange may still take: seconds on the clock, and bytes of headers, then of the body."""

    def __init__(self, limits: Limits, seconds: float) -> None:
        self._limits = limits
        self._until = time.monotonic() + seconds
        self._bytes = limits.headers

    @property
    def seconds(self) -> float:
        """The time left, never below nothing."""
        return max(self._until - time.monotonic(), 0.0)

    @property
    def patience(self) -> float:
        """How long to wait for the next byte; out of time is a timeout as any other."""
        if not self.seconds:
            raise httpcore2.ReadTimeout("out of time")
        return min(self.seconds, self._limits.silence)

    def allowance(self, wanted: int) -> int:
        """How many bytes may be read at once, at most ``wanted``."""
        if self._bytes <= 0:
            raise Refused("the answer's headers, or the frame around its body, are larger than the limit; leave it out")
        return min(wanted, self._bytes)

    def count(self, size: int) -> None:
        """So many bytes have been read."""
        self._bytes -= size

    def open_body(self) -> None:
        """The headers are here: as much as a body of many small chunks takes may follow."""
        self._bytes = 2 * self._limits.bytes + self._limits.headers


class Wire(httpcore2.NetworkBackend):
    """A network in which every name leads to the IP addresses that were checked."""

    def __init__(self, ips: Sequence[str], meter: Meter) -> None:
        self._ips = ips
        self._meter = meter

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the addresses that takes one; ``host`` is not looked up again."""
        failure: Exception = httpcore2.ConnectError(f"no address of {host}")
        for ip in self._ips:
            try:
                stream = httpcore2.SyncBackend().connect_tcp(ip, port, self._meter.patience)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return Stream(stream, self._meter)
        raise failure


class Stream(httpcore2.NetworkStream):
    """A connection under a meter."""

    def __init__(self, stream: httpcore2.NetworkStream, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, as many as the meter allows."""
        data = self._stream.read(self._meter.allowance(max_bytes), self._meter.patience)
        self._meter.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of the bytes, in pieces."""
        for start in range(0, len(buffer), PIECE):
            self._stream.write(buffer[start : start + PIECE], self._meter.patience)

    def close(self) -> None:
        """The connection's end."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection under TLS; the certificate must be that of the name."""
        return Stream(self._stream.start_tls(ssl_context, server_hostname, self._meter.patience), self._meter)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)
