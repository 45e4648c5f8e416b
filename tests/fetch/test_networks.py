from __future__ import annotations

from ipaddress import ip_address

import pytest

from attribune.fetch.networks import special_use


@pytest.mark.parametrize(
    "ip",
    ["1.1.1.1", "93.184.215.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2606:4700::1111", "2a00:1450:4001::1"],
)
def test_a_public_machine_has_no_special_use(ip: str) -> None:
    assert special_use(ip_address(ip)) is None


@pytest.mark.parametrize(
    ("ip", "what"),
    [
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"),
        ("10.1.2.3", "private"),
        ("100.64.0.1", "provider's inner"),
        ("100.100.100.200", "provider's inner"),
        ("127.0.0.1", "this machine"),
        ("127.255.255.254", "this machine"),
        ("168.63.129.16", "metadata"),
        ("169.254.169.254", "metadata"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.0.0.192", "reserved"),
        ("192.0.2.1", "examples"),
        ("192.88.99.1", "6to4"),
        ("192.168.1.1", "private"),
        ("198.19.0.1", "measurements"),
        ("224.0.0.1", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "this machine"),
        ("::7f00:1", "IPv4 inside IPv6"),
        ("::ffff:127.0.0.1", "IPv4 inside IPv6"),
        ("::ffff:1.1.1.1", "IPv4 inside IPv6"),
        ("::ffff:0:127.0.0.1", "IPv4 inside IPv6"),
        ("64:ff9b::127.0.0.1", "NAT64"),
        ("64:ff9b:1::1", "NAT64"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"),
        ("2001:20::1", "reserved"),
        ("2001:db8::1", "examples"),
        ("2002:7f00:1::", "6to4"),
        ("2606:4700::5efe:127.0.0.1", "ISATAP"),
        ("2606:4700::200:5efe:127.0.0.1", "ISATAP"),
        ("fc00::1", "private"),
        ("fd00:ec2::254", "private"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("2606:4700::1111%eth0", "reserved"),
        ("fec0::1", "private"),
        ("ff02::1", "multicast"),
        ("100::1", "reserved"),
        ("5f00::1", "reserved"),
        ("4000::1", "reserved"),
    ],
)
def test_every_other_address_is_named_for_what_it_is(ip: str, what: str) -> None:
    assert what in str(special_use(ip_address(ip)))
