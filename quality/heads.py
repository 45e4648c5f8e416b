"""What the reader's heads are worth, through the shipped graphs: names, places and their use, antecedents, factuality.

- *names*: nine kinds on the worldwide newswire corpus, one article in ten by a hash of its name; a name is right with
  the same words and the same kind.
- *places*: GeoWebNews, one article in four; a place name is found when its words are the gold ones. Of those found,
  *place or government* says whether the literal ones are told from all others, *of nouns* without adjectives.
- *antecedents*: GAP's validation part; of the pronouns that mean one of two names, how often that name fits better.
- *factuality*: the dev parts of four corpora; the mean of two macro F1: of the sign (below -0.5, between, above 0.5)
  and of the certainty (2 and more on either side, or less).

The other parts of these corpora taught the heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from attribune.article import Article, Span
from attribune.desk import Reader
from attribune.errors import NotFound
from attribune.extract.entities import find_entities
from attribune.extract.links import Links
from attribune.reader.scores import Scores
from quality.corpora import factuality, gap, geowebnews, newswire
from quality.texts import Labelled, in_part

NOUNS = ("place", "government")


def measure_names(corpora: Path) -> dict[str, float]:
    """F1 of names on the kept part of the worldwide newswire, of all nine kinds and of three."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in _kept(newswire(_present(corpora / "worldwide_newswire", corpora)), 10):
        given = {(entity.span, entity.kind) for entity in find_entities(_scores(one)).names}
        count_spans(counts, set(one.names or ()), given)
    kinds = ("Person", "Organization", "Location")
    return {"names": f1(counts, "all")} | {f"names: {kind}": f1(counts, kind) for kind in kinds}


def count_spans(counts: Counter[tuple[str, str]], gold: set[tuple[Span, str]], given: set[tuple[Span, str]]) -> None:
    """Add to the counts of right, given and gold spans, of each kind and of all."""
    for label, found in (("right", gold & given), ("given", given), ("gold", gold)):
        for _, kind in found:
            counts[kind, label] += 1
            counts["all", label] += 1


def f1(counts: Counter[tuple[str, str]], kind: str) -> float:
    """F1 of one kind, in per cent."""
    return 200 * counts[kind, "right"] / max(1, counts[kind, "given"] + counts[kind, "gold"])


def measure_places(corpora: Path) -> dict[str, float]:
    """Place names found, and told apart by use, on the kept part of GeoWebNews."""
    counts: Counter[tuple[str, str]] = Counter()
    told: list[tuple[str, str]] = []
    for one in _kept(geowebnews(_present(corpora / "geowebnews", corpora)), 4):
        given = find_entities(_scores(one)).places
        gold = dict(one.places or ())
        count_spans(counts, {(span, "place") for span in gold}, {(entity.span, "place") for entity in given})
        told += [(gold[entity.span], entity.kind) for entity in given if entity.span in gold]
    nouns = [pair for pair in told if pair[0] in NOUNS]
    return {"places found": f1(counts, "place"), "place or government": _same(told), "of nouns": _same(nouns)}


def _same(pairs: Sequence[tuple[str, str]]) -> float:
    return 100 * sum((one == "place") == (two == "place") for one, two in pairs) / max(1, len(pairs))


def measure_antecedents(corpora: Path) -> dict[str, float]:
    """How often the right one of GAP's two names fits a pronoun better."""
    right = total = 0
    for one in gap(_present(corpora / "gap", corpora), "validation"):
        first, second, pronoun = one.mentions
        links = Links.of(_scores(one))
        if pronoun.entity > 1 or links is None:
            continue
        fits = links.fits(pronoun.span, [first.span, second.span])
        right += int(np.argmax(fits)) == pronoun.entity
        total += 1
    return {"antecedents": 100 * right / max(1, total)}


def measure_factuality(corpora: Path) -> dict[str, float]:
    """Macro F1 of sign and certainty, the mean of both, for all corpora together and each."""
    pairs: dict[str, list[tuple[float, float]]] = {}
    for one in factuality(_present(corpora / "factuality", corpora), "dev"):
        scores = _scores(one)
        assert scores.words is not None
        for span, value in one.factuality:
            word = min(int(np.searchsorted(scores.tokens.ends, span.start, side="right")), len(scores.tokens) - 1)
            pairs.setdefault(one.corpus, []).append((value, float(scores.words.factuality[word])))
    everything = [pair for found in pairs.values() for pair in found]
    return {"factuality": macro(everything)} | {name: macro(found) for name, found in pairs.items()}


def macro(pairs: Sequence[tuple[float, float]]) -> float:
    """The mean of the macro F1 of sign and of certainty, in per cent, of pairs of gold and given values."""
    gold, given = np.array(pairs).T
    sign = _macro(np.digitize(gold, (-0.5, 0.5)), np.digitize(given, (-0.5, 0.5)))
    return 50 * (sign + _macro(np.abs(gold) >= 2.0, np.abs(given) >= 2.0))


def _macro(gold: np.ndarray, given: np.ndarray) -> float:
    scores = [
        2 * np.sum((gold == label) & (given == label)) / max(1, np.sum(gold == label) + np.sum(given == label))
        for label in np.unique(gold)
    ]
    return float(np.mean(scores))


_opened: list[Reader] = []


def _scores(one: Labelled) -> Scores:
    if not _opened:
        _opened.append(Reader.open())
    return _opened[0].predictor.scores(Article(one.text))


def _kept(texts: Iterator[Labelled], share: int) -> Iterator[Labelled]:
    return (one for one in texts if in_part(one.key, share))


def _present(folder: Path, corpora: Path) -> Path:
    if not folder.is_dir():
        raise NotFound(f"no corpus in {folder}")
    return corpora
