"""PolNeAR as articles and gold attributions on words.

PolNeAR 1.0: Newell et al. (2018), "An Attribution Relations Corpus for Political News", LREC.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from attribune.article import Article, Span
from attribune.reader.tokens import Tokens, tokenise
from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
Gold = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True)
class GoldAttribution:
    """One annotated attribution as ranges of the article's words; ``cue`` is never empty."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Example:
    """An article with its tokens and gold attributions."""

    name: str
    article: Article
    tokens: Tokens
    gold: tuple[GoldAttribution, ...]


def read_part(folder: str) -> Iterator[tuple[str, str, list[Gold]]]:
    """Name, text and gold of every article; where several people annotated it, the first file by name."""
    seen: set[str] = set()
    for path in sorted(glob.glob(os.path.join(folder, "attributions", "*.ann"))):
        name = os.path.basename(path).rsplit("_", 1)[0]
        text_path = os.path.join(folder, "text", f"{name}.txt")
        if name in seen or not os.path.exists(text_path):
            continue
        seen.add(name)
        with open(text_path, encoding="utf8", newline="") as text, open(path, encoding="utf8") as annotation:
            yield name, text.read(), list(_gold(annotation.read()))


def _gold(annotation: str) -> Iterator[Gold]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in annotation.split("\n"):
        key, _, rest = line.partition("\t")
        if key.startswith("T") and " " in rest:
            ranges = rest.split("\t")[0].partition(" ")[2]
            pairs = [part.split() for part in ranges.split(";")]
            spans[key] = [(int(start), int(end)) for start, end in pairs]
        elif key.startswith("E"):
            gold: Gold = {role: [] for role in ROLES}
            for part in rest.split():
                role, name = part.split(":")
                role = role.rstrip("0123456789").lower()
                if role in gold and name in spans:
                    gold[role] += spans[name]
            yield gold


def read_examples(folder: str, tokenizer: Tokenizer) -> list[Example]:
    """Every article of a part of the corpus, tokenised, with gold on words."""
    return [_example(name, text, gold, tokenizer) for name, text, gold in read_part(folder)]


def _example(name: str, text: str, gold: list[Gold], tokenizer: Tokenizer) -> Example:
    article = Article(text)
    tokens = tokenise(article, tokenizer)
    found = []
    for attribution in gold:
        words = {role: _words(tokens, attribution[role]) for role in ROLES}
        if words["cue"] and words["content"]:
            cue = Span(words["cue"][0].start, words["cue"][-1].end)
            found.append(GoldAttribution(cue, words["source"], words["content"]))
    return Example(name, article, tokens, tuple(found))


def _words(tokens: Tokens, spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    found = []
    for start, end in sorted(spans):
        low = int(np.searchsorted(tokens.ends, start, side="right"))
        high = int(np.searchsorted(tokens.starts, end, side="left"))
        if low < high:
            found.append(Span(low, high))
    return tuple(found)
