"""How well a statement's vector finds other articles' words about the same event: retrieval built from ECB+.

Each annotated sentence with an event is a query; the sentences of *other* articles that mention the same event
(a cross-document chain of actions) are to be found among all sentences of the topics and the contents of PolNeAR's
training part, which is about other things. The query's own article is left out. Topics up to ``CHOSEN`` served to
choose and to train; the figures are of those after it. A short query is the first ``SHORT`` content words alone. In
"other words" only those sentences are to be found that share at most ``SHARED`` content words with the short query;
the others of the same event are left out.

``python -m quality.meaning [CORPORA]`` prints the figures with those of word overlap (BM25) beside them.
"""

from __future__ import annotations

import csv
import math
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from lxml import etree
from snowballstemmer import stemmer

from attribune.errors import NotFound
from attribune.evaluate.polnear import read_polnear
from attribune.extract.wordlists import small_words
from attribune.meaning import Meaning
from quality.measures import corpora_folder
from quality.texts import join

CHOSEN = 24  # the last topic that was looked at while choosing
SHORT = 7  # content words of a short query
SHARED = 1  # content words that a sentence in other words may share with the query
CUT = 10  # ranks that count
SATURATION, LENGTH = 1.2, 0.75  # BM25's k1 and b
STEM = stemmer("english").stemWord

Ranking = Callable[[Sequence[str]], np.ndarray]  # queries to their scores [queries, pool]
Preparing = Callable[[Sequence[str]], Ranking]  # the pool to what ranks it


@dataclass(frozen=True)
class Sentence:
    """A sentence of ECB+ with the events across articles that it mentions; ``asked`` if its annotation is complete."""

    document: str
    text: str
    events: frozenset[str]
    asked: bool


@dataclass(frozen=True)
class Task:
    """Sentences, the distractors that stand with them in the pool, and queries with the ranks' right answers.

    ``queries`` are places in ``sentences``; ``barred`` and ``relevant`` [queries, sentences] say what is left out and
    what is to be found.
    """

    sentences: tuple[Sentence, ...]
    distractors: tuple[str, ...]
    queries: np.ndarray
    barred: np.ndarray
    relevant: np.ndarray

    @property
    def pool(self) -> list[str]:
        """Everything that a query is compared with."""
        return [*(one.text for one in self.sentences), *self.distractors]

    def asked(self, *, short: bool = False) -> list[str]:
        """The queries' texts, whole or short."""
        texts = [self.sentences[at].text for at in self.queries]
        return [shorten(text) for text in texts] if short else texts


def measure_meaning(corpora: Path) -> dict[str, float]:
    """Recall, reciprocal rank and nDCG of the shipped vectors in per cent; :class:`NotFound` without the corpora."""
    return measure(read_task(corpora, range(CHOSEN + 1, 100)), by_vectors(Meaning.open().vectors))


def measure(task: Task, prepare: Preparing) -> dict[str, float]:
    """The figures of a way to rank, for whole and for short queries."""
    ranking = prepare(task.pool)
    whole, short = (ranking(task.asked(short=short)) for short in (False, True))
    other, kept = in_other_words(task)
    return {
        **score(task, whole),
        **{f"short {name}": figure for name, figure in score(task, short).items()},
        **{f"other words {name}": figure for name, figure in score(other, short[kept]).items()},
    }


def read_task(corpora: Path, topics: Iterable[int]) -> Task:
    """The retrieval task of some topics of ECB+."""
    sentences = tuple(read_sentences(corpora / "ecbplus", set(topics)))
    distractors = tuple(sorted(set(_contents(corpora / "polnear" / "train"))))
    documents = np.array([one.document for one in sentences])
    together = np.array([[bool(one.events & other.events) for other in sentences] for one in sentences])
    same = documents[:, None] == documents[None]
    found = together & ~same
    queries = np.array([at for at, one in enumerate(sentences) if one.asked and found[at].any()])
    return Task(sentences, distractors, queries, same[queries], found[queries])


def read_sentences(folder: Path, topics: set[int]) -> Iterator[Sentence]:
    """The sentences of ECB+ (Cybulska and Vossen 2014), without the address lines of web pages."""
    index = folder / "ECBplus_coreference_sentences.csv"
    if not index.is_file():
        raise NotFound(f"no ECB+ in {folder}: {index.name} is missing")
    with index.open(encoding="utf-8", newline="") as file:
        complete = {(f"{row['Topic']}_{row['File']}", int(row["Sentence Number"])) for row in csv.DictReader(file)}
    for path in sorted(folder.glob("*/*.xml")):
        if int(path.parent.name) in topics:
            yield from _sentences(path, complete)


def _sentences(path: Path, complete: set[tuple[str, int]]) -> Iterator[Sentence]:
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    words: dict[int, list[str]] = {}
    place: dict[str, int] = {}
    for token in root.iter("token"):
        place[token.get("t_id")] = int(token.get("sentence"))
        words.setdefault(place[token.get("t_id")], []).append(token.text or "_")
    events = _events(root, place)
    for number, tokens in words.items():
        if tokens[0] != "http":
            text = join([tokens])[0].strip()
            yield Sentence(path.stem, text, frozenset(events.get(number, ())), (path.stem, number) in complete)


