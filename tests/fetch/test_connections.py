from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Sequence

import pytest

from attribune.errors import Refused, Unreachable
from attribune.fetch import Fetcher, FetchLimits
from attribune.fetch.outside import resolve, this_machine
from tests.fetch.builders import Clock, Names, fetcher
from tests.fetch.server import Site, authority, dripping, redirect, reply

HERE: list[Sequence[str]] = [("127.0.0.1",)]


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority().configure_trust(context)
    return context


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    names = Names({"press.example": [("127.0.0.1",), ("10.0.0.1",)]})
    site.pages["/"] = reply(200, b"The bridge")
    assert fetcher(names=names).fetch(site.url("/", "press.example"), robots=False).body == b"The bridge"
    assert names.asked == ["press.example"]
    assert site.asked[0].headers["host"] == f"press.example:{site.port}"


def test_a_name_that_turns_private_is_refused_the_next_time(site: Site) -> None:
    names = Names({"press.example": [("127.0.0.1",), ("127.0.0.2",)]})
    site.pages["/"] = redirect(302, "/2")
    with pytest.raises(Refused, match=r"press\.example leads to this machine"):
        fetcher(names=names).fetch(site.url("/", "press.example"), robots=False)
    assert site.paths == ["/"]


def test_without_an_allow_list_nothing_is_sent_to_this_machine(site: Site) -> None:
    with Fetcher.open() as reader, pytest.raises(Refused, match="leads to this machine"):
        reader.fetch(site.url("/", "localhost"), robots=False)
    with Fetcher.open() as reader, pytest.raises(Refused, match="leads to this machine"):
        reader.post(site.url("/"), b"{}", media_type="application/json")
    assert site.asked == []


def test_an_allowed_name_is_resolved_by_the_machine(site: Site) -> None:
    site.pages["/"] = reply(200, b"The bridge")
    with Fetcher.open(allow=("localhost",)) as reader:
        assert reader.fetch(site.url("/", "localhost")).body == b"The bridge"


def test_proxies_in_the_environment_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/"] = reply(200, b"The bridge")
    assert fetcher().fetch(site.url("/")).body == b"The bridge"


def test_the_next_address_is_tried_where_one_takes_no_connection(site: Site) -> None:
    names = Names({"press.example": [("127.0.0.9", "127.0.0.1")]})
    site.pages["/"] = reply(200, b"The bridge")
    reader = fetcher(names=names, allow=("127.0.0.0/8",))
    assert reader.fetch(site.url("/", "press.example")).body == b"The bridge"


def test_a_closed_port_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unreachable, match="can't be reached or broke off"):
        fetcher().fetch(f"http://127.0.0.1:{port}/", robots=False)


@pytest.mark.parametrize(
    ("host", "found"),
    [("press.example", "unable to get local issuer certificate"), ("127.0.0.1", "certificate that can't be trusted")],
)
def test_a_certificate_that_nobody_vouches_for_is_unreachable(secure_site: Site, host: str, found: str) -> None:
    with pytest.raises(Unreachable, match=found):
        fetcher(names=Names({"press.example": HERE})).fetch(secure_site.url("/", host), robots=False)
    assert secure_site.asked == []


def test_the_certificate_must_be_that_of_the_name(secure_site: Site) -> None:
    secure_site.pages["/"] = reply(200, b"The bridge")
    reader = fetcher(names=Names({"press.example": HERE, "other.example": HERE}), tls=trusting())
    assert reader.fetch(secure_site.url("/", "press.example")).body == b"The bridge"
    with pytest.raises(Unreachable, match="Hostname mismatch"):
        reader.fetch(secure_site.url("/", "other.example"), robots=False)


def test_a_step_down_from_https_is_refused(secure_site: Site, site: Site) -> None:
    secure_site.pages["/"] = redirect(301, site.url("/", "press.example"))
    reader = fetcher(names=Names({"press.example": HERE}), tls=trusting())
    with pytest.raises(Refused, match="redirects from https to http"):
        reader.fetch(secure_site.url("/", "press.example"), robots=False)
    assert site.asked == []


def test_a_site_without_tls_is_unreachable_over_https() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with listener.accept()[0] as connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                connection.recv(9_999)

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(Unreachable, match=r"can't be spoken to over TLS"):
            fetcher().fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/", robots=False)


def test_a_handshake_that_drips_ends_with_the_time() -> None:
    record = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03"  # a long first message of a server, begun
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as connection:
                dripping(record, b"\0", 0.05)(connection)

        threading.Thread(target=drip, daemon=True).start()
        reader = fetcher(limits=FetchLimits(seconds=0.4, silence=0.3))
        with pytest.raises(Unreachable, match="did not answer in time"):
            reader.fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/", robots=False)


def test_a_name_is_resolved_or_not_found() -> None:
    assert "127.0.0.1" in resolve("localhost", 80, 5)
    with pytest.raises(OSError, match=r".+"):
        resolve(f"{'a' * 70}.example", 80, 5)


def test_a_name_that_the_machine_does_not_know_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(OSError, match="not known"):
        resolve("press.example", 80, 5)


def test_a_name_server_that_is_silent_ends_with_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def silent(*_: object, **__: object) -> list[object]:
        over.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    with pytest.raises(TimeoutError, match="no answer"):
        resolve("press.example", 80, 0.05)
    over.set()


def test_this_machine_checks_certificates() -> None:
    tls = this_machine().tls
    assert (tls.check_hostname, tls.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_time_spent_waiting_for_a_turn_is_not_the_sites(site: Site) -> None:
    site.pages["/"] = reply(200, b"The bridge")
    clock = Clock()
    reader = fetcher(clock)
    for _ in range(3):
        reader.fetch(site.url("/"), robots=False)
    assert clock.slept == [5, 5]
