"""Small web archives, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

DATE = "2031-03-04T10:00:00Z"
URL = "https://www.selwynpost.example/news/bridge"


def record(block: bytes, kind: str = "response", url: str = URL, **headers: str) -> bytes:
    """A WARC record; a header's underscores stand for hyphens."""
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": DATE,
        "WARC-Record-ID": "<urn:uuid:1>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.1\r\n%s\r\n%s\r\n\r\n" % (head.encode(), block)


def answer(body: bytes | str, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """What a server said."""
    body = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"HTTP/1.1 %s\r\n%s\r\n%s" % (status.encode(), head.encode(), body)


def wacz(members: Mapping[str, bytes]) -> bytes:
    """A zip of those files behind a description."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
