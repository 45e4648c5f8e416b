"""Lines that were broken at a fixed width, as in mail and old wire copy, joined to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

FEWEST_BREAKS = 5  # inside paragraphs; with fewer nothing is joined
NARROWEST, WIDEST = 40, 100  # characters of a line to be taken for broken
SLACK = 3  # characters that a full line may lack of the width
FULL_SHARE, LOWER_SHARE = 0.7, 0.4  # of the breaks; in text with a paragraph a line 0.0 to 0.1 begin in lower case


def unwrap(text: str) -> str:
    """The text with the lines of each paragraph joined by a space, where it was broken at a fixed width."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = _width(lines)
    if not NARROWEST <= width <= WIDEST or not _wrapped(lines, width):
        return text
    return "".join(_joined(lines, width))


def _width(lines: Sequence[str]) -> int:
    """The length that one line in twenty exceeds: the longest, but for addresses that could not be broken."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[(len(lengths) - 1) * 19 // 20] if lengths else 0


def _wrapped(lines: Sequence[str], width: int) -> bool:
    breaks = [(line, after) for line, after in pairwise(lines) if line and after]
    full = sum(_full(line, after, width) for line, after in breaks)
    lower = sum(after.lstrip()[0].islower() for _, after in breaks)
    enough = len(breaks) >= FEWEST_BREAKS
    return enough and full >= FULL_SHARE * len(breaks) and lower >= LOWER_SHARE * len(breaks)


def _full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    first = after.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) > width - SLACK


def _joined(lines: Sequence[str], width: int) -> list[str]:
    parts: list[str] = []
    for line, after in pairwise([*lines, ""]):
        indented = after[:1].isspace() and not line[:1].isspace()
        joins = bool(line and after) and not indented and _full(line, after, width)
        parts += [line.lstrip() if parts and parts[-1] == " " else line, " " if joins else "\n"]
    return parts
