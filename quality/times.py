"""How many time expressions are found, and given the right value: TimeBank and AQUAINT as TempEval-3 cleaned them.

The measures are TempEval-3's: an expression is found where one overlaps an annotated one, each counted once (relaxed
match); its value is right where it is the annotated TIMEX3 value, letter by letter. The corpora write the same value in
more than one way ("last week" as 1989-W42, 1989-WXX and P1W; "Friday night" with and without the night), so that no
program reaches 100. A quarter of the articles, by the hash of their names, is the dev part that is measured; the rest
is for tuning.

Usage: ``python -m quality.times CORPORA [--tune] [--show]``, where ``--show`` lists the errors of the part for tuning.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lxml import etree

from attribune.article import Article, Span
from attribune.errors import NotFound
from attribune.extract.times import Timex, find_times

DEV = 4  # one article in so many
FOLDERS = ("AQUAINT", "TimeBank")
BREAK = re.compile(r"(?<!\n)\n(?![ \t]*\n)")  # of a line inside a paragraph
DATE = len("1998-02-06")
CONTEXT = 50  # characters


@dataclass(frozen=True)
class Gold:
    """One annotated expression."""

    span: Span
    value: str


@dataclass(frozen=True)
class Document:
    """One article: its text, a line for each paragraph, day of publication and annotated expressions."""

    name: str
    text: str
    published: date
    golds: tuple[Gold, ...]


@dataclass(frozen=True)
class Pair:
    """What is annotated and what was found in one place of a document; one of them may be missing."""

    document: Document
    gold: Gold | None
    found: Timex | None

    @property
    def verdict(self) -> str:
        """Right or wrong by the value, missed, or spurious."""
        if self.gold is None:
            return "spurious"
        if self.found is None:
            return "missed"
        return "right" if self.gold.value == self.found.value else "wrong"

    def __str__(self) -> str:
        text, spans = self.document.text, [one.span for one in (self.gold, self.found) if one]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        values = " / ".join(one.value if one else "-" for one in (self.gold, self.found))
        words = " ".join(f"{before}[{text[start:end]}]{behind}".split())
        return f"{self.verdict:8} {values:25} {words} ({self.document.name}, {self.document.published})"


def measure_times(corpora: Path) -> dict[str, float]:
    """The figures of the dev part of ``tempeval3/TBAQ-cleaned`` in the folder of corpora, in per cent.

    Raises :class:`NotFound` where it is missing.
    """
    return figures(pair for document in read_documents(corpora, dev=True) for pair in compare(document))


def read_documents(corpora: Path, *, dev: bool) -> Iterator[Document]:
    """The documents of the dev part, or of the rest."""
    folder = corpora / "tempeval3" / "TBAQ-cleaned"
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.tml"))]
    if not paths:
        raise NotFound(f"no TimeML files in {folder}")
    return (read_document(path) for path in paths if is_dev(path.stem) is dev)


def is_dev(name: str) -> bool:
    """Whether the article of that name belongs to the dev part."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % DEV == 0


def read_document(path: Path) -> Document:
    """One TimeML file, of which ``DCT`` holds the day of publication and ``TEXT`` the text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    root = etree.parse(str(path), parser).getroot()
    golds: list[Gold] = []
    text = _read_element(root.find("TEXT"), "", golds)
    published = date.fromisoformat(root.find("DCT/TIMEX3").get("value")[:DATE])
    return Document(path.stem, BREAK.sub(" ", text), published, tuple(sorted(golds, key=lambda gold: gold.span)))


def _read_element(element: etree._Element, text: str, golds: list[Gold]) -> str:
    """The text so far with that of an element; its time expressions are added to ``golds``."""
    start = len(text)
    text += element.text or ""
    for child in element:
        text = _read_element(child, text, golds) + (child.tail or "")
    if element.tag == "TIMEX3":
        golds.append(Gold(Span(start, len(text)), element.get("value", "")))
    return text


def compare(document: Document) -> list[Pair]:
    """Each annotated expression with the first found one that overlaps it, and what is left on both sides."""
    left = list(find_times(document.text, Article(document.text).paragraphs, document.published))
    pairs: list[Pair] = []
    for gold in document.golds:
        found = next((one for one in left if one.span.overlaps(gold.span)), None)
        if found:
            left.remove(found)
        pairs.append(Pair(document, gold, found))
    return pairs + [Pair(document, None, found) for found in left]


def figures(pairs: Iterable[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of finding; the share of right values among those found, and the F1 of right values."""
    counts = Counter(pair.verdict for pair in pairs)
    matched = counts["right"] + counts["wrong"]
    expressions = 2 * matched + counts["spurious"] + counts["missed"]
    return {
        "precision": 100 * matched / max(1, matched + counts["spurious"]),
        "recall": 100 * matched / max(1, matched + counts["missed"]),
        "f1": 200 * matched / max(1, expressions),
        "value accuracy": 100 * counts["right"] / max(1, matched),
        "value f1": 200 * counts["right"] / max(1, expressions),
    }


def main(corpora: str, *options: str) -> None:
    """Print the figures of the dev part; with an option those of the rest, with ``--show`` its errors before them."""
    if not options:
        print(measure_times(Path(corpora)))
        return
    pairs = [pair for document in read_documents(Path(corpora), dev=False) for pair in compare(document)]
    if "--show" in options:
        print(*sorted(str(pair) for pair in pairs if pair.verdict != "right"), sep="\n")
    print(figures(pairs))


if __name__ == "__main__":
    main(*sys.argv[1:])
