"""PDF to lines with their places on the page: the only home of pypdfium2.

Nothing in a PDF is run: forms and scripts are never opened. Pages are not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple

from attribune.errors import InputError, NoArticle, TooLarge, Unreadable
from attribune.intake.limits import Limits
from attribune.intake.pdf_growth import check_growth

PASSWORD = 4  # pdfium's error code for a document that is locked
HYPHEN = "\x02"  # pdfium's sign for a hyphen at a line's end, behind which the next line follows
_pdfium = Lock()  # pdfium is not safe for threads: one document is open at a time


class Line(NamedTuple):
    """A line of a page: its words, where they begin and end in points, and the size of its last letter.

    Words that hyphens break reach over several lines, so that ``foot`` may be below ``base``.
    """

    text: str
    left: float
    right: float
    base: float
    foot: float
    size: float


Pages = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Document:
    """The lines of each page in the order in which they are written, and the title in the PDF's metadata."""

    pages: Pages
    title: str


def read_document(data: bytes, limits: Limits) -> Document:
    """The lines of a PDF.

    Raises :class:`Unreadable` for one that is locked or damaged, :class:`NoArticle` for one without text and
    :class:`TooLarge` for one with too many pages or characters.
    """
    check_growth(data, limits)
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]

    with _pdfium:
        try:
            return _read(pypdfium2, data, limits)
        except pypdfium2.PdfiumError as cause:
            raise _translated(cause) from cause


def _translated(cause: Any) -> InputError:
    if cause.err_code == PASSWORD:
        return Unreadable("is a PDF that is locked with a password; save it without one and give it again")
    return Unreadable("is a damaged PDF; fetch it again, or turn it into text, for example with pdftotext")


def _read(pypdfium2: Any, data: bytes, limits: Limits) -> Document:
    with closing(pypdfium2.PdfDocument(data)) as document:
        if len(document) > limits.pages:
            raise TooLarge(f"is a PDF of {len(document):,} pages, more than {limits.pages:,}; split it")
        pages = tuple(_page_lines(document, limits))
        if not any(pages):
            raise NoArticle("holds pictures of pages only; run OCR first")
        return Document(pages, document.get_metadata_dict().get("Title", "").strip("\ufeff\0 "))


def _page_lines(document: Any, limits: Limits) -> Iterator[tuple[Line, ...]]:
    left = limits.characters
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            left -= text.count_chars()
            if left < 0:
                raise TooLarge(f"holds more than the {limits.characters:,} characters of one article; split it")
            yield tuple(_lines(text))


def _lines(text: Any) -> Iterator[Line]:
    """A page's lines; a line that ends with a hyphen goes on with the next one's words behind ``HYPHEN``."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

    chars = [raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars())]
    start = 0
    for end in range(len(chars) + 1):
        if end == len(chars) or chars[end] in (10, 13):
            if words := _decoded(chars[start:end]).strip(" \xa0\t"):
                yield _placed(text, words, _shown(chars, start, end))
            start = end + 1


def _decoded(codes: list[int]) -> str:
    """The characters of UTF-16 codes or code points, without NULs."""
    text = "".join(map(chr, codes)).replace("\0", "").replace("\ufffe", HYPHEN)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _shown(chars: list[int], start: int, end: int) -> tuple[int, int]:
    """The first and the last character of a line that can be seen."""
    seen = [index for index in range(start, end) if chr(chars[index]).strip(" \xa0\t\0")]
    return seen[0], seen[-1]


def _placed(text: Any, words: str, shown: tuple[int, int]) -> Line:
    from pypdfium2 import raw

    first, last = shown
    left, base, _, _ = text.get_charbox(first, loose=True)
    _, foot, right, _ = text.get_charbox(last, loose=True)
    return Line(words, left, right, base, foot, raw.FPDFText_GetFontSize(text, last))
