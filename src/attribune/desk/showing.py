"""One line in full: its words in their surroundings, where they come from, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from attribune.article import Article, Span
from attribune.errors import UsageError
from attribune.ledger.contract import CaptureCard, Ledger, LedgerReader, StoredReading
from attribune.ledger.entry import Entry
from attribune.ledger.line import Line
from attribune.ledger.query import sentence_around
from attribune.ledger.review import Review

PERMALINK = re.compile(
    r"attribune:(?:([0-9a-f]{64})|([0-9a-f]{12,63})(?:…|\.\.\.)?)#char=(\d{1,9}),(\d{1,9})", re.IGNORECASE
)


@dataclass(frozen=True)
class Shown:
    """A line with everything around it.

    ``before``, ``sentence`` and ``after`` are the sentence that holds it and its neighbours in the paragraph, of the
    article's text. ``chain`` names through whom it reaches the reader, ``stored`` is the reading it is part of.
    """

    line: Line
    entry: Entry
    before: Span
    sentence: Span
    after: Span
    chain: tuple[str, ...]
    stored: StoredReading
    captures: tuple[CaptureCard, ...]
    reviews: tuple[Review, ...]


def show(ledger: Ledger, name: str) -> list[Shown]:
    """The line with a number, or those that a permalink points at; :class:`UsageError` where there is none."""
    with ledger.reading_from() as reader:
        return [_shown(reader, line) for line in lines_named(reader, name)]


def lines_named(reader: LedgerReader, name: str) -> Sequence[Line]:
    """The lines that a number or a permalink stands for; :class:`UsageError` where there is none."""
    link = PERMALINK.fullmatch(name)
    if link:
        text = link[1] or _text_like(reader, link[2].lower())
        return lines_at(reader, text.lower(), Span(int(link[3]), int(link[4])))
    number = name.removeprefix("#")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise UsageError(f"{name!r} is neither the number of a line nor a permalink; attribune search shows both")
    lines = reader.lines([int(number)])
    if not lines:
        raise UsageError(f"line {number} is not in the ledger; attribune search shows the numbers of lines")
    return lines


def _text_like(reader: LedgerReader, start: str) -> str:
    """The hash of the only text whose hash begins so; :class:`UsageError` where there is none, or another one."""
    found = reader.texts_like(start)
    if len(found) > 1:
        raise UsageError(f"more than one text in the ledger begins with {start}; give the whole permalink")
    return found[0] if found else start


def lines_at(reader: LedgerReader, text: str, span: Span) -> Sequence[Line]:
    """The lines whose content stands there in the text with that hash; where none does, those that share words with it.

    Raises :class:`UsageError` where the text is not in the ledger, or no line is there.
    """
    entries = list(reader.entries(text=text))
    if not entries:
        raise UsageError(f"no article in the ledger has the text {text}; add the article, or open another --ledger")
    lines = [line for entry in entries for line in reader.lines_of(entry.id)]
    exact = [line for line in lines if (line.statement.content.start, line.statement.content.end) == span]
    found = exact or [line for line in lines if line.statement.content.overlaps(span)]
    if not found:
        numbers = ", ".join(str(entry.id) for entry in entries)
        raise UsageError(f"article {numbers} has this text, but no line at {span.start} to {span.end} of it")
    return found


def _shown(reader: LedgerReader, line: Line) -> Shown:
    entry = reader.entry(line.entry)
    stored = reader.reading(line.entry, at=line.recorded)
    if entry is None or stored is None:  # another process took nothing out, as nothing ever is
        raise UsageError(f"line {line.id} has no article; run attribune verify")
    before, sentence, after = surroundings(line.article, _whole(line))
    return Shown(
        line=line,
        entry=entry,
        before=before,
        sentence=sentence,
        after=after,
        chain=stored.reading.chain_of(line.statement),
        stored=stored,
        captures=tuple(reader.captures(line.entry)),
        reviews=tuple(reader.reviews(line.id)),
    )


def _whole(line: Line) -> Span:
    """From the statement's first word to its last."""
    statement = line.statement
    roles = [role for role in (statement.source, statement.cue, statement.content) if role]
    return Span(statement.start, max(role.end for role in roles))


def surroundings(article: Article, span: Span) -> tuple[Span, Span, Span]:
    """The sentence around a span, with the one before and the one after it; empty where the article has none there."""
    text = article.text
    sentence = sentence_around(text, span, limit=max(LONGEST, span.length))
    earlier, later = text[: sentence.start].rstrip(), len(text) - len(text[sentence.end :].lstrip())
    before = sentence_around(text, Span(len(earlier) - 1, len(earlier)), limit=LONGEST) if earlier else Span(0, 0)
    after = sentence_around(text, Span(later, later + 1), limit=LONGEST) if later < len(text) else Span(later, later)
    return before, sentence, after


LONGEST = 600  # characters of a sentence that are shown
