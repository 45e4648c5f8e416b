from __future__ import annotations

import pytest

from attribune.errors import NoArticle
from attribune.intake.kinds import Kind, tell_kind
from tests.intake.texts import PAGE, STORY, mail


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        pytest.param(STORY, "a.txt", "text", id="text"),
        pytest.param(PAGE, "a.txt", "page", id="page named text"),
        pytest.param(STORY, "a.html", "text", id="text named page"),
        pytest.param("\ufeff  <!-- x -->\n<html>", "a", "page", id="comment before"),
        pytest.param('<?xml version="1.0"?><!DOCTYPE html><html>', "a", "page", id="XHTML"),
        pytest.param("<p>A fragment", "a", "page", id="fragment"),
        pytest.param("<quoted> words begin it", "a", "text", id="no tag of a page"),
        pytest.param("", "a", "text", id="nothing"),
        pytest.param('{"text": "a"}\n{"text": "b"}', "a.txt", "lines", id="lines named text"),
        pytest.param('{"text": "a"}', "a.json", "lines", id="one record"),
        pytest.param('{"text": "' + "a" * 70_000, "a", "lines", id="one long line"),
        pytest.param('{"text": "a", broken}\n{"text": "b"}', "a", "lines", id="first line broken"),
        pytest.param('broken\n{"text": "b"}', "a.jsonl", "lines", id="first line broken, named lines"),
        pytest.param('broken\n{"text": "b"}', "a.jsonl.gz", "lines", id="named lines, compressed"),
        pytest.param('{\n"text": "a"\n}', "a.jsonl", "json", id="one pretty record named lines"),
        pytest.param('{\n  "text": "a"\n}', "a.json", "json", id="pretty"),
        pytest.param('{"text": "a",\n  "id": 3\n}', "a.json", "json", id="pretty from the second line"),
        pytest.param('[{"text": "a"}]', "a.txt", "json", id="array"),
        pytest.param("{" * 5_000, "a.json", "text", id="only brackets"),
        pytest.param("[Updated] The bridge", "a.txt", "text", id="bracket in prose"),
        pytest.param(STORY, "a.jsonl", "text", id="text named lines"),
        pytest.param("%PDF-1.7\n", "a.txt", "pdf", id="PDF"),
        pytest.param("junk\n%PDF-1.7\n", "a.pdf", "pdf", id="PDF behind something"),
        pytest.param("junk\n%PDF-1.7\n", "a.txt", "text", id="PDF in a text"),
        pytest.param(STORY, "a.pdf", "text", id="text named PDF"),
        pytest.param("PAR1", "a", "parquet", id="Parquet"),
        pytest.param("WARC/1.0\r\n", "a", "warc", id="WARC"),
        pytest.param("PK\x03\x04" + "x" * 26 + "archive/a.warc.gz", "a", "wacz", id="WACZ"),
        pytest.param("PK\x03\x04", "a.wacz", "wacz", id="named WACZ"),
        pytest.param("PK\x03\x04" + "x" * 26 + "word/document.xml", "a", "text", id="other ZIP"),
        pytest.param("id,title,text\n", "a.txt", "table", id="table named text"),
        pytest.param(STORY, "a.csv", "table", id="named table"),
        pytest.param(STORY, "a.tsv.gz", "table", id="named table, compressed"),
        pytest.param("", "a.csv", "text", id="nothing, named table"),
        pytest.param('{"text": "a"}\n', "a.csv", "lines", id="lines named table"),
        pytest.param(mail().decode(), "a.txt", "message", id="message named text"),
        pytest.param(f"From: a@b\nSubject: x\n\n{STORY}", "a.eml", "message", id="bare message"),
        pytest.param(f"From: a@b\nSubject: x\nDate: y\n\n{STORY}", "a.txt", "text", id="text with headings"),
        pytest.param(f"Received: x\nMessage-ID: y\nX-A: z\n\n{STORY}", "a.eml", "text", id="no sender"),
        pytest.param(f"From a@b Tue Mar  4 09:30:00 2031\nFrom: a@b\n\n{STORY}", "a", "mailbox", id="mailbox"),
        pytest.param("From the harbour it is not far.\nNote: x", "a.mbox", "text", id="sentence that begins with From"),
    ],
)
def test_the_kind_is_told_by_content(head: str, name: str, kind: Kind) -> None:
    assert tell_kind(head.encode(), name) == kind


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0">', "a feed"),
        ("<feed xmlns='x'>", "a feed"),
        ('<?xml version="1.0"?><nitf><body/>', "is XML"),
    ],
)
def test_other_xml_is_no_article(head: str, found: str) -> None:
    with pytest.raises(NoArticle, match=found):
        tell_kind(head.encode(), "a.xml")
