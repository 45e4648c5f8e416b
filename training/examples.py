"""PolNeAR's articles as training examples: tokens, and gold attributions on words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
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


def read_examples(folder: Path, tokenizer: Tokenizer, *, limit: int | None = None) -> list[Example]:
    """Every article of a part of the corpus, or the first ``limit``."""
    return [_example(one, tokenizer) for one in islice(read_polnear(folder), limit)]


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
