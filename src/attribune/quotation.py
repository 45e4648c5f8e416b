"""Quotations: what stands between quotation marks, in any house style, found in linear time.

Straight and curly, double and single marks, guillemets, low marks, backticks and doubled single marks are
read; apostrophes, feet and inches, and elisions ("'em", "'90s") are not. A paragraph is read on its own: a
mark that is not closed in it lasts to the paragraph's end, as English typesetting has it for quotations
that go on in the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribune.article import Span

MARK = re.compile(r"''|``|[\"“”„«»‹›‘’'`‟‛]")
ELISION = re.compile(r"['’](?:em|til|till|tis|twas|twere|cause|bout|round|n|s|\d\ds?)\b", re.IGNORECASE)
OPENERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‟": "”", "»": "«", "›": "‹"}
FEWEST_WORDS = 5  # in a paragraph that a single mark opens and none closes
CLOSE_PUNCTUATION = ".,!?…;:"


@dataclass(frozen=True)
class Quotation:
    """A quotation with its marks: ``span`` from the opening to behind the closing mark."""

    span: Span
    opening: int  # code points that the opening mark takes, 1 or 2
    closing: int  # the same for the closing mark; 0 where the quotation is not closed
    single: bool  # single marks, which in some houses are quotations and in others scare quotes

    @property
    def closed(self) -> bool:
        """Whether the closing mark is there."""
        return self.closing > 0

    @property
    def inside(self) -> Span:
        """The words between the marks."""
        return Span(self.span.start + self.opening, self.span.end - self.closing)


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool
    possessive: bool  # closes, but may be the apostrophe of "the workers' rights"

    @property
    def single(self) -> bool:
        return self.sign in "‘’'`‛‹›"


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph, in order.

    Spans are of ``text``. Linear in the paragraph's length.
    """
    marks = [mark for mark in _marks(text, paragraph) if mark.opens or mark.closes]
    closable, firmer = _closers_ahead(marks)
    found: list[Quotation] = []
    opening: _Mark | None = None
    for mark, can_close, firmer_follows in zip(marks, closable, firmer, strict=True):
        if opening is None:
            if mark.opens and (not mark.single or can_close or mark.start == paragraph.start):
                opening = mark
        elif _closes(opening, mark, firmer_follows):
            found.append(_quotation(opening, mark.end, mark.end - mark.start))
            opening = None
        elif mark.opens and mark.sign == opening.sign and not mark.single:
            found.append(_quotation(opening, mark.start, 0))
            opening = mark
    if opening is not None and (not opening.single or _goes_on(text, opening, paragraph)):
        found.append(_quotation(opening, paragraph.end, 0))
    return tuple(found)


def _goes_on(text: str, opening: _Mark, paragraph: Span) -> bool:
    """Whether a single mark without a closing one starts a quotation that goes on in the next paragraph."""
    return opening.start == paragraph.start and len(text[opening.end : paragraph.end].split()) >= FEWEST_WORDS


def _quotation(opening: _Mark, end: int, closing: int) -> Quotation:
    return Quotation(Span(opening.start, end), opening.end - opening.start, closing, opening.single)


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end, sign = match.start(), match.end(), match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        yield _judge(text, start, end, sign, before, after)


def _judge(text: str, start: int, end: int, sign: str, before: str, after: str) -> _Mark:
    """Whether a mark can open or close a quotation, from its sign and its neighbours."""
    free_left = not before.isalnum() and before not in CLOSE_PUNCTUATION
    free_right = not after.isalnum()
    opens, closes = free_left and not after.isspace(), not before.isspace() and free_right
    if sign in "“„«‹‟":
        closes = sign in "“«‹" and closes and before not in "(["  # as German has it: „…“, »…«
        opens = not closes
    elif sign in "”»›":
        opens = sign in "»›" and free_left and after.isalnum()
        closes = not opens
    elif sign == "``":
        opens, closes = True, False
    elif sign == '"' and not opens and not closes:
        opens = closes = True
    elif sign in "'’‘":
        opens = free_left and not free_right and sign != "’" and not ELISION.match(text, start)
        closes = sign != "‘" and not before.isspace() and free_right and not before.isdigit()
    possessive = sign in "'’" and closes and before in "sSzx" and after == " "
    return _Mark(start, end, sign, opens, closes, possessive)


def _closers_ahead(marks: list[_Mark]) -> tuple[list[bool], list[bool]]:
    """For each mark, whether a single closing mark follows before the next one that opens: any, and a firm one.

    A firm one can't be the apostrophe of a possessive, so it is preferred to one that can.
    """
    any_ahead, firm_ahead = [False] * len(marks), [False] * len(marks)
    some = firm = False
    for position in range(len(marks) - 1, -1, -1):
        any_ahead[position], firm_ahead[position] = some, firm
        mark = marks[position]
        if mark.single and mark.closes:
            some, firm = True, firm or not mark.possessive
        elif mark.single and mark.opens:
            some = firm = False
    return any_ahead, firm_ahead


def _closes(opening: _Mark, mark: _Mark, firmer_follows: bool) -> bool:
    if not mark.closes:
        return False
    if opening.single:
        return mark.single and not (mark.possessive and firmer_follows)
    if opening.sign in OPENERS:
        return mark.sign in OPENERS[opening.sign] or (opening.sign == "“" and mark.sign == '"')
    if opening.sign == "``":
        return mark.sign in ("''", '"', "``")
    return mark.sign in (opening.sign, "”", '"')
