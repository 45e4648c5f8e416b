"""The guard: a host's IP addresses, once all of them are known to be public or allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from attribune.errors import Refused, Unreachable, UsageError
from attribune.fetch.address import Address, is_literal, parse_address
from attribune.fetch.networks import IP, special_use
from attribune.fetch.outside import Resolve

MOST_ADDRESSES = 64  # of one name; large sites have 16


class NotPublic(Refused):
    """The host is no public one; its robots.txt is refused for the same reason as its pages."""


@dataclass(frozen=True)
class Checked:
    """The IP addresses of a host that may be connected to; ``inside`` where the allow list let it through."""

    ips: tuple[str, ...]
    inside: bool


@dataclass(frozen=True)
class Guard:
    """Who may be asked besides public machines: ``hosts`` by name and ``networks`` by number."""

    resolve: Resolve
    hosts: frozenset[str] = frozenset()
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def allowing(cls, allow: Sequence[str], resolve: Resolve) -> Guard:
        """A guard with exceptions: names, IP addresses, and networks such as ``10.1.0.0/16``."""
        networks = [network for entry in allow if (network := _network(entry)) is not None]
        names = [_name(entry) for entry in allow if _network(entry) is None]
        return cls(resolve, frozenset(names), tuple(networks))

    def check(self, address: Address, seconds: float, *, inside: bool = True) -> Checked:
        """The IP addresses to connect to; one that is not allowed refuses them all.

        Nothing may resolve the name again after this: its owner could have changed the answer. Unless ``inside``,
        what is on the allow list is refused as well: a public site must not send anyone there.
        """
        ips = self._find(address, seconds)
        special = next(filter(None, map(special_use, ips)), None)
        if special and not (inside and self._allows(address.host, ips)):
            advice = "put it on the allow list if that is meant" if inside else "public sites may not redirect there"
            raise NotPublic(f"{address.host} leads to {special}, not to a public site; {advice}")
        return Checked(tuple(str(ip) for ip in ips), special is not None)

    def _find(self, address: Address, seconds: float) -> Sequence[IP]:
        if is_literal(address.host):
            return [ip_address(address.host)]
        try:
            found = self.resolve(address.host, address.port, seconds)
        except OSError as cause:
            raise Unreachable(f"{address.host} was not found ({cause.strerror or cause}); check the name") from cause
        if not found or len(found) > MOST_ADDRESSES:
            raise Unreachable(f"{address.host} has {len(found)} IP addresses; check the name")
        return [ip_address(ip) for ip in dict.fromkeys(found)]

    def _allows(self, host: str, ips: Sequence[IP]) -> bool:
        """Whether the host, or each of its addresses that is not public, is on the allow list."""
        special = [ip for ip in ips if special_use(ip)]
        return host in self.hosts or all(any(ip in network for network in self.networks) for ip in special)


def _network(entry: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(entry, strict=False)
    except ValueError:
        return None


def _name(entry: str) -> str:
    try:
        address = parse_address(f"http://{entry}")
    except Refused as cause:
        raise UsageError(f"{entry!r} on the allow list is neither a host nor a network ({cause})") from cause
    if address != parse_address(f"http://{address.host}/"):
        raise UsageError(f"{entry!r} on the allow list is more than a host; give {address.host!r}")
    return address.host
