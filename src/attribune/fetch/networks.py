"""Which IP addresses are public machines of the internet, and what the others are."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

IP = IPv4Address | IPv6Address

# IANA's special-purpose registries, with what carries IPv4 inside IPv6: such an address can lead anywhere.
# 168.63.129.16 is no private address by its number, but Azure's machines find their host's services there.
SPECIAL = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a provider's inner address"),
        ("127.0.0.0/8", "this machine"),
        ("168.63.129.16/32", "a cloud's metadata service"),
        ("169.254.0.0/16", "a link-local or metadata address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for examples"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address for measurements"),
        ("198.51.100.0/24", "an address for examples"),
        ("203.0.113.0/24", "an address for examples"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::1/128", "this machine"),
        ("::/128", "an unspecified address"),
        ("::ffff:0:0/96", "IPv4 inside IPv6"),
        ("::ffff:0:0:0/96", "IPv4 inside IPv6"),
        ("::/96", "IPv4 inside IPv6"),
        ("64:ff9b::/96", "IPv4 inside IPv6 (NAT64)"),
        ("64:ff9b:1::/48", "IPv4 inside IPv6 (NAT64)"),
        ("2001::/32", "IPv4 inside IPv6 (Teredo)"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for examples"),
        ("2002::/16", "IPv4 inside IPv6 (6to4)"),
        ("3fff::/20", "an address for examples"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
    )
)
UNICAST = ip_network("2000::/3")  # all that is given out of IPv6
ISATAP = 0x5EFE  # in the third quarter: the last one is an IPv4 address


def special_use(ip: IP) -> str | None:
    """What the address is where it is no public machine; None where it is one."""
    for network, what in SPECIAL:
        if ip in network:
            return what
    if isinstance(ip, IPv6Address):
        if ip.scope_id is not None or ip not in UNICAST:
            return "a reserved address"
        if (int(ip) >> 32) & 0xFCFF_FFFF == ISATAP:
            return "IPv4 inside IPv6 (ISATAP)"
    return None if ip.is_global else "a reserved address"