def _events(root: etree._Element, place: Mapping[str, int]) -> dict[int, set[str]]:
    """Sentence to the events across articles that it mentions."""
    where = {
        mark.get("m_id"): place[mark.find("token_anchor").get("t_id")]
        for mark in root.find("Markables")
        if "ACTION" in mark.tag and mark.find("token_anchor") is not None
    }
    found: dict[int, set[str]] = {}
    for chain in root.find("Relations").iter("CROSS_DOC_COREF"):
        for source in chain.iter("source"):
            if source.get("m_id") in where:
                found.setdefault(where[source.get("m_id")], set()).add(chain.get("note"))
    return found


def _contents(folder: Path) -> Iterator[str]:
    for article in read_polnear(folder):
        for roles in article.attributions:
            text = " ".join(" ".join(article.text[span.start : span.end].split()) for span in roles["content"])
            if text:
                yield text


def shorten(text: str) -> str:
    """The first content words of a text, as somebody types them."""
    words = [word.strip(".,;:!?\"'`()[]") for word in text.split()]
    return " ".join([word for word in words if word and word.lower() not in small_words("word")][:SHORT])


def in_other_words(task: Task) -> tuple[Task, np.ndarray]:
    """The task without what shares words with the short query, and which of its queries still have an answer."""
    sentences = [set(terms(one.text)) for one in task.sentences]
    queries = [set(terms(text)) for text in task.asked(short=True)]
    few = np.array([[len(query & words) <= SHARED for words in sentences] for query in queries])
    relevant, barred = task.relevant & few, task.barred | (task.relevant & ~few)
    kept = relevant.any(axis=1)
    return replace(task, queries=task.queries[kept], barred=barred[kept], relevant=relevant[kept]), kept


def terms(text: str) -> list[str]:
    """The stems of a text's content words."""
    return [STEM(word) for word in re.findall(r"\w+", text.lower()) if word not in small_words("word")]


def by_words(pool: Sequence[str]) -> Ranking:
    """Ranks by BM25 (Robertson and Zaragoza 2009) over stems."""
    counts = [Counter(terms(text)) for text in pool]
    lengths = np.array([count.total() for count in counts])
    norms = SATURATION * (1 - LENGTH + LENGTH * lengths / lengths.mean())
    found: dict[str, list[int]] = {}
    for at, count in enumerate(counts):
        for word in count:
            found.setdefault(word, []).append(at)

    def rank(queries: Sequence[str]) -> np.ndarray:
        scores = np.zeros((len(queries), len(pool)), dtype=np.float32)
        for row, query in zip(scores, queries, strict=True):
            for word in set(terms(query)) & found.keys():
                at = np.array(found[word])
                often = np.array([counts[one][word] for one in at])
                rarity = math.log(1 + (len(pool) - len(at) + 0.5) / (len(at) + 0.5))
                row[at] += rarity * often * (SATURATION + 1) / (often + norms[at])
        return scores

    return rank


def by_vectors(vectors: Callable[[Sequence[str]], np.ndarray]) -> Preparing:
    """Ranks by the cosine of what ``vectors`` makes of texts."""

    def prepare(pool: Sequence[str]) -> Ranking:
        made = _normal(vectors(pool))
        return lambda queries: _normal(vectors(queries)) @ made.T

    return prepare


def _normal(vectors: np.ndarray) -> np.ndarray:
    vectors = vectors.astype(np.float32)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def score(task: Task, scores: np.ndarray) -> dict[str, float]:
    """Recall and nDCG at ``CUT`` and mean reciprocal rank in per cent; recall is of what fits in the first ranks."""
    barred = np.zeros(scores.shape, dtype=bool)
    barred[:, : len(task.sentences)] = task.barred
    order = np.argsort(-np.where(barred, -np.inf, scores), axis=1, kind="stable")
    relevant = np.zeros(scores.shape, dtype=bool)
    relevant[:, : len(task.sentences)] = task.relevant
    hits = np.take_along_axis(relevant, order, axis=1)
    best = np.minimum(relevant.sum(axis=1), CUT)
    first = hits[:, :CUT]
    gains = 1 / np.log2(np.arange(2, CUT + 2))
    ideal = np.cumsum(gains)[best - 1]
    return {
        "recall": 100 * float(np.mean(first.sum(axis=1) / best)),
        "reciprocal rank": 100 * float(np.mean(1 / (hits.argmax(axis=1) + 1))),
        "ndcg": 100 * float(np.mean((first * gains[: first.shape[1]]).sum(axis=1) / ideal)),
    }


def main(corpora: Path) -> None:
    """Print the figures of the shipped vectors and of word overlap."""
    task = read_task(corpora, range(CHOSEN + 1, 100))
    for name, prepare in (("vectors", by_vectors(Meaning.open().vectors)), ("word overlap", by_words)):
        print(name)
        for figure, value in measure(task, prepare).items():
            print(f"  {figure:30s}{value:6.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else corpora_folder(os.environ))
