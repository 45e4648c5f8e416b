"""Captures to articles: the same capture gives the same article, today and when a ledger is verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from attribune.article import Article
from attribune.capture import Capture, CaptureKind
from attribune.errors import NoArticle, Unreadable
from attribune.intake.about import About
from attribune.intake.address import host_of
from attribune.intake.encoding import decode, decode_page
from attribune.intake.failure import printable
from attribune.intake.kinds import tell_kind
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.records import parse_json, read_record
from attribune.intake.signatures import binary_kind
from attribune.intake.streams import CHUNK
from attribune.intake.text import read_text

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_capture(capture: Capture, limits: Limits = DEFAULT) -> Article:
    """The article of a capture; pure: nothing but the capture decides what it is.

    Raises :class:`attribune.errors.InputError` where it holds none.
    """
    return READERS[capture.kind](capture, limits)


def capture_page(body: bytes, url: str, charset: str | None = None, captured: datetime | None = None) -> Capture:
    """The capture of what an address answered; ``charset`` is what HTTP said.

    Raises :class:`NoArticle` for a feed, data and other XML, and :class:`Unreadable` for pictures and other files
    that are no text.
    """
    kind = page_kind(body, url)
    return Capture(body, kind, printable(url), url=url, charset=charset, captured=captured)


def page_kind(body: bytes, url: str) -> CaptureKind:
    """Whether what an address answered is a page, a text or a PDF; raises as :func:`capture_page` does."""
    kind = tell_kind(body[:CHUNK].removeprefix(WIDE_MARKS[0]).removeprefix(WIDE_MARKS[1]), url.partition("?")[0])
    if kind in ("page", "pdf"):
        return kind
    signature = binary_kind(body)
    if signature is not None:
        raise Unreadable(signature.message)
    if kind in ("lines", "json", "table"):
        raise NoArticle("is data, not an article's page; save it as a file and give that")
    return "text"


def _from_text(capture: Capture, limits: Limits) -> Article:
    return read_text(decode(capture.data, capture.charset), _about(capture), limits)


def _from_page(capture: Capture, limits: Limits) -> Article:
    from attribune.intake.page import read_page

    page = read_page(decode_page(capture.data, capture.charset), limits, address=capture.url)
    return read_text(page.text, replace(page.about, file=capture.file), limits)


def _from_record(capture: Capture, limits: Limits) -> Article:
    return read_record(parse_json(decode(capture.data)), capture.file, limits)


def _from_pdf(capture: Capture, limits: Limits) -> Article:
    from attribune.intake.pdf_layout import read_pdf

    text, title = read_pdf(capture.data, limits)
    return read_text(text, replace(_about(capture), title=title), limits)


def _from_message(capture: Capture, limits: Limits) -> Article:
    from attribune.intake.mail import read_message

    return read_message(capture.data, _about(capture), limits)


def _about(capture: Capture) -> About:
    return About(outlet=host_of(capture.url), url=capture.url, file=capture.file)


READERS: Mapping[CaptureKind, Callable[[Capture, Limits], Article]] = {
    "text": _from_text,
    "page": _from_page,
    "record": _from_record,
    "pdf": _from_pdf,
    "message": _from_message,
}
