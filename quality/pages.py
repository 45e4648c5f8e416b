"""How much of an article's text is read from its web page, and how much besides.

The measure is that of the article extraction benchmark (Zyte, 2019): a page's text and the true article body are taken
as multisets of four words in a row; precision and recall are the means over the pages, F1 is theirs, accuracy the
share of pages where the two multisets are equal. The headline is no part of the true body, so it is left out.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from attribune.article import Article
from attribune.errors import NotFound
from attribune.intake import read_bytes

WORD = re.compile(r"\w+")
ROW = 4  # words

Rows = Counter[tuple[str, ...]]


class PageScore(NamedTuple):
    """One page: the share of what was read that is right, and of what is right that was read."""

    precision: float | None  # None where nothing was read
    recall: float
    exact: bool


def measure_pages(corpora: Path) -> dict[str, float]:
    """Precision, recall, F1 and accuracy in per cent on ``article_extraction`` in the folder of corpora.

    It holds ``ground-truth.json`` and ``html/*.html.gz``; raises :class:`NotFound` where it is missing.
    """
    folder = corpora / "article_extraction"
    if not (folder / "ground-truth.json").is_file():
        raise NotFound(f"no pages in {folder}")
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    scores = [score_body(read_body(folder, key), page["articleBody"]) for key, page in sorted(truth.items())]
    precision = statistics.mean(score.precision for score in scores if score.precision is not None)
    recall = statistics.mean(score.recall for score in scores)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 200 * precision * recall / (precision + recall),
        "accuracy": 100 * statistics.mean(score.exact for score in scores),
    }


def read_body(folder: Path, key: str) -> str:
    """The paragraphs of one page of the corpus without its headline; empty where no article was found."""
    data = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
    articles = [item for item in read_bytes(data, name=f"{key}.html") if isinstance(item, Article)]
    lines = [span.of(article.text) for article in articles for span in article.paragraphs]
    return "\n".join(line for line in lines if line not in {article.title for article in articles})


def score_body(body: str, true_body: str) -> PageScore:
    """The score of a body that was read against the true one."""
    found, right = count_rows(body), count_rows(true_body)
    common = (found & right).total()
    precision = common / found.total() if found else None
    return PageScore(precision, common / right.total() if right else 1.0, found == right)


def count_rows(text: str) -> Rows:
    """How often each four words stand in a row in a text; a shorter text is one row."""
    words = WORD.findall(text)
    return Counter(tuple(words[start : start + ROW]) for start in range(max(1, len(words) - ROW + 1)) if words)
