from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.errors import Refused
from attribune.fetch.address import Address, parse_address


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("https://Press.Example", "https://press.example/"),
        ("HTTP://press.example:80/a?b=c#d", "http://press.example/a?b=c"),
        ("https://press.example.:8443/", "https://press.example:8443/"),
        ("http://press.example:443/", "http://press.example:443/"),
        ("https://pressé.example/café?ü=1", "https://xn--press-fsa.example/caf%C3%A9?%C3%BC=1"),
        ("http://press.example/a b/../c", "http://press.example/c"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
        ("http://[2606:2800:0:0::14]/", "http://[2606:2800::14]/"),
        ("http://my_paper-.example/%41", "http://my_paper-.example/%41"),
        ("http://press.example:/", "http://press.example/"),
    ],
)
def test_an_address_has_one_spelling(text: str, spelled: str) -> None:
    address = parse_address(text)
    assert str(address) == spelled
    assert parse_address(spelled) == address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("file:///etc/passwd", "not an http or https address"),
        ("ftp://press.example/", "not an http or https address"),
        ("javascript:alert(1)", "not an http or https address"),
        ("//press.example/", "not an http or https address"),
        ("press.example/news", "not an http or https address"),
        ("", "not an http or https address"),
        ("http:///news", "no host's name"),
        ("http://user:secret@press.example/", "holds a user name or password"),
        ("http://user@press.example/", "holds a user name or password"),
        ("http://press.example\\@127.0.0.1/", "holds a user name or password"),
        ("http://press.example/\r\nHost: other", "control character"),
        ("http://press.example/\x00", "control character"),
        ("http://press.example/\t", "control character"),
        ("http://press.example:22/", "port 22 is not one of the web"),
        ("http://press.example:0/", "port 0 is not"),
        ("http://press.example:65536/", "port 65536 is not"),
        ("http://press.example:-1/", "port -1 is not"),
        ("http://press.example:x/", "is no address"),
        ("http://[::1/", "is no"),
        ("http://[fe80::1%25eth0]/", "no host's name"),
        ("http://[1.2.3.4]/", "is no address"),
        ("http://a..b/", "no host's name"),
        ("http://press .example/", "no host's name"),
        ("http://press%2eexample/", "no host's name"),
        ("http://-/\ud800", "is no address"),
        (f"http://{'a' * 64}.example/", "no host's name"),
        (f"http://{'a.' * 127}example/", "no host's name"),
        (f"http://press.example/{'a' * 8000}", "8,021 characters long"),
    ],
)
def test_what_is_no_plain_address_is_refused(text: str, found: str) -> None:
    with pytest.raises(Refused, match=found):
        parse_address(text)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0X7F.0.0.1",
        "017700000001",
        "0177.0.0.1",
        "127.1",
        "127.0.1",
        "127.0.0.1.1",
        "0",
        "0x",
        "127.0.0.256",
        "127.0.0.0x1",
        "1.2.3.04",
        "press.0x7f",
        "①②⑦.⓪.⓪.①.",
        "１２７.1",
    ],
)
def test_a_number_in_an_odd_notation_is_refused(host: str) -> None:
    with pytest.raises(Refused):
        parse_address(f"http://{host}/")


def test_a_secret_is_not_repeated_in_the_message() -> None:
    with pytest.raises(Refused) as refused:
        parse_address("https://user:secret@press.example/")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("/b", "https://press.example:8443/b"),
        ("c?d", "https://press.example:8443/a/c?d"),
        ("//other.example/x", "https://other.example/x"),
        ("", "https://press.example:8443/a/b"),
    ],
)
def test_a_relative_address_starts_from_its_base(text: str, spelled: str) -> None:
    assert str(parse_address(text, Address("https", "press.example", 8443, "/a/b"))) == spelled


@given(st.text(max_size=60) | st.from_regex(r"\Ahttps?://[^/]{0,30}/?.{0,20}\Z"))
def test_any_text_is_an_address_with_one_spelling_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except Refused:
        return
    assert str(address).isascii()
    assert str(address).isprintable()
    assert parse_address(str(address)) == address
