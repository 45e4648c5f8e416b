from __future__ import annotations

import base64
import gzip
import hashlib
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.capture import Capture
from attribune.intake import Failure, Limits
from attribune.intake.content import find_in_stream
from tests.intake.archives import URL, answer, record
from tests.intake.pdfs import lines_from, write_pdf
from tests.intake.texts import HEADLINE, PAGE, STORY, read_one

INFO = record(b"software: none\r\n", "warcinfo", "", Content_Type="application/warc-fields")
GOOD = record(answer(PAGE))
SMALL = Limits(bytes=50_000)


def found(data: bytes, limits: Limits = SMALL) -> list[Capture | Failure]:
    return list(find_in_stream(io.BytesIO(data), name="old.warc", file="old.warc", limits=limits))


def bodies(data: bytes) -> list[bytes]:
    return [item.data for item in found(data) if isinstance(item, Capture)]


def line(data: bytes) -> str:
    (failure,) = [item for item in found(data) if isinstance(item, Failure)]
    return failure.line


def test_a_page_is_captured_with_where_and_when() -> None:
    (capture,) = found(INFO + record(answer(PAGE, "text/html; charset=windows-1252")))
    assert capture == Capture(
        data=PAGE.encode(),
        kind="page",
        name="old.warc record 2",
        file="old.warc",
        url=URL,
        charset="windows-1252",
        captured=datetime(2031, 3, 4, 10, tzinfo=UTC),
        part="urn:uuid:1",
    )


def test_an_article_from_an_archive_has_its_address_and_outlet() -> None:
    article = read_one(GOOD, "old.warc")
    assert (article.title, article.outlet, article.url) == (HEADLINE, "Selwyn Post", URL)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(
            answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(STORY), STORY.encode()), Transfer_Encoding="chunked"), id="chunks"
        ),
        pytest.param(answer(gzip.compress(STORY.encode()), Content_Encoding="gzip"), id="gzip"),
        pytest.param(answer(STORY, "text/plain"), id="text"),
        pytest.param(answer(STORY, ""), id="no type"),
    ],
)
def test_what_http_packed_is_unpacked(block: bytes) -> None:
    assert bodies(record(block)) == [STORY.encode()]


def test_pdfs_and_resources_are_captured() -> None:
    pdf = write_pdf(lines_from(700, HEADLINE))
    captures = found(
        record(answer(pdf, "application/pdf")) + record(PAGE.encode(), "resource", Content_Type="text/html")
    )
    assert [item.kind for item in captures if isinstance(item, Capture)] == ["pdf", "page"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(record(answer(PAGE, status="404 Not Found")), id="status"),
        pytest.param(record(answer("body{}", "text/css")), id="type"),
        pytest.param(record(answer("<rss version='2'>")), id="feed that is called a page"),
        pytest.param(record(answer(b"\x89PNG\r\n\x1a\n")), id="picture that is called a page"),
        pytest.param(record(answer(PAGE), "request"), id="request"),
        pytest.param(record(b"x" * 60_000, "request"), id="large request"),
        pytest.param(record(answer("User-agent: *", "text/plain"), url="https://post.example/robots.txt"), id="robots"),
        pytest.param(record(PAGE.encode(), "resource", "urn:text:1", Content_Type="text/html"), id="no web address"),
        pytest.param(record(b"no HTTP at all", Content_Type="x/y"), id="no HTTP"),
    ],
)
def test_what_is_no_page_is_passed_over(data: bytes) -> None:
    assert found(data) == []


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        pytest.param(b"garbage\r\nmore\r\n\r\n", "old.warc record 2: is damaged", id="garbage"),
        pytest.param(b"x" * 200_000 + b"\n", "old.warc record 2: is damaged", id="much garbage"),
        pytest.param(GOOD.replace(b"Content-Length: ", b"Content-Length: x"), "record 2: has no length", id="length"),
        pytest.param(
            record(answer(b"not packed", Content_Encoding="gzip")),
            "record 2: holds an answer that can't",
            id="encoding",
        ),
        pytest.param(record(answer(PAGE + "x" * 60_000)), "record 2: holds more than 0.05 MB", id="size"),
        pytest.param(
            record(answer(gzip.compress(b"a" * 90_000), Content_Encoding="gzip")), "holds more than 0.05", id="bomb"
        ),
        pytest.param(record(answer(PAGE), WARC_Block_Digest="sha1:AAAA"), "does not match its own digest", id="digest"),
    ],
)
def test_a_damaged_record_fails_alone(bad: bytes, line: str) -> None:
    first, failure, last = found(GOOD + bad + GOOD)
    assert isinstance(first, Capture)
    assert isinstance(last, Capture)
    assert isinstance(failure, Failure)
    assert line in failure.line


@pytest.mark.parametrize("cut", [10, len(GOOD) - 40])
def test_an_archive_that_ends_too_early_says_so(cut: int) -> None:
    first, failure = found(GOOD + GOOD[:cut])
    assert isinstance(first, Capture)
    assert isinstance(failure, Failure)


def test_a_large_record_that_ends_too_early_says_so() -> None:
    assert "ends too early" in line(record(b"x" * 60_000, "request")[:-500])


def test_digests_that_match_are_fine() -> None:
    block = answer(PAGE)
    sha1 = base64.b32encode(hashlib.sha1(block).digest()).decode()
    digests = (f"sha1:{sha1}", f"sha256:{hashlib.sha256(block).hexdigest()}", "blake3:x")
    assert len(bodies(b"".join(record(block, WARC_Block_Digest=digest) for digest in digests))) == 3


def test_a_packed_archive_is_read_up_to_where_it_breaks() -> None:
    packed = gzip.compress(INFO) + gzip.compress(GOOD) + gzip.compress(GOOD)[:-30]
    *pages, failure = found(packed)
    assert len(pages) == 1
    assert isinstance(failure, Failure)
    assert failure.name == "old.warc"
    assert "gzip that ends too early" in failure.line


def test_an_archive_that_is_nothing_but_damage_is_given_up() -> None:
    failures = found(b"WARC/1.0\r\n" * 10_000)
    assert len(failures) == 1_001
    assert isinstance(failures[-1], Failure)
    assert "in more than 1,000 places" in failures[-1].line


@given(st.binary(max_size=60), st.integers(0, len(GOOD)))
def test_any_damage_leaves_the_records_before_it(noise: bytes, place: int) -> None:
    captures = found(GOOD + GOOD[:place] + noise + GOOD[place:])
    assert captures[0] == found(GOOD)[0]
