"""The title: whether a text begins with one that is known, and which line is one where none is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribune.article import Article
from attribune.intake.furniture import find_furniture

LONGEST = 160  # characters of a headline
FIRST = 3  # lines among which a known title may stand: a kicker or a section's name may come before it
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")
NO_TITLE = re.compile(r"By(?:\s+\S+){1,5}$|.*[.,;:–—-]$")  # a byline, or a line that ends as prose or goes on
HEAD = 4_000  # characters of a text among which its first lines are looked for
WORD = re.compile(r"[^\W_]+")
PROSE = 60  # characters from which on a line that ends as a sentence is one


def begins_with(text: str, title: str) -> bool:
    """Whether the text begins with the title or one of its first lines is it, whatever case and punctuation."""
    head = text[: HEAD + len(title)]
    furniture = set(find_furniture(head))
    lines = [span.of(head) for span in Article(head).paragraphs]
    first = [span.of(head) for span in Article(head).paragraphs if span not in furniture][:FIRST]
    wanted = words_of(title)
    if not wanted or not first:
        return False
    return words_of(first[0])[: len(wanted)] == wanted or any(same_words(line, title) for line in first + lines[:FIRST])


def same_words(first: str, second: str) -> bool:
    """Whether two lines have the same words in the same order."""
    return words_of(first) == words_of(second)


def words_of(line: str) -> list[str]:
    """The line's words, in one case and without punctuation."""
    return WORD.findall(line.casefold())


def find_title(article: Article) -> str | None:
    """The headline that an article's text begins with, as it stands there; None where there is none."""
    lines = [span.of(article.text) for span in article.paragraphs[: FIRST + 6]]
    for position, line in enumerate(lines[:FIRST]):
        follows = lines[position + 1 :]
        if not _headline(line) or not any(map(_prose, follows)):
            return None
        if not _kicker(line, follows):
            return line.lstrip("# ")
    return None


def _headline(line: str) -> bool:
    return len(line) < LONGEST and not NO_TITLE.match(line) and bool(WORD.search(line))


def _prose(line: str) -> bool:
    return len(line) >= LONGEST or (len(line) >= PROSE and SENTENCE_END.search(line) is not None)


def _kicker(line: str, follows: Sequence[str]) -> bool:
    """Whether a line of one or two words stands over the headline proper."""
    return (
        len(words_of(line)) <= 2 and _headline(follows[0]) and not _prose(follows[0]) and len(words_of(follows[0])) > 2
    )
