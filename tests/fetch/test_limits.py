"""What a site may do to whoever fetches it: each of these ends with one clear line, within the limits."""

from __future__ import annotations

import gzip
import zlib

import pytest

from attribune.errors import Refused, Unreachable
from attribune.fetch import FetchLimits
from tests.fetch.builders import LIMITS, fetcher
from tests.fetch.server import Script, Site, dripping, endless, raw, reply, reset

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP, DEFLATE = "Content-Encoding: gzip", "Content-Encoding: deflate"
BROTLI_BOMB = bytes.fromhex("cbffff3ff82700e2b14020f7fe2fff2c31f04f00c46111808e2306")  # ten million zeros
ZEROS = b"\0" * 10_000_000
SHORT = FetchLimits(bytes=200_000, headers=20_000, seconds=0.5, silence=0.25)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def fetch(site: Site, script: Script, limits: FetchLimits = LIMITS) -> bytes:
    site.pages["/"] = script
    return fetcher(limits=limits).fetch(site.url("/"), robots=False).body


@pytest.mark.parametrize(
    ("script", "found"),
    [
        pytest.param(reply(200, b"a" * 200_001), "larger than 0.2 MB", id="large"),
        pytest.param(reply(200, b"", length=10**12), "larger than 0.2 MB", id="says it is large"),
        pytest.param(endless(HEAD + b"\r\n", b"a" * 9_999), "larger than 0.2 MB", id="endless"),
        pytest.param(endless(CHUNKED + b"0\r\n", b"a: b\r\n" * 999), "gave a broken answer", id="endless trailers"),
        pytest.param(reply(200, gzip.compress(ZEROS), GZIP), "larger than 0.2 MB", id="gzip bomb"),
        pytest.param(reply(200, gzip.compress(gzip.compress(ZEROS)), GZIP, GZIP), "'gzip, gzip'", id="double gzip"),
        pytest.param(reply(200, BROTLI_BOMB, "Content-Encoding: br"), "packed as 'br'", id="brotli bomb"),
        pytest.param(reply(200, b"a", f"X: {'a' * 30_000}"), "headers", id="one huge header"),
        pytest.param(reply(200, b"a", *[f"X{n}: a" for n in range(9_000)]), "headers", id="many headers"),
        pytest.param(endless(HEAD, b"X: a\r\n" * 999), "headers", id="endless headers"),
        pytest.param(endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 99), "headers", id="endless interim answers"),
    ],
)
def test_more_than_the_limits_is_refused(site: Site, script: Script, found: str) -> None:
    with pytest.raises((Refused, Unreachable), match=found):
        fetch(site, script)


def test_the_frame_around_a_body_counts_as_well(site: Site) -> None:
    with pytest.raises(Refused, match="the frame around its body"):
        fetch(site, endless(CHUNKED, b"1\r\na\r\n" * 999), FetchLimits(bytes=20_000, headers=20_000))


@pytest.mark.parametrize("script", [reply(200, gzip.compress(ZEROS), GZIP), reply(200, zlib.compress(ZEROS), DEFLATE)])
def test_what_grows_as_only_a_bomb_does_is_refused_below_the_limit(site: Site, script: Script) -> None:
    with pytest.raises(Refused, match="grows over 200 times when decompressed; leave it out"):
        fetch(site, script, FetchLimits(bytes=50_000_000))


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(dripping(HEAD + b"Content-Length: 1000\r\n\r\n", b"a", 0.05), id="body"),
        pytest.param(dripping(HEAD, b"a", 0.05), id="headers"),
        pytest.param(dripping(b"", b"", 9), id="silence"),
        pytest.param(dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05), id="interim answers"),
    ],
)
def test_a_slow_drip_ends_with_the_time(site: Site, script: Script) -> None:
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1 did not answer in time; try again later"):
        fetch(site, script, SHORT)


@pytest.mark.parametrize(
    ("script", "found"),
    [
        pytest.param(reply(200, b"abc", length=10), "broken answer", id="lying length"),
        pytest.param(raw(CHUNKED, b"5\r\nabc"), "broken answer", id="cut chunk"),
        pytest.param(raw(CHUNKED, b"5\r\nabcde\r\n"), "broken answer", id="missing last chunk"),
        pytest.param(raw(CHUNKED, b"x\r\nabc"), "broken answer", id="no chunk"),
        pytest.param(reset(HEAD + b"Content-Length: 9\r\n\r\nabc"), "broke off", id="reset"),
        pytest.param(raw(), "broken answer", id="silent close"),
        pytest.param(raw(HEAD), "broken answer", id="cut headers"),
        pytest.param(raw(b"SSH-2.0-OpenSSH_9.0\r\n\r\n"), "broken answer", id="another protocol"),
        pytest.param(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc"), "broken", id="two"),
        pytest.param(reply(200, gzip.compress(b"abc")[:-9], GZIP), "ends too early", id="cut gzip"),
        pytest.param(reply(200, b"abc" * 9, GZIP), "is damaged", id="no gzip"),
    ],
)
def test_a_broken_answer_may_be_better_another_time(site: Site, script: Script, found: str) -> None:
    with pytest.raises(Unreachable, match=found):
        fetch(site, script)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(reply(200, b"The bridge", length=10), id="as long as said"),
        pytest.param(raw(HEAD, b"\r\nThe bridge"), id="to the end"),
        pytest.param(raw(CHUNKED, b"4\r\nThe \r\n6;a=b\r\nbridge\r\n0\r\nA: b\r\n\r\n"), id="chunks and trailer"),
        pytest.param(reply(200, gzip.compress(b"The bridge"), GZIP), id="gzip"),
        pytest.param(reply(200, gzip.compress(b"The bridge"), "Content-Encoding: X-GZIP"), id="x-gzip"),
        pytest.param(reply(200, gzip.compress(b"The bridge") + b"\0" * 9, GZIP), id="padded gzip"),
        pytest.param(reply(200, zlib.compress(b"The bridge"), DEFLATE), id="deflate"),
        pytest.param(reply(200, raw_deflate(b"The bridge"), DEFLATE), id="deflate without header"),
        pytest.param(reply(200, b"The bridge", "Content-Encoding: identity"), id="identity"),
        pytest.param(reply(200, b"The bridge and more", length=10), id="more than said"),
        pytest.param(raw(b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n", HEAD, b"\r\nThe bridge"), id="early hints"),
    ],
)
def test_bodies_come_unpacked_however_they_are_framed(site: Site, script: Script) -> None:
    assert fetch(site, script) == b"The bridge"


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_a_body_up_to_the_limit_is_read_whole(site: Site, size: int) -> None:
    body = bytes(index * index % 251 for index in range(size))
    assert fetch(site, reply(200, body)) == body
    assert fetch(site, reply(200, gzip.compress(body), GZIP)) == body


def test_an_empty_body_may_be_called_gzip(site: Site) -> None:
    assert fetch(site, reply(200, b"", GZIP)) == b""
