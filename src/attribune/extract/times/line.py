"""One line of an article as words, where they are, and its shape: a character for each word's class."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from attribune.article import Span
from attribune.extract.times.lexicon import code_of

TOKEN = re.compile(
    r"[0-9](?:"
    r"[0-9]{0,3}([-/.])[0-9]{1,2}\1[0-9]{1,4}"  # 2015-10-03, 3.10.2015
    r"|[0-9]*(?:,[0-9]{3})+"  # 1,200
    r"|[0-9]*\.[0-9]+(?:[ap]m)?"  # 2.5, 10.30pm
    r"|[0-9]*(?::[0-9]{2}){1,2}(?:[ap]m)?"  # 10:30
    r")\b"
    r"|[AaPp]\.[Mm]\b\.?"
    r"|\w+"
    r"|[^\w\s]"
)


@dataclass(frozen=True)
class Line:
    """Words and marks of one line, where they were found in the article's text, and their shape."""

    matches: tuple[re.Match[str], ...]
    words: tuple[str, ...]
    shape: str

    def word(self, place: int) -> str:
        """The word at a place, empty outside the line."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    @cached_property
    def is_heading(self) -> bool:
        """Whether most of its words start with a capital."""
        letters = [word[0] for word in self.words if word[0].isalpha()]
        return 2 * sum(letter.isupper() for letter in letters) > len(letters)

    def span(self, first: int, last: int) -> Span:
        """From the ``first`` word up to, not including, the ``last``; of the article's text."""
        return Span(self.matches[first].start(), self.matches[last - 1].end())


def read_line(text: str, span: Span) -> Line:
    """The words of a span of the text."""
    matches = tuple(TOKEN.finditer(text, *span))
    words = tuple([match[0] for match in matches])
    return Line(matches, words, "".join(map(code_of, words)))
