"""Where in an article a position stands: which sentence, which paragraph, inside which quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribune.article import Article, Span
from attribune.extract.wordlists import small_words
from attribune.quotation import Quotation, find_quotations

ENDS = re.compile(r"[.!?][.!?\"”’')\]]*\s+|\n+")
LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True)
class Layout:
    """Sentences, paragraphs and quotations of an article, looked up by position."""

    sentences: tuple[int, ...]  # starts, in order
    paragraphs: tuple[int, ...]
    quotations: tuple[Span, ...]
    quotation_starts: tuple[int, ...]

    def sentence(self, position: int) -> int:
        """Number of the sentence at ``position``."""
        return bisect_right(self.sentences, position) - 1

    def paragraph(self, position: int) -> int:
        """Number of the paragraph at ``position``."""
        return bisect_right(self.paragraphs, position) - 1

    def quotation(self, position: int) -> Span | None:
        """The quotation around ``position``."""
        index = bisect_right(self.quotation_starts, position) - 1
        if index >= 0 and position < self.quotations[index].end:
            return self.quotations[index]
        return None


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; a full stop after a title or an initial ends none."""
    for match in ENDS.finditer(text):
        start = match.start()
        word = LAST_WORD.search(text, max(0, start - 10), start) if text[start] == "." else None
        if word is None or not (len(word.group()) == 1 or word.group().lower() in small_words("abbreviation")):
            yield match.end()


def lay_out(article: Article, quotations: Sequence[Quotation]) -> Layout:
    """The layout of ``article``; quotations are sought where none are given."""
    paragraphs = article.paragraphs
    found = quotations or [one for span in paragraphs for one in find_quotations(article.text, span)]
    spans = tuple(sorted(one.span for one in found if one.span.length > 25))
    sentences = (0, *_ends(article.text))
    return Layout(sentences, tuple(span.start for span in paragraphs), spans, tuple(span.start for span in spans))
