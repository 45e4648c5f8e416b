"""Bytes to a document whose declarations are known to declare nothing, before any parser sees it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from attribune.errors import Unreadable
from attribune.intake.encoding import decode_page
from attribune.intake.feeds.limits import BYTES
from attribune.intake.streams import read_chunks, take

DECLARED = re.compile(rb"<\?xml\s[^>]{0,200}?\bencoding\s*=")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML
PROLOG = re.compile(r"(?:\s+|\ufeff|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
DOCTYPE = re.compile(r"<!doctype\s+([\w.:-]+)[^\[\]<>]{0,1000}>", re.IGNORECASE)
ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")


@dataclass(frozen=True)
class Document:
    """XML or HTML without its prolog: ``root`` is the first element's name in lower case, empty where there is none."""

    root: str
    text: str


def open_document(data: bytes) -> Document:
    """The document in the bytes, unpacked and decoded.

    Raises :class:`Unreadable` where it declares entities or anything else of its own, :class:`TooLarge` where it grows.
    """
    text = FORBIDDEN.sub("", _decode(take(read_chunks(io.BytesIO(data), BYTES), BYTES)))
    text = text[_prolog_end(text, 0) :]
    doctype = DOCTYPE.match(text)
    if doctype:
        text = text[_prolog_end(text, doctype.end()) :]
    if text.startswith("<!"):
        raise Unreadable("declares a document type with rules of its own, which no feed needs; it is not read")
    root = ROOT.match(text)
    name = root.group(1).lower() if root else ""
    return Document("html" if doctype and doctype.group(1).lower() == "html" else name, text)


def _prolog_end(text: str, start: int) -> int:
    """Where white space, comments and processing instructions end."""
    prolog = PROLOG.match(text, start)
    return prolog.end() if prolog else start


def _decode(data: bytes) -> str:
    """By what the document declares, else UTF-8 as XML says, else what can be told."""
    if not DECLARED.match(data.lstrip()[:400]) and b"\x00" not in data:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    return decode_page(data)
