"""Plain text to an article: made canonical once, title recognised, furniture listed."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from attribune.article import Article, Span
from attribune.errors import TooLarge, Unreadable
from attribune.intake.about import UNKNOWN, About
from attribune.intake.furniture import find_furniture
from attribune.intake.language import detect_language
from attribune.intake.limits import DEFAULT, Limits
from attribune.intake.title import begins_with, find_title
from attribune.intake.wrapping import unwrap

BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters and noncharacters. They become spaces and what nobody sees (soft hyphens, zero-width spaces)
# stays, so that offsets in the text are offsets in the file.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
BYTE_ORDER_MARK = "\ufeff"
SURROGATE = re.compile("[\ud800-\udfff]")
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
PLAINLY_ENCODED = 3  # entities in a text from which on it is taken for HTML that was not decoded
MARKS = re.compile(r"[^\w\s\x00-\u02ff]{31,}")
MOST_MARKS = 30  # combining marks in a row, Unicode's stream-safe limit; normalising more takes quadratic time
GLUED = re.compile(r"[!-~]{200,}")
FEWEST_LETTERS = 0.25  # of the characters that are not white space; news has 0.93 to 0.98


def read_text(text: str, about: About = UNKNOWN, limits: Limits = DEFAULT) -> Article:
    """An article from its text and what is known about it.

    A title that the text does not begin with is put before it. Raises :class:`Unreadable` for a text without
    words and :class:`TooLarge` for one over the limit.
    """
    check_length(text, limits)
    text = canonical(text)
    check_words(text)
    furniture = find_furniture(text)
    title = " ".join(canonical(about.title).split()) if about.title else ""
    if title and not begins_with(text, title):
        shift = len(title) + 2
        text = f"{title}\n\n{text}"
        furniture = tuple(Span(span.start + shift, span.end + shift) for span in furniture)
    return _article(text, title or None, furniture, about)


def _article(text: str, title: str | None, furniture: Sequence[Span], about: About) -> Article:
    article = Article(
        text=text,
        title=title,
        outlet=about.outlet,
        published=about.published,
        language=about.language or detect_language(text),
        url=about.url,
        file=about.file,
        ref=about.ref,
        metadata=about.metadata,
        furniture=tuple(
            span for span in furniture if span.of(text) != title
        ),  # a title is none, whatever it looks like
    )
    return article if title else replace(article, title=find_title(article))


def check_length(text: str, limits: Limits) -> None:
    """Raises :class:`TooLarge` for a text over the limit."""
    if len(text) > limits.characters:
        raise TooLarge(
            f"holds {len(text):,} characters, more than the {limits.characters:,} of one article; "
            "split it into articles, one file or one JSON line each"
        )


def check_words(text: str) -> None:
    """Raises :class:`Unreadable` for a canonical text that is empty or is not made of words."""
    if not text.strip():
        raise Unreadable("is empty or holds only white space; give the article's text")
    letters = sum(map(str.isalpha, text))
    signs = len(text) - sum(map(str.isspace, text))
    glued = sum(match.end() - match.start() for match in GLUED.finditer(text))
    if letters < FEWEST_LETTERS * signs or 2 * glued > len(text):
        raise Unreadable(f"holds almost no words (letters: {letters:,} of {signs:,} signs); give the article's text")


def canonical(text: str) -> str:
    """The text in NFC with ``\\n`` line ends and without control characters.

    Offsets stay those of ``text`` but where line ends take two characters and where NFC joins them.
    Entities are decoded where the text plainly is full of them, and lines that were broken at a fixed width
    are joined. Linear in the text's length.
    """
    if text.count("&") >= PLAINLY_ENCODED:
        text = _decoded(text)
    text = CONTROL.sub(" ", BREAK.sub("\n", text.removeprefix(BYTE_ORDER_MARK)))
    text = unwrap(SURROGATE.sub("\ufffd", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", MARKS.sub(_fewer_marks, text))
    return text


def _decoded(text: str) -> str:
    if len(ENTITY.findall(text)) < PLAINLY_ENCODED:
        return text
    return ENTITY.sub(lambda entity: html.unescape(entity.group()), text)


def _fewer_marks(run: re.Match[str]) -> str:
    """The run without the combining marks that follow thirty others."""
    kept: list[str] = []
    marks = 0
    for char in run.group():
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
