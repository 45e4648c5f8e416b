from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from hashlib import sha256
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribune.capture import Capture, CaptureKind
from attribune.errors import InputError, NoArticle, Unreadable
from attribune.intake import Failure, capture_page, read_capture
from attribune.intake.content import find_in_stream
from tests.intake.archives import answer, record
from tests.intake.pdfs import lines_from, write_pdf
from tests.intake.texts import BODY, HEADLINE, LEAD, PAGE, STORY, lines_of, mail

ADDRESS = "https://www.selwynpost.example/news/bridge?from=feed"
PDF = write_pdf(lines_from(780, HEADLINE, size=20) + lines_from(700, *wrap(LEAD, 70)))
KINDS: dict[str, tuple[bytes, CaptureKind]] = {
    "a.txt": (STORY.encode(), "text"),
    "wide.txt": (STORY.encode("utf-16"), "text"),
    "a.html": (PAGE.encode(), "page"),
    "a.jsonl": (json.dumps({"text": STORY}).encode(), "record"),
    "a.json": (json.dumps([{"text": STORY}, {"html": PAGE}]).encode(), "record"),
    "one.json": (json.dumps({"text": STORY}, indent=1).encode(), "record"),
    "a.csv": (b'id,text\n1,"%s"\n' % BODY.replace('"', '""').encode(), "record"),
    "a.pdf": (PDF, "pdf"),
    "a.eml": (mail(html=PAGE), "message"),
    "a.mbox": (b"From a@b Tue Mar  4 09:30:00 2031\n" + mail(), "message"),
    "a.warc": (record(answer(PAGE)) + record(answer(STORY, "text/plain")), "page"),
}


def captures(data: bytes, name: str) -> list[Capture | Failure]:
    return list(find_in_stream(io.BytesIO(data), name=name, file=name))


@pytest.mark.parametrize("name", KINDS)
def test_a_captures_text_can_be_read_again_from_its_bytes(name: str) -> None:
    data, kind = KINDS[name]
    found = captures(data, name)
    assert isinstance(found[0], Capture)
    assert found[0].kind == kind
    for capture in found:
        assert isinstance(capture, Capture), capture
        kept = Capture(bytes(capture.data), capture.kind, "again", url=capture.url, charset=capture.charset)
        article = read_capture(capture)
        assert article == read_capture(capture)
        assert article.text == read_capture(kept).text
        assert LEAD in " ".join(lines_of(article))


@given(st.binary(max_size=300), st.sampled_from(["text", "page", "record", "pdf", "message"]))
def test_any_bytes_are_read_twice_alike_or_refused(data: bytes, kind: CaptureKind) -> None:
    def read() -> object:
        try:
            return read_capture(Capture(data, kind, "any"))
        except InputError as error:
            return str(error)

    assert read() == read()


def test_a_file_of_one_article_keeps_its_bytes() -> None:
    (capture,) = captures(KINDS["wide.txt"][0], "wide.txt")
    assert isinstance(capture, Capture)
    assert (capture.data, capture.name, capture.file) == (STORY.encode("utf-16"), "wide.txt", "wide.txt")
    assert capture.sha256 == sha256(STORY.encode("utf-16")).hexdigest()


def test_records_of_a_list_are_compact_json_with_their_keys_in_order() -> None:
    found = captures('[{"text": "é", "a": [1, null]}, {"text": "\\ud800"}]'.encode(), "a.json")
    assert [item.data for item in found if isinstance(item, Capture)] == [
        '{"text":"é","a":[1,null]}'.encode(),
        b'{"text":"\\ud800"}',
    ]
    assert [item.name for item in found] == ["a.json[0]", "a.json[1]"]


def test_a_fetched_page_is_captured_with_where_and_when() -> None:
    moment = datetime(2031, 3, 4, tzinfo=UTC)
    capture = capture_page(PAGE.encode(), ADDRESS, "utf-8", moment)
    assert (capture.kind, capture.name, capture.file) == ("page", ADDRESS, None)
    assert (capture.url, capture.charset, capture.captured) == (ADDRESS, "utf-8", moment)
    assert read_capture(capture).url == "https://www.selwynpost.example/news/bridge"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PAGE.encode(), "page"),
        (PAGE.encode("utf-16"), "page"),
        (STORY.encode(), "text"),
        (STORY.encode("utf-16"), "text"),
        (PDF, "pdf"),
        (mail(), "text"),
    ],
)
def test_what_was_fetched_is_told_by_its_content(body: bytes, kind: str) -> None:
    assert capture_page(body, "https://post.example/a.html").kind == kind


@pytest.mark.parametrize(
    ("body", "error", "found"),
    [
        (b"<rss version='2.0'>", NoArticle, "is a feed"),
        (b'{"text": "a"}', NoArticle, "is data"),
        (b"id,title,text\n1,a,b\n", NoArticle, "is data"),
        (b"\x89PNG\r\n\x1a\n", Unreadable, "PNG image"),
        (b"PK\x03\x04abc", Unreadable, "ZIP archive"),
    ],
)
def test_other_things_that_were_fetched_are_refused(body: bytes, error: type[Exception], found: str) -> None:
    with pytest.raises(error, match=found):
        capture_page(body, "https://post.example/a")


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        pytest.param("https://selwynpost.example/b", "https://selwynpost.example/b", id="same site"),
        pytest.param("/news/bridge", "https://www.selwynpost.example/news/bridge", id="relative"),
        pytest.param("https://evil.example/b", ADDRESS, id="another site"),
        pytest.param("https://www.selwynpost.example/", ADDRESS, id="front page"),
    ],
)
def test_a_fetched_pages_own_address_is_believed_on_its_site_only(canonical: str, url: str) -> None:
    html = PAGE.replace("https://www.selwynpost.example/news/bridge", canonical).replace("og:site_name", "x")
    article = read_capture(capture_page(html.encode(), ADDRESS))
    assert (article.url, article.outlet) == (url, "selwynpost.example")


@pytest.mark.parametrize("body", [STORY.encode(), PDF], ids=["text", "PDF"])
def test_other_fetched_articles_have_the_host_as_outlet(body: bytes) -> None:
    article = read_capture(capture_page(body, ADDRESS))
    assert (article.url, article.outlet, article.title) == (ADDRESS, "selwynpost.example", HEADLINE)


def test_http_says_the_encoding() -> None:
    body = f"<html><body><article><p>{LEAD} Кофе в кафе.</p></article></body></html>".encode("cp1251")
    assert "Кофе в кафе." in read_capture(capture_page(body, ADDRESS, "windows-1251")).text
