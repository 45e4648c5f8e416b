"""A web server on this machine that misbehaves as told, over real sockets."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import trustme


@cache
def authority() -> trustme.CA:
    """Who signs this run's certificates; nobody trusts it unless told to."""
    return trustme.CA()


Script = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Asked:
    """One request as it came; headers' names are in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def reply(status: int, body: bytes = b"", *headers: str, length: int | None = None) -> Script:
    """A whole answer; ``length`` lies about the body's."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {size}", "Connection: close", *headers]
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
    return lambda connection: connection.sendall(head + body)


def raw(*parts: bytes) -> Script:
    """Bytes as they are."""
    return lambda connection: connection.sendall(b"".join(parts))


def redirect(status: int, location: str) -> Script:
    return reply(status, b"", f"Location: {location}")


def endless(head: bytes, again: bytes) -> Script:
    """A head, and the same bytes again until the other side has had enough."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(again)

    return send


def dripping(head: bytes, drop: bytes, seconds: float) -> Script:
    """A head, and a drop every so many seconds."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        pause = threading.Event()
        while not pause.wait(seconds):
            connection.sendall(drop)

    return send


def reset(head: bytes) -> Script:
    """A head, and a connection that is reset."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return send


@dataclass
class Site:
    """A running server: what it answers for each path, and what it was asked."""

    port: int
    scheme: str
    pages: dict[str, Script] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def answer(self, connection: socket.socket) -> None:
        with self.lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        asked = read_request(connection)
        time.sleep(0.002)  # long enough for another request to be seen
        with self.lock:  # before the answer, after which the other side may ask again
            self.at_once -= 1
        if asked is not None:
            self.asked.append(asked)
            self.pages.get(asked.path, reply(404))(connection)


def read_request(connection: socket.socket) -> Asked | None:
    stream = connection.makefile("rb")
    words = stream.readline().decode("latin-1").split()
    if len(words) != 3:
        return None
    headers: dict[str, str] = {}
    while line := stream.readline().decode("latin-1").rstrip("\r\n"):
        name, _, value = line.partition(": ")
        headers[name.lower()] = value
    return Asked(words[0], words[1], headers, stream.read(int(headers.get("content-length", 0))))


@contextmanager
def serve(*, tls: bool = False) -> Iterator[Site]:
    """A site on a free port of 127.0.0.1, for as long as the context lasts."""
    listener = socket.create_server(("127.0.0.1", 0))
    site = Site(listener.getsockname()[1], "https" if tls else "http")
    context = _tls() if tls else None
    thread = threading.Thread(target=_accept, args=(listener, site, context), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _accept(listener: socket.socket, site: Site, context: ssl.SSLContext | None) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_serve_one, args=(connection, site, context), daemon=True).start()


def _serve_one(connection: socket.socket, site: Site, context: ssl.SSLContext | None) -> None:
    connection.settimeout(5)
    with contextlib.suppress(OSError):  # the other side may leave at any time
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        site.answer(connection)
    connection.close()


def _tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert("press.example").configure_cert(context)
    return context
