"""Plain sentences to learn from: the training parts of all corpora, without the topics that are measured on."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from quality.corpora import factuality, gap, geowebnews, gum, newswire
from quality.meaning import CHOSEN, read_sentences

from attribune.evaluate.polnear import read_polnear

END = re.compile(r"(?<=[.!?][\"'”’ ])\s*(?=[\"'“‘A-Z0-9])|\n+")
WORDS = 4, 80  # fewer or more are left out
SEED = 1


def read_texts(corpora: Path) -> list[str]:
    """Sentences and statements' contents, each once, in a fixed order."""
    found = dict.fromkeys(" ".join(text.split()) for text in _all(corpora))
    return [text for text in found if WORDS[0] <= len(text.split()) <= WORDS[1]]


def with_phrases(texts: Iterable[str]) -> list[str]:
    """The texts, and for each a run of 2 to 10 of its words: what people type is short."""
    draw = random.Random(SEED)
    found: list[str] = []
    for text in texts:
        words = text.split()
        length = draw.randint(2, 10)
        start = draw.randint(0, max(0, len(words) - length))
        found += [text, " ".join(words[start : start + length])]
    return found


def _all(corpora: Path) -> Iterator[str]:
    for article in read_polnear(corpora / "polnear" / "train"):
        yield from END.split(article.text)
        for roles in article.attributions:
            yield " ".join(article.text[span.start : span.end] for span in roles["content"])
    for one in read_sentences(corpora / "ecbplus", set(range(CHOSEN + 1))):
        yield one.text
    labelled = (newswire(corpora), geowebnews(corpora), factuality(corpora, "train"), gap(corpora, "development"))
    for part in (*labelled, gum(corpora, "train")):
        for one in part:
            yield from END.split(one.text)
    yield from _others(corpora)


def _others(corpora: Path) -> Iterator[str]:
    with (corpora / "fakes" / "fakes_dev.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            words = row["article_content"].split()  # its makers stripped the punctuation
            yield from (" ".join(words[at : at + 25]) for at in range(0, len(words), 25))
    for path in sorted((corpora / "re3d").glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            yield from END.split(json.loads(line)["text"]) if line.strip() else ()
    for path in sorted((corpora / "tempeval3" / "TBAQ-cleaned").rglob("*.tml")):
        text = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).find("TEXT")
        yield from END.split("".join(text.itertext()).replace("\n\n", "\x00").replace("\n", " ").replace("\x00", "\n"))
    for path in sorted((corpora / "muc4" / "dev").glob("dev-*")):
        for report in re.split(r"\n(?=DEV-MUC)", path.read_text("utf-8", errors="replace")):
            for paragraph in re.split(r"\n\s*\n", report):
                yield from re.split(r"(?<=[.?!])\s+", " ".join(paragraph.split()).lower())
    for row in json.loads((corpora / "article_extraction" / "ground-truth.json").read_text("utf-8")).values():
        yield from END.split(row["articleBody"])
