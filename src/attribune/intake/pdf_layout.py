"""The lines of a PDF's pages to paragraphs: running headers left out, hyphens and broken lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from attribune.errors import NoArticle
from attribune.intake.limits import Limits
from attribune.intake.lists import load_entries
from attribune.intake.pdf import HYPHEN, Document, Line, Pages, read_document
from attribune.intake.title import LONGEST, words_of

EDGE = 3  # lines at the top and at the bottom of a page that may run through the document
PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I)
DIGITS = re.compile(r"\d+")
GAP = 1.45  # of the usual distance between two lines; paragraphs and headings stand further apart
SAME_SIZE = 0.6  # points by which fonts of one paragraph may differ
SHORT = 0.85  # of the widest line; one that ends a sentence before it ends a paragraph
BRIEF = 0.6  # of it; a heading or a name is, where the next line begins with a capital
INDENT = 8.0  # points
FIRST = 12  # lines of the first page among which the title may stand
BIG = 1.15  # of the usual size of letters
SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]]*$")
BULLET = re.compile(r"[•▪◦●■–—*·-]\s")
HYPHENS = ("-", "\u2010", "\xad", HYPHEN)
BROKEN = re.compile(rf"([^\W\d_]+)(?:[-\u2010]\n|\xad\n?|{HYPHEN}\n?)([^\W_]+)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_pdf(data: bytes, limits: Limits) -> tuple[str, str | None]:
    """The text of a PDF, a paragraph a line, and its title. Raises as :func:`read_document` does."""
    document = read_document(data, limits)
    pages = without_running_lines(document.pages)
    text = join_hyphens("\n\n".join(_paragraphs(pages)))
    if not any(map(str.isalpha, text)):
        raise NoArticle("holds pictures of pages only; run OCR first")
    return text, _title(document, pages)


def without_running_lines(pages: Pages) -> Pages:
    """The pages without headers, footers and page numbers, all of them where nothing else were left."""
    tops = Counter(key for page in pages for key in {_key(line) for line in _by_height(page)[:EDGE]})
    bottoms = Counter(key for page in pages for key in {_key(line) for line in _by_height(page)[-EDGE:]})
    kept = tuple(_without(page, tops, bottoms, len(pages)) for page in pages)
    return kept if any(kept) else pages


def _by_height(page: Sequence[Line]) -> list[Line]:
    return sorted(page, key=lambda line: -line.base)


def _key(line: Line) -> str:
    """The line with its digits masked."""
    return DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _without(page: Sequence[Line], tops: Counter[str], bottoms: Counter[str], count: int) -> tuple[Line, ...]:
    down = _by_height(page)
    dropped = {id(line) for line in [*_running(down, tops, count), *_running(down[::-1], bottoms, count)]}
    return tuple(line for line in page if id(line) not in dropped)


def _running(lines: Sequence[Line], seen: Counter[str], count: int) -> Iterator[Line]:
    """The lines from an edge inwards that stand there on most pages, or are a page's number."""
    for line in lines[:EDGE]:
        runs = count > 1 and seen[_key(line)] > max(1, count / 2)
        if not runs and not PAGE_NUMBER.fullmatch(line.text):
            return
        yield line


class _Measures(NamedTuple):
    """The usual distance between two lines, and the edges up to which a line is brief or is not full, in points."""

    leading: float
    brief: float
    full: float


def _measured(pages: Pages) -> _Measures:
    lines = [line for page in pages for line in page]
    gaps = [before.foot - line.base for page in pages for before, line in pairwise(page) if before.foot > line.base]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return _Measures(median(gaps) if gaps else 0.0, left + BRIEF * (right - left), left + SHORT * (right - left))


def _paragraphs(pages: Pages) -> Iterator[str]:
    """The paragraphs; one that a page's end breaks goes on behind it."""
    measures = _measured(pages)
    starts = {id(page[0]) for page in pages if page}
    lines = [line for page in pages for line in page]
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        if _ends(before, line, measures) or (id(line) not in starts and _apart(before, line, measures)):
            yield _joined(parts)
            parts = []
        parts.append(line.text)
    yield _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    """Lines as one; a line break stays behind a hyphen, which is judged later."""
    return "".join(part + ("\n" if part.endswith(HYPHENS) else " ") for part in parts).strip()


def _apart(before: Line, line: Line, measures: _Measures) -> bool:
    """Whether a line of the same page stands apart from the one before it."""
    gap = before.foot - line.base
    indented = line.left - before.left > INDENT and SENTENCE_END.search(before.text) is not None
    return gap > GAP * measures.leading or gap < -measures.leading or indented


def _ends(before: Line, line: Line, measures: _Measures) -> bool:
    """Whether a line that has room left ends a sentence or is a heading, or the next one is an item or a heading."""
    other = abs(line.size - before.size) > SAME_SIZE or BULLET.match(line.text) is not None
    heading = before.right < measures.brief and line.text[0].isupper()
    return other or heading or (SENTENCE_END.search(before.text) is not None and before.right < measures.full)


def join_hyphens(text: str) -> str:
    """The text with words that a line's end broke joined, and a hyphen that is the word's own kept."""
    known = Counter(word.casefold() for word in WORD.findall(BROKEN.sub(" ", text)))

    def join(broken: re.Match[str]) -> str:
        first, second = broken.groups()
        joined, hyphened = f"{first}{second}", f"{first}-{second}"
        if joined.casefold() in known:
            return joined
        compound = first.casefold() in load_entries("compounds.txt")["first"]
        return hyphened if compound or hyphened.casefold() in known or not second[0].islower() else joined

    return BROKEN.sub(join, text).replace(f"{HYPHEN}\n", "-").replace(HYPHEN, "-").replace("-\n", "-")


def _title(document: Document, pages: Pages) -> str | None:
    """The title of the metadata, where the first page says most of it; else the first page's first big lines."""
    first = next(page for page in pages if page)
    shown = set(words_of(" ".join(line.text for line in first)))
    words = words_of(document.title)
    if len(words) > 1 and len(document.title) <= LONGEST and sum(word in shown for word in words) > 0.8 * len(words):
        return document.title
    return _big_line(first, median(line.size for page in pages for line in page))


def _big_line(page: Sequence[Line], usual: float) -> str | None:
    top = page[:FIRST]
    size = max(line.size for line in top)
    if size < BIG * usual:
        return None
    start = next(number for number, line in enumerate(top) if line.size == size)
    big: list[str] = []
    for line in top[start:]:
        if abs(line.size - size) > SAME_SIZE:
            break
        big.append(line.text)
    title = join_hyphens(_joined(big))
    return title if len(title) <= LONGEST and any(map(str.isalpha, title)) else None
