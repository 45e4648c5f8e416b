"""Page furniture that scraped text carries along: found line by line, and left in the text.

The rules are careful: a line that may be an article's sentence stays. Phrases are in ``data/furniture.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from attribune.article import Article, Span
from attribune.intake.lists import load_entries

LONGEST = 200  # characters of a line of furniture
LONGEST_CRUMB, CRUMB_WORDS = 100, 4
LONGEST_LINK = 160
EDGE = " \t\u00a0-–—•*·|>»›#:.…()[]▶►→←"
BULLET = re.compile(r"^[-–—•*·>»›|▶►]\s*")
CRUMB_BREAK = re.compile(r"\s*[>»›]\s*|\s+[/|\\]\s+")
REPORTED = re.compile(r"\b(?:said|says|say|told|added|according)\b")
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")
WORD = re.compile(r"[^\W_]+")


def find_furniture(text: str) -> tuple[Span, ...]:
    """The lines of a canonical text that are no part of its article, in order; none if that were all of them.

    Spans are whole lines of ``text`` without white space at their edges, as in ``Article.paragraphs``.
    """
    spans = Article(text).paragraphs
    lines = [span.of(text) for span in spans]
    found = [_is_phrase(line) for line in lines]
    _mark_top(lines, found)
    _mark_links(lines, found)
    return () if all(found) else tuple(span for span, is_furniture in zip(spans, found, strict=True) if is_furniture)


def _key(line: str) -> str:
    """The line in one case, with single spaces and without bullets and stops at its edges."""
    return _plain(line).strip(EDGE)


@lru_cache(maxsize=1024)
def _plain(line: str) -> str:
    return " ".join(line.casefold().replace("’", "'").split())


def _is_phrase(line: str) -> bool:
    if len(line) > LONGEST:
        return False
    key = _key(line)
    whole = key in load_entries("furniture.txt")["line"] or _is_link_heading(line)
    return whole or _begins(line) or _ends(line) or _is_stamp(key)


def _begins(line: str) -> bool:
    """Whether it begins as furniture does; the weaker beginnings only where it does not end as a sentence."""
    entries, sentence = load_entries("furniture.txt"), SENTENCE_END.search(line) is not None
    start = _plain(line).lstrip(EDGE)
    if sentence and REPORTED.search(start):
        return False
    return _has_start(start, entries["start"]) or (not sentence and _has_start(start, entries["open"]))


def _has_start(line: str, phrases: Sequence[str]) -> bool:
    found = [phrase for phrase in phrases if line.startswith(phrase)] if line.startswith(tuple(phrases)) else []
    return any(not _splits_word(line, len(phrase)) for phrase in found)


def _splits_word(line: str, position: int) -> bool:
    return position < len(line) and line[position - 1].isalnum() and line[position].isalnum()


def _ends(line: str) -> bool:
    short = len(line) <= LONGEST // 2 and SENTENCE_END.search(line) is None
    return short and _plain(line).endswith(load_entries("furniture.txt")["end"])


def _is_stamp(key: str) -> bool:
    """Whether it holds nothing but a date, a time or a reading time."""
    words = WORD.findall(key)
    named = [word for word in words if word in load_entries("furniture.txt")["date"]]
    numbers = [word for word in words if word[0].isdigit() and len(word) <= 8]
    return bool(named and numbers) and len(named) + len(numbers) == len(words)


def _mark_top(lines: Sequence[str], found: list[bool]) -> None:
    """Marks the breadcrumbs above the headline: what has their shape beside a line that certainly is one."""
    top = list(takewhile(lambda index: found[index] or _may_be_crumb(lines[index]), range(len(lines))))
    if any(_is_crumb(lines[index]) for index in top):
        for index in top:
            found[index] = True


def _may_be_crumb(line: str) -> bool:
    words = WORD.findall(line)
    bulleted = BULLET.match(line) is not None and len(words) <= CRUMB_WORDS and not line.endswith(tuple('.!?:"”'))
    return len(line) <= LONGEST_CRUMB and (bulleted or _is_crumb(line))


def _is_crumb(line: str) -> bool:
    """Whether it is a section's name or a path of names, such as ``Home > World``."""
    if _key(line) in load_entries("furniture.txt")["section"]:
        return True
    names = [name for name in CRUMB_BREAK.split(BULLET.sub("", line, count=1)) if name]
    short = all(len(name.split()) <= CRUMB_WORDS for name in names)
    path = len(names) > 2 or (bool(names) and _key(names[0]) in load_entries("furniture.txt")["section"])
    return short and not SENTENCE_END.search(line) and (line.endswith((">", "»", "›")) or path)


def _is_link_heading(line: str) -> bool:
    return _key(line) in load_entries("furniture.txt")["list"]


def _mark_links(lines: Sequence[str], found: list[bool]) -> None:
    """Marks the headlines under "Related articles": those with bullets, and all where nothing else follows."""
    for index in [index for index, line in enumerate(lines) if _is_link_heading(line)]:
        links = list(takewhile(lambda after: found[after] or _is_link(lines[after]), range(index + 1, len(lines))))
        to_end = index + 1 + len(links) == len(lines)
        for after in links if to_end else takewhile(lambda after: BULLET.match(lines[after]), links):
            found[after] = True


def _is_link(line: str) -> bool:
    return len(line) <= LONGEST_LINK and SENTENCE_END.search(line) is None
