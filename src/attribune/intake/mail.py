"""Mail to articles: newsletters and press releases, with the subject as title and the sender as outlet.

Nothing in a message is run or fetched, and what is attached is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import dropwhile
from typing import Any

from attribune.article import Article, Span
from attribune.errors import InputError, NoArticle, TooLarge, Unreadable
from attribune.intake.about import About, parse_moment
from attribune.intake.encoding import decode, decode_page
from attribune.intake.limits import Limits
from attribune.intake.lists import load_entries
from attribune.intake.page import parse_page
from attribune.intake.text import canonical, read_text

MOST_WORK = 5_000_000  # lines times groups of parts: the standard library looks for each group's end in each line
LONG_FIELD = re.compile(  # a header for which its parser takes more than a few seconds
    rb"^(?:content-[a-z-]{1,40}|from|subject|date|message-id|mime-version):(?=.{20000}|(?:.*\n[ \t]){200})",
    re.IGNORECASE | re.MULTILINE,
)
BOUNDARY = re.compile(rb"boundary\s*\*?\d?\*?=", re.I)
LEAST_SHARE = 0.5  # of the plain part's letters that a page must give to be the better one
BLOCKS = frozenset(
    {"p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "ul", "ol", "pre"}
    | {"body", "br", "hr", "section", "article", "header", "footer"}
)
HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)  # the line that only a list of messages shows
LONGEST = 300  # characters of a line of furniture
QUOTE = re.compile(r">|\|\s?>")
WROTE = re.compile(r"On .{5,150} wrote:$")
SIGNATURE = re.compile(r"--\s*$")
MOST_SIGNED = 12  # lines below a signature's dashes


def read_message(data: bytes, about: About, limits: Limits) -> Article:
    """The article of one message; ``about`` is what is known besides.

    Raises :class:`NoArticle` for one without text, :class:`Unreadable` and :class:`TooLarge` for one that can't be
    taken apart.
    """
    if (1 + len(BOUNDARY.findall(data))) * data.count(b"\n") > MOST_WORK or LONG_FIELD.search(data):
        raise TooLarge("is a message of too many lines and parts, or with too long a header; save its text alone")
    try:
        message = message_from_bytes(data, policy=policy.default)
        text, known = _text(message, limits), _about(message, about)
    except InputError:
        raise
    except Exception as cause:  # the border: email and lxml raise many types on broken messages
        raise Unreadable(f"is a message that can't be taken apart ({type(cause).__name__}); save its text") from cause
    article = read_text(text, known, limits)
    return replace(article, furniture=_furniture(article))


def _about(message: EmailMessage, about: About) -> About:
    name, sender = parseaddr(_header(message, "From"))
    reference = _header(message, "Message-ID").strip("<>")
    return replace(
        about,
        title=_header(message, "Subject") or None,
        outlet=name or sender.rpartition("@")[2].removeprefix("www.") or None,
        published=_moment(_header(message, "Date")),
        ref=reference or None,
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header's words on one line, "" where it is missing or beyond what the standard library can parse."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # noqa: BLE001  (the border: its parser of headers fails in many ways)
        return ""
    return " ".join(canonical(value).split())


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return parse_moment(moment.isoformat()) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(message: EmailMessage, limits: Limits) -> str:
    """The page's text, where it says about as much as the plain part; else the plain part."""
    plain, html = _part(message, "plain"), _part(message, "html")
    lines = _page_lines(html, limits) if html else []
    spoken = sum(map(_letters, lines))
    if lines and spoken >= LEAST_SHARE * _letters(plain) and ("<a" in html.lower() or not plain.strip()):
        return "\n".join(lines)
    if not plain.strip():
        raise NoArticle("is a message without text; give what is attached to it, if that is the article")
    return _with_parted_quotes(plain)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _part(message: EmailMessage, subtype: str) -> str:
    """The text of the first such part of the message itself, "" where there is none."""
    part = message.get_body((subtype,))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        return decode_page(payload, charset) if subtype == "html" else decode(payload, charset)
    except Unreadable:
        return payload.decode("utf-8", "replace")


def _page_lines(html: str, limits: Limits) -> list[str]:
    """The lines of a message's page: all that it shows, as letters are tables without a main text."""
    return [line for line in _blocks(parse_page(html, limits)) if line] if html.strip() else []


def _blocks(tree: Any) -> Iterator[str]:
    """All that a page shows, a line for each of its blocks."""
    words: list[str] = []
    for event, element in _walk(tree):
        if element.tag in BLOCKS:
            yield " ".join("".join(words).split())
            words = []
        words.append((element.text if event == "start" else element.tail) or "")
    yield " ".join("".join(words).split())


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Where each element that is shown begins, and where each one ends; with a stack, as they nest deeply."""
    pending: list[tuple[str, Any]] = [("start", tree)]
    while pending:
        event, element = pending.pop()
        if event == "end":
            yield event, element
            continue
        pending.append(("end", element))
        if not _is_hidden(element):
            yield event, element
            pending.extend(("start", child) for child in reversed(element))


def _is_hidden(element: Any) -> bool:
    return element.tag in HIDDEN or NOT_SHOWN.search(element.get("style") or "") is not None


def _with_parted_quotes(text: str) -> str:
    """The text with an empty line where a quoted part begins or ends, so that its lines are not joined to others."""
    parted: list[str] = []
    quoted = False
    for line in text.splitlines():
        starts = QUOTE.match(line) is not None
        parted += [""] * (starts != quoted) + [line]
        quoted = starts
    return "\n".join(parted)


def _furniture(article: Article) -> tuple[Span, ...]:
    """The article's furniture and that of mail: quoted replies, what leads to them, ways out and signatures."""
    lines = article.paragraphs
    found = {span for span in lines if _is_furniture(span.of(article.text))} | set(article.furniture)
    found |= set(_signature(article, lines))
    found = {span for span in found if span.of(article.text) != article.title}
    left = [span for span in lines if span not in found and span.of(article.text) != article.title]
    return tuple(sorted(found)) if left else article.furniture


def _is_furniture(line: str) -> bool:
    if QUOTE.match(line) or WROTE.match(line):
        return True
    plain = " ".join(line.casefold().replace("’", "'").split())
    entries = load_entries("mail.txt")
    starts = plain.lstrip(" [(<*|-").startswith(entries["start"])
    return len(line) <= LONGEST and (starts or any(phrase in plain for phrase in entries["has"]))


def _signature(article: Article, lines: tuple[Span, ...]) -> list[Span]:
    """The lines from a signature's dashes on, where they are few."""
    signed = list(dropwhile(lambda span: not SIGNATURE.match(span.of(article.text)), lines))
    return signed if len(signed) <= MOST_SIGNED + 1 else []
