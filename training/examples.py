"""PolNeAR's articles as training examples: tokens, and gold attributions on words."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from attribune.article import Article, Span
from attribune.evaluate.gold import GoldArticle, Roles
from attribune.evaluate.polnear import read_polnear
from attribune.reader.tokens import Tokens, tokenise


@dataclass(frozen=True)
class GoldAttribution:
    """One annotated attribution as ranges of the article's words; ``cue`` is never empty."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Example:
    """An article with its tokens and gold attributions."""

    article: Article
    tokens: Tokens
    gold: tuple[GoldAttribution, ...]


def read_examples(folder: Path, tokenizer: Tokenizer, *, seed: int, limit: int | None = None) -> list[Example]:
    """Every article of a part of the corpus.

    Three in four PolNeAR headlines end in a full stop that no web page has, so it is taken off half of them.
    """
    chance = random.Random(seed)
    articles = list(read_polnear(folder))[:limit]
    return [_example(_without_headline_stop(one) if chance.random() < 0.5 else one, tokenizer) for one in articles]


def _without_headline_stop(article: GoldArticle) -> GoldArticle:
    first = next((line for line in article.text.split("\n") if line.strip()), "")
    at = article.text.index(first) + len(first.rstrip()) - 1
    if not first.rstrip().endswith(".") or "\n" not in article.text:
        return article

    def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(Span(start - (start > at), end - (end > at)) for start, end in spans)

    attributions = tuple({role: moved(spans) for role, spans in one.items()} for one in article.attributions)
    return GoldArticle(article.name, article.text[:at] + article.text[at + 1 :], attributions)


def _example(gold: GoldArticle, tokenizer: Tokenizer) -> Example:
    article = Article(gold.text)
    tokens = tokenise(article, tokenizer)
    found = [_on_words(tokens, one) for one in gold.attributions]
    return Example(article, tokens, tuple(one for one in found if one is not None))


def _on_words(tokens: Tokens, roles: Roles) -> GoldAttribution | None:
    source, cue, content = (_words(tokens, roles[role]) for role in ("source", "cue", "content"))
    if not cue or not content:
        return None
    return GoldAttribution(Span(cue[0].start, cue[-1].end), source, content)


def _words(tokens: Tokens, spans: Sequence[Span]) -> tuple[Span, ...]:
    found = []
    for start, end in sorted(spans):
        low = int(np.searchsorted(tokens.ends, start, side="right"))
        high = int(np.searchsorted(tokens.starts, end, side="left"))
        if low < high:
            found.append(Span(low, high))
    return tuple(found)
