"""How good the branch is on texts that it did not learn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch

from attribune.reader.heads import NAME_TAGS, PLACE_TAGS, tag_spans
from training.heads.antecedents import candidate_scores
from training.heads.batch import Item, pack
from training.heads.network import Branch


@torch.no_grad()
def measure(branch: Branch, items: Sequence[Item]) -> dict[str, float]:
    """F1 of names and places, place or government, factuality, antecedents; in per cent."""
    branch.eval()
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    facts: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for start in range(0, len(items), 8):
        batch = pack(items[start : start + 8])
        outputs = branch(batch.trunk, batch.shapes, batch.first, batch.padding)
        row = 0
        for item, rows in zip(batch.items, batch.rows, strict=True):
            for number, window in enumerate(item.read.windows):
                _count_window(counts, item, number, [one[row, : len(window.first)].numpy() for one in outputs[:2]])
                known = ~np.isnan(item.factuality[number])
                values = outputs[2][row, : len(window.first)].numpy()[known]
                facts[item.read.labelled.corpus] += list(zip(item.factuality[number][known], values, strict=True))
                row += 1
            _count_antecedents(counts, branch, item, rows, outputs)
    return _figures(counts, facts)


def _count_window(counts, item: Item, number: int, outputs) -> None:
    labelled = item.read.labelled
    for label, known, gold, output, tags in (
        ("names", labelled.names, item.names, outputs[0], NAME_TAGS),
        ("places", labelled.places, item.places, outputs[1], PLACE_TAGS),
    ):
        if known is None:
            continue
        right = set(tag_spans([tags[tag] for tag in gold[number]]))
        found = set(tag_spans([tags[tag] for tag in output.argmax(-1)]))
        counts[label] += len(right & found), len(found), len(right)
        if label == "places":
            plain = {one[0]: one[1] for one in right}
            both = [(plain[span], kind) for span, kind in found if span in plain]
            counts["places found"] += len(both), len(found), len(right)
            counts["literal"] += sum((a == "place") == (b == "place") for a, b in both), len(both), len(both)
            nouns = [(a, b) for a, b in both if a != "adjective"]
            counts["government"] += sum((a == "place") == (b == "place") for a, b in nouns), len(nouns), len(nouns)
        else:
            for kind in {kind for _, kind in right}:
                one, two = {x for x in right if x[1] == kind}, {x for x in found if x[1] == kind}
                counts[f"names {kind}"] += len(one & two), len(two), len(one)


def _count_antecedents(counts, branch: Branch, item: Item, rows, outputs) -> None:
    _, _, _, sought, offered, nobody = (one.flatten(0, 1) for one in outputs)
    corpus = item.read.labelled.corpus
    for target in item.targets:
        scores = candidate_scores(branch, target, rows, sought, offered)
        best = int(scores.argmax())
        none = float(nobody[torch.from_numpy(rows[target.sought.start : target.sought.end])].mean()) > float(
            scores.max()
        )
        if any(target.right):
            counts[f"{corpus} antecedent"] += target.right[best], 1, 1
        counts[f"{corpus} antecedent or none"] += (
            (none if not any(target.right) else target.right[best] and not none),
            1,
            1,
        )


def _figures(counts, facts) -> dict[str, float]:
    found = {key: 200 * right / max(1, given + there) for key, (right, given, there) in sorted(counts.items())}
    for corpus, pairs in facts.items():
        if pairs:
            gold, given = np.array(pairs).T
            found[f"{corpus} pearson"] = 100 * float(np.corrcoef(gold, given)[0, 1])
            found[f"{corpus} macro"] = 100 * np.mean([_macro(*one) for one in _classes(gold, given)])
    return {key: round(float(value), 1) for key, value in found.items()}


def _classes(gold: np.ndarray, given: np.ndarray):
    sign = [np.digitize(one, (-0.5, 0.5)) for one in (gold, given)]
    certain = [np.abs(one) >= 2.0 for one in (gold, given)]
    return sign, certain


def _macro(gold: np.ndarray, given: np.ndarray) -> float:
    scores = []
    for label in np.unique(gold):
        right = np.sum((gold == label) & (given == label))
        scores.append(2 * right / max(1, np.sum(gold == label) + np.sum(given == label)))
    return float(np.mean(scores))
