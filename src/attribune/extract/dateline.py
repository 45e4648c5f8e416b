"""Datelines: "MOSCOW (AP) —", "GENEVA, Oct. 3 (Reuters) -", "Moscow:" at a paragraph's start are nobody's words.

Of 202 datelines in PolNeAR's train part none is annotated as content.
"""

from __future__ import annotations

import re

from attribune.article import Span

PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
DATELINE = re.compile(
    rf"{PLACE}(?:,[ ]{PLACE}\.?)?(?:,[ ][A-Z][a-z]+\.?[ ]\d{{1,2}}(?:,[ ]\d{{4}})?)?"
    r"(?:[ ]\([\w .,/&-]{2,40}\))?(?:[ ]?(?:—|–|--)[ ]?|[ ]-[ ]|:[ ])"
)


DASH = re.compile("[—–]|--| -(?: |$)")


def source_behind_dateline(text: str, source: Span, paragraph: int) -> Span:
    """The source without the dateline that it starts with: a place in capitals, and no second dash behind it.

    Between two dashes stands an apposition ("Ida Korvin – an engineer –"), in PolNeAR's train part always.
    """
    behind = without_dateline(text, source, paragraph)
    place = text[source.start : behind.start].split(" ", maxsplit=1)[0].rstrip(",-—–:")
    return behind if place.isupper() and not DASH.search(behind.of(text)) else source


def without_dateline(text: str, content: Span, paragraph: int) -> Span:
    """The content without the dateline that it starts with, if its paragraph starts at ``paragraph`` with one.

    Spans are of ``text``. Something must be left behind the dateline.
    """
    if content.start > paragraph:
        return content
    dateline = DATELINE.match(text, paragraph, content.end)
    if dateline is None or dateline.end() >= content.end:
        return content
    return Span(dateline.end(), content.end)
