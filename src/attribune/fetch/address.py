"""Addresses in one spelling: what is not plainly an http or https address of a named host is refused."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from attribune.errors import Refused

LONGEST = 8_000  # characters
PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024  # below it live mail, shells, databases' older kin and file shares
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True)
class Address:
    """Where a request goes; ``host`` is in lower-case ASCII without brackets, ``target`` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def parse_address(text: str, base: Address | None = None) -> Address:
    """The address that the text spells, relative to ``base`` where one is given; :class:`Refused` says what is wrong.

    Ports are 80, 443, and those from 1024 on.
    """
    import httpx2

    if len(text) > LONGEST:
        raise Refused(f"the address is {len(text):,} characters long; give one of at most {LONGEST:,}")
    if CONTROL.search(text):
        raise Refused("the address holds a control character; give it without")
    try:
        url = httpx2.URL(str(base)).join(text) if base else httpx2.URL(text)
    except (httpx2.InvalidURL, ValueError) as cause:
        raise Refused(f"{text[:200]!r} is no address ({cause}); give one such as https://example.org/news") from cause
    if url.scheme not in PORTS:
        raise Refused(f"{text[:200]!r} is not an http or https address; give one that begins with https://")
    if url.userinfo:
        raise Refused(f"the address of {url.host} holds a user name or password; give it without")
    return Address(url.scheme, _host(url.raw_host), _port(url.port, url.scheme), url.raw_path.decode("ascii"))


def is_literal(host: str) -> bool:
    """Whether the host is an IP address and not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _host(raw: bytes) -> str:
    host = raw.decode("ascii").lower().removesuffix(".")
    if ":" in host and "%" not in host and is_literal(host):
        return str(ipaddress.ip_address(host))
    if not HOST.fullmatch(host):
        raise Refused(f"{host[:200]!r} is no host's name; check the address")
    if NUMBER.fullmatch(host.rpartition(".")[2]) and not is_literal(host):
        raise Refused(f"{host[:200]!r} is a number in an odd notation and no host's name; give the name")
    return host


def _port(port: int | None, scheme: str) -> int:
    found = PORTS[scheme] if port is None else port
    if found in PORTS.values() or FIRST_FREE_PORT <= found <= 65_535:
        return found
    raise Refused(f"port {found} is not one of the web; only 80, 443 and those from {FIRST_FREE_PORT} on are asked")
