from __future__ import annotations

import pytest

from attribune.errors import Refused, Unreachable, UsageError
from attribune.fetch.address import parse_address
from attribune.fetch.guard import Guard
from tests.fetch.builders import Names

PUBLIC, PRIVATE = "93.184.215.14", "10.0.0.7"


def check(url: str, *answers: str, allow: tuple[str, ...] = ()) -> tuple[str, ...]:
    names = Names({"press.example": [answers]})
    return Guard.allowing(allow, names.resolve).check(parse_address(url), 1).ips


def test_a_public_name_gives_its_addresses_once_each() -> None:
    assert check("http://press.example/", PUBLIC, "2606:4700::1111", PUBLIC) == (PUBLIC, "2606:4700::1111")


@pytest.mark.parametrize("answers", [(PRIVATE,), (PUBLIC, PRIVATE), (PUBLIC, "::ffff:10.0.0.7"), ("fe80::1%eth0",)])
def test_one_address_that_is_not_public_refuses_the_name(answers: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match=r"press\.example leads to .*, not to a public site; put it on the allow list"):
        check("http://press.example/", *answers)


@pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "[::1]", "[::ffff:7f00:1]", "[64:ff9b::a00:1]"])
def test_a_number_is_checked_without_a_name(host: str) -> None:
    with pytest.raises(Refused, match="not to a public site"):
        check(f"http://{host}/")


@pytest.mark.parametrize("allow", ["10.0.0.7", "10.0.0.0/8", "10.1.1.1/8", "press.example", "Press.Example."])
def test_the_allow_list_takes_names_and_networks(allow: str) -> None:
    assert check("http://press.example/", PRIVATE, allow=(allow,)) == (PRIVATE,)


@pytest.mark.parametrize("allow", ["10.0.0.8", "other.example", "example", "fd00::/8"])
def test_the_allow_list_lets_nothing_else_through(allow: str) -> None:
    with pytest.raises(Refused):
        check("http://press.example/", PRIVATE, allow=(allow,))


@pytest.mark.parametrize(
    "allow", ["", "http://press.example", "press.example/a", "press.example:8080", "10.0.0.0/33", "*"]
)
def test_what_is_neither_name_nor_network_is_no_entry(allow: str) -> None:
    with pytest.raises(UsageError, match="on the allow list is"):
        Guard.allowing((allow,), Names().resolve)


def test_a_host_with_public_and_allowed_addresses_passes() -> None:
    assert check("http://press.example/", PUBLIC, PRIVATE, allow=("10.0.0.0/8",)) == (PUBLIC, PRIVATE)


@pytest.mark.parametrize("allow", ["press.example", "10.0.0.0/8"])
def test_the_allow_list_counts_only_inside(allow: str) -> None:
    guard = Guard.allowing((allow,), Names({"press.example": [(PRIVATE,)]}).resolve)
    assert guard.check(parse_address("http://press.example/"), 1).inside
    with pytest.raises(Refused, match=r"leads to a private address, .*; public sites may not redirect there"):
        guard.check(parse_address("http://press.example/"), 1, inside=False)


def test_a_name_without_an_address_is_unreachable() -> None:
    with pytest.raises(Unreachable, match=r"other\.example was not found \(no such name\)"):
        check("http://other.example/", PUBLIC)
    with pytest.raises(Unreachable, match="has 0 IP addresses"):
        check("http://press.example/")


def test_a_name_with_endless_addresses_is_unreachable() -> None:
    with pytest.raises(Unreachable, match="has 100 IP addresses"):
        check("http://press.example/", *[f"93.184.215.{last}" for last in range(100)])
